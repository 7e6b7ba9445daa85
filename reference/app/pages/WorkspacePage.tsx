import { useQueries } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link, useParams } from "react-router";
import { EnvironmentBadge } from "checkrail";
import { environmentBadge } from "checkrail/restore/react";
import type { Workspace } from "../../api/workspaces.js";
import { addresses, plainContext } from "../addresses.js";
import { call } from "../api/client.js";
import { useBackupSets, useSession, useWorkspace } from "../queries.js";
import { DemoControl } from "./DemoControl.js";
import { Message, ProblemMessage } from "./Message.js";
import { count, moment } from "./moments.js";
import { NewRunButton } from "./NewRunButton.js";
import { RunTable } from "./RunTable.js";

const recent = 8;
const context = plainContext();

/** What a workspace holds: environments, backup sets, and recent runs. */
export function WorkspacePage() {
  const { workspace = "" } = useParams();
  const query = useWorkspace(workspace);
  const session = useSession().data;
  const name = query.data?.ok === true ? query.data.value.name : workspace;
  useEffect(() => {
    document.title = `Overview · ${name}`;
  }, [name]);
  if (query.data === undefined) return <Message text="Loading the workspace." />;
  if (!query.data.ok)
    return <ProblemMessage answer={query.data} heading="Overview" onRetry={() => void query.refetch()} />;
  const { environments } = query.data.value;
  return (
    <div className="page overview">
      <h1>Overview</h1>
      <section aria-labelledby="environments">
        <h2 id="environments">Environments</h2>
        <ul className="rows environments">
          {environments.map((environment) => (
            <li key={environment.id}>
              <p className="lead">
                <EnvironmentBadge model={environmentBadge(environment.environment, context)} />
                <Link to={addresses.runs(workspace, environment.id)}>{environment.name}</Link>
              </p>
              <p className="quiet">
                {count(environment.restoreRuns)} {environment.restoreRuns === 1 ? "restore run" : "restore runs"}
              </p>
              <NewRunButton workspace={workspace} environment={environment.id} name={environment.name} />
            </li>
          ))}
        </ul>
        {environments.length === 0 ? (
          <p className="quiet">No environment yet. Import an export folder as a target first.</p>
        ) : null}
      </section>
      <RecentRuns workspace={workspace} environments={environments} />
      <BackupSets workspace={workspace} />
      {session?.ok === true && session.value.demo ? (
        <DemoControl workspace={workspace} environments={environments} />
      ) : null}
    </div>
  );
}

function RecentRuns({ workspace, environments }: { workspace: string; environments: Workspace["environments"] }) {
  const answers = useQueries({
    queries: environments.map(({ id }) => ({
      queryKey: ["runs", workspace, id],
      queryFn: () => call("restore_runs", { workspace, environment: id }),
    })),
  });
  const runs = answers.flatMap(({ data }, index) =>
    data?.ok === true ? data.value.map((run) => ({ ...run, environmentId: environments[index]?.id ?? "" })) : [],
  );
  const failed = answers.find(({ data }) => data?.ok === false);
  const newest = [...runs].sort((left, right) => right.createdAt.localeCompare(left.createdAt)).slice(0, recent);
  return (
    <section aria-labelledby="recent-runs">
      <h2 id="recent-runs">Recent runs</h2>
      {failed?.data === undefined ? null : (
        <ProblemMessage answer={failed.data} onRetry={() => void failed.refetch()} />
      )}
      {answers.some(({ data }) => data === undefined) ? (
        <p className="quiet">Loading.</p>
      ) : (
        <RunTable workspace={workspace} runs={newest} />
      )}
    </section>
  );
}

function BackupSets({ workspace }: { workspace: string }) {
  const query = useBackupSets(workspace);
  return (
    <section aria-labelledby="backup-sets">
      <h2 id="backup-sets">Backup sets</h2>
      {query.data === undefined ? <p className="quiet">Loading.</p> : null}
      {query.data?.ok === false ? <ProblemMessage answer={query.data} onRetry={() => void query.refetch()} /> : null}
      {query.data?.ok === true ? (
        <ul className="rows backup-sets">
          {query.data.value.map((set) => (
            <li key={set.id}>
              <p className="lead">{set.name}</p>
              <p className="quiet">Tenant: {set.tenantName ?? "Not recorded"}</p>
              <p className="quiet">Captured: {moment(set.capturedAt)}</p>
              <p className="quiet figure">Items: {count(set.quality.itemCount)}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {query.data?.ok === true && query.data.value.length === 0 ? (
        <p className="quiet">No backup set yet. Import an export folder as a backup first.</p>
      ) : null}
    </section>
  );
}
