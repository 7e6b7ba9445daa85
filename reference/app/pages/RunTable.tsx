import { Link } from "react-router";
import { EnvironmentBadge } from "checkrail";
import { environmentBadge, runStatusLabels, shortRunId } from "checkrail/restore/react";
import type { RunListing } from "../../api/runs.js";
import { addresses } from "../addresses.js";
import { moment } from "./moments.js";

const preparing: readonly RunListing["status"][] = ["draft", "scoped", "checked", "previewed"];

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
            <Link
              to={
                preparing.includes(run.status)
                  ? addresses.step(workspace, run.environmentId, run.id, "select_backup_set")
                  : addresses.run(workspace, run.environmentId, run.id)
              }
            >
              Restore run {shortRunId(run.id)}
            </Link>
            <span>{runStatusLabels[run.status]}</span>
          </p>
          <p className="quiet">
            {run.backupSetName ?? "No backup set selected"}
            {run.dryRun ? ", dry-run" : ""}
          </p>
          <p className="quiet end">
            {run.target.label} <EnvironmentBadge model={environmentBadge(run.target.environment)} />
          </p>
          <p className="quiet end">
            {run.requestedBy.name}, {moment(run.createdAt)}
          </p>
        </li>
      ))}
    </ul>
  );
}
