import { Link } from "react-router";
import { EnvironmentBadge } from "checkrail";
import { environmentBadge, RunStatusMark, shortRunId } from "checkrail/restore/react";
import type { RestoreStepId } from "checkrail/restore";
import type { RunListing } from "../../api/runs.js";
import { addresses, plainContext } from "../addresses.js";
import { moment } from "./moments.js";

const context = plainContext();

/** Where a draft is taken up again; a run that left preparation opens at its result. */
const stepOf: Partial<Record<RunListing["status"], RestoreStepId>> = {
  draft: "select_backup_set",
  scoped: "define_restore_scope",
  checked: "preview",
  previewed: "confirm_execute",
};

function addressOf(workspace: string, { id, environmentId, status }: RunTableProps["runs"][number]): string {
  const step = stepOf[status];
  return step === undefined
    ? addresses.run(workspace, environmentId, id)
    : addresses.step(workspace, environmentId, id, step);
}

export interface RunTableProps {
  workspace: string;
  runs: readonly (RunListing & { readonly environmentId: string })[];
}

/** Runs, newest first; a draft opens where it is prepared, any other at its result. */
export function RunTable({ workspace, runs }: RunTableProps) {
  if (runs.length === 0) return <p className="quiet">No restore run yet.</p>;
  return (
    <ul className="rows runs">
      {runs.map((run) => (
        <li key={run.id}>
          <p className="lead">
            <Link to={addressOf(workspace, run)}>Restore run {shortRunId(run.id)}</Link>
          </p>
          <p className="status">
            <RunStatusMark status={run.status} context={context} />
          </p>
          <p className="quiet target">
            <EnvironmentBadge model={environmentBadge(run.target.environment, context)} /> {run.target.label}
          </p>
          <p className="quiet">
            {run.backupSetName ?? "No backup set selected"}
            {run.dryRun ? ", dry-run" : ""}
          </p>
          <p className="quiet">
            {run.requestedBy.name}, {moment(run.createdAt)}
          </p>
        </li>
      ))}
    </ul>
  );
}
