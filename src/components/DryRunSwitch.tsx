"use client";

import { type ComponentPropsWithoutRef, forwardRef } from "react";
import type { DryRunSwitchViewModel } from "../view-models/index.js";
import { cx } from "./internal/class-names.js";
import { Tick } from "./internal/Tick.js";

export interface DryRunSwitchProps extends Omit<ComponentPropsWithoutRef<"div">, "children"> {
  model: DryRunSwitchViewModel;
  /** The position that the operator asks for. The switch shows what the model says, so a host that refuses it moves nothing. */
  onSwitch?: ((on: boolean) => void) | undefined;
}

/** Whether anything may be written at all: on until the operator says otherwise (RW-10). */
export const DryRunSwitch = forwardRef<HTMLDivElement, DryRunSwitchProps>(function DryRunSwitch(
  { model, onSwitch, className, ...rest },
  ref,
) {
  const { id, label, note, on, control } = model;
  // Only what is known to be open can be turned.
  const shut = control.state === "open" ? null : control.reason;
  return (
    <div
      {...rest}
      ref={ref}
      id={id}
      className={cx("cr:text-sm cr:text-ink", className)}
      data-component="DryRunSwitch"
      data-place="control"
      data-status={on ? "on" : "off"}
    >
      <Tick
        id={`${id}-control`}
        label={label}
        note={note}
        ticked={on}
        shut={shut}
        toggle
        grave={!on && shut === null}
        onTick={onSwitch}
      />
    </div>
  );
});
