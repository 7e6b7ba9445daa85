import { useId } from "react";
import type { ChoiceModel, ControlState } from "../../resolvers/steps/index.js";
import { looks } from "./looks.js";

export interface ChoicesProps<Id extends string> {
  /** Name shared by the radio buttons. */
  name: string;
  title: string;
  choices: readonly ChoiceModel<Id>[];
  chosen: Id;
  control: ControlState;
  onChoose: (id: Id) => void;
}

/** One of a few, each with what it means. */
export function Choices<Id extends string>({ name, title, choices, chosen, control, onChoose }: ChoicesProps<Id>) {
  const id = useId();
  const shut = control.state === "shut" ? control.reason : null;
  return (
    <fieldset aria-describedby={shut === null ? undefined : `${id}-reason`} className="cr:min-w-0">
      <legend className={`${looks.subheading} cr:pb-1`}>{title}</legend>
      {choices.map((choice) => (
        <label
          key={choice.id}
          className="cr:flex cr:cursor-pointer cr:gap-x-3 cr:border-t cr:border-line cr:py-2.5 cr:first-of-type:border-t-0"
        >
          <input
            type="radio"
            name={`${id}-${name}`}
            className="cr:mt-0.5 cr:size-5 cr:flex-none cr:accent-(--cr-ink)"
            checked={choice.id === chosen}
            aria-disabled={shut === null ? undefined : true}
            aria-describedby={`${id}-${choice.id}`}
            onChange={() => {
              if (shut === null) onChoose(choice.id);
            }}
          />
          <span className="cr:min-w-0">
            <span className="cr:block cr:font-medium">{choice.label}</span>
            <span id={`${id}-${choice.id}`} className={`${looks.note} cr:block cr:max-w-prose`}>
              {choice.note}
            </span>
          </span>
        </label>
      ))}
      {shut === null ? null : (
        <p id={`${id}-reason`} className={`${looks.note} cr:mt-1 cr:max-w-prose`}>
          {shut}
        </p>
      )}
    </fieldset>
  );
}
