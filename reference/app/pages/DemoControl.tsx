import { useMutation } from "@tanstack/react-query";
import { itemTypes } from "checkrail/restore";
import { useState } from "react";
import type { TargetChangeRequest } from "../../api/requests.js";
import type { Workspace } from "../../api/workspaces.js";
import { call } from "../api/client.js";

type Kind = TargetChangeRequest["kind"];

interface Choice {
  readonly id: Kind;
  readonly label: string;
  /** What is named besides; absent where the first in the catalogue is taken. */
  readonly of?: "type";
}

const groups: readonly { readonly label: string; readonly choices: readonly Choice[] }[] = [
  {
    label: "Somebody changes it",
    choices: [
      { id: "edit_setting", label: "Edit a setting of a policy" },
      { id: "delete_policy", label: "Delete a policy" },
      { id: "rename_policy", label: "Rename a policy" },
      { id: "duplicate_policy", label: "Make a policy anew, twice" },
      { id: "clear_assignments", label: "Clear the assignments of a policy" },
      { id: "remove_group", label: "Remove a group" },
      { id: "rename_tenant", label: "Rename the tenant" },
    ],
  },
  {
    label: "It limits our rights",
    choices: [
      { id: "withhold_type", label: "List no items of a type", of: "type" },
      { id: "forbid_type", label: "Let no items of a type be written", of: "type" },
      { id: "lift_limits", label: "Lift every limit" },
    ],
  },
  {
    label: "It answers in another way",
    choices: [
      { id: "throttle", label: "Ask every caller to wait" },
      { id: "go_offline", label: "Do not answer" },
      { id: "refuse_writes", label: "Take no writes" },
      { id: "lose_answers", label: "Write, and lose the answer" },
      { id: "hold_reads", label: "Keep readers waiting" },
      { id: "hold_writes", label: "Keep writers waiting" },
      { id: "answer_normally", label: "Answer as it should" },
    ],
  },
];
const choices = groups.flatMap((group) => group.choices);

/** Changes the target as a colleague with a console would, so that drift can be seen. Exists in a demonstration only. */
export function DemoControl({
  workspace,
  environments,
}: {
  workspace: string;
  environments: Workspace["environments"];
}) {
  const [environment, setEnvironment] = useState(environments[0]?.id ?? "");
  const [kind, setKind] = useState<Kind>("edit_setting");
  const [type, setType] = useState<string>(itemTypes[0]?.id ?? "");
  const needsType = choices.find(({ id }) => id === kind)?.of === "type";
  const change = useMutation({
    mutationFn: () =>
      call("demo_target_change", { workspace, environment }, { body: { kind, ...(needsType && { name: type }) } }),
  });
  const said = change.data === undefined ? "" : change.data.ok ? change.data.value.changed : change.data.problem.detail;
  return (
    <details className="demo">
      <summary>
        <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
          <path d="m4 6 4 4 4-4" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
        <span>Demo</span>
        <span className="quiet">Change the target underneath</span>
      </summary>
      <p className="quiet">As a colleague with a console would. No run and no evidence hears of it.</p>
      <div className="fields">
        <label>
          <span>Environment</span>
          <select value={environment} onChange={(event) => setEnvironment(event.currentTarget.value)}>
            {environments.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Change</span>
          <select
            value={kind}
            onChange={(event) =>
              setKind(choices.find(({ id }) => id === event.currentTarget.value)?.id ?? "edit_setting")
            }
          >
            {groups.map((group) => (
              <optgroup key={group.label} label={group.label}>
                {group.choices.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        {needsType && (
          <label>
            <span>Type</span>
            <select value={type} onChange={(event) => setType(event.currentTarget.value)}>
              {itemTypes.map(({ id }) => (
                <option key={id} value={id}>
                  {id.replaceAll("_", " ")}
                </option>
              ))}
            </select>
          </label>
        )}
        <button
          type="button"
          className="button"
          onClick={() => {
            if (!change.isPending && environment !== "") change.mutate();
          }}
        >
          Change the target
        </button>
      </div>
      <p role="status">{said}</p>
    </details>
  );
}
