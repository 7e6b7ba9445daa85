import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { TargetChangeRequest } from "../../api/requests.js";
import type { Workspace } from "../../api/workspaces.js";
import { call } from "../api/client.js";

const kinds: readonly { readonly id: TargetChangeRequest["kind"]; readonly label: string }[] = [
  { id: "edit_setting", label: "Edit a setting of a policy" },
  { id: "delete_policy", label: "Delete a policy" },
  { id: "rename_policy", label: "Rename a policy" },
  { id: "clear_assignments", label: "Clear the assignments of a policy" },
  { id: "remove_group", label: "Remove a group" },
  { id: "rename_tenant", label: "Rename the tenant" },
];

/** Changes the target as a colleague with a console would, so that drift can be seen. Exists in a demonstration only. */
export function DemoControl({
  workspace,
  environments,
}: {
  workspace: string;
  environments: Workspace["environments"];
}) {
  const [environment, setEnvironment] = useState(environments[0]?.id ?? "");
  const [kind, setKind] = useState<TargetChangeRequest["kind"]>("edit_setting");
  const change = useMutation({
    mutationFn: () => call("demo_target_change", { workspace, environment }, { body: { kind } }),
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
              setKind(kinds.find(({ id }) => id === event.currentTarget.value)?.id ?? "edit_setting")
            }
          >
            {kinds.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
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
