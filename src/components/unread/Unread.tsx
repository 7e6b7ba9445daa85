import type { ReactNode } from "react";
import type { UnreadModel } from "../../view-models/index.js";
import { ActionControl, type ActionProps } from "../ActionControl.js";
import { appearanceOf } from "../internal/appearance.js";
import { cx } from "../internal/class-names.js";
import type { MessagesProps } from "../internal/messages.js";
import { textOf } from "../internal/Name.js";
import { StatusGlyph } from "../internal/StatusGlyph.js";

/** What stands in for content, and takes the room that it mostly takes. */
export interface Expected {
  /** How many rows stand in for the content. */
  rows: number;
  /** Classes of a row: those of the content, so that it takes the same room. */
  row?: string | undefined;
  /** Further lines of a row, by its index: as many as it mostly has, so that what follows stays where it is. */
  children?: ((row: number) => ReactNode) | undefined;
  className?: string | undefined;
}

interface UnreadProps extends Expected, ActionProps, MessagesProps {
  model: UnreadModel;
}

/** Whether a model has yet to be read. */
export function isUnread(model: object): model is UnreadModel {
  return "state" in model;
}

/** Attributes of the root of a component whose model has yet to be read. */
export function unreadAttributes(model: object) {
  if (!isUnread(model)) return {};
  // A state that this version does not know is none in which anything is known.
  const status = model.state === "loading" || model.state === "failed" ? model.state : "unknown";
  return { "data-status": status, "aria-busy": status === "loading" || undefined };
}

/** How many rows are expected; a guess where the model does not say. */
export function rowsOf(model: UnreadModel, guess: number): number {
  return model.rows ?? guess;
}

/** Stands where content will, or says why there is none; claims nothing of it. */
export function Unread({ model, rows, row, children, className, ...actions }: UnreadProps) {
  if (model.state !== "loading") return <Failed model={model} className={className} {...actions} />;
  return (
    <div className={className} data-part="loading">
      <Rows rows={rows} row={row} text={<p className="cr:text-ink-muted">{textOf(model.text)}</p>}>
        {children}
      </Rows>
    </div>
  );
}

/** The same rows without words, for the room that they take. */
export function Room({ className, ...expected }: Expected) {
  return (
    <div className={className}>
      <Rows {...expected} text={<Line />} />
    </div>
  );
}

function Rows({ rows, row, text, children }: Omit<Expected, "className"> & { text: ReactNode }) {
  return Array.from({ length: rows }, (_, index) => (
    <div key={index} className={row}>
      {index === 0 ? text : <Line className="cr:w-3/5" />}
      {/* Below the words, the room that the content will take is left empty. */}
      <div className={index === 0 ? "cr:invisible" : undefined}>{children?.(index)}</div>
    </div>
  ));
}

function Failed({
  model,
  className,
  onAction,
  messages,
}: Pick<UnreadProps, "className" | "onAction" | "messages"> & { model: Exclude<UnreadModel, { state: "loading" }> }) {
  const appearance = appearanceOf("unknown");
  return (
    <div className={cx("cr:flex cr:gap-x-2", className)} data-part="failed" data-tone={appearance.tone}>
      <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" />
      <div className="cr:max-w-prose">
        <p>{textOf(model.text)}</p>
        {model.action ? (
          <ActionControl model={model.action} emphasis="text" onAction={onAction} messages={messages} />
        ) : null}
      </div>
    </div>
  );
}

/** A line of text that is on its way. */
export function Line({ className }: { className?: string | undefined }) {
  return (
    <div className={cx("cr:flex cr:h-5 cr:items-center", className)} aria-hidden="true">
      <div className="cr:h-2 cr:w-4/5 cr:rounded-sm cr:bg-line cr:motion-safe:in-aria-busy:animate-pulse" />
    </div>
  );
}
