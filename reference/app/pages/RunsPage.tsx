import { useEffect } from "react";
import { useParams } from "react-router";
import { endpoints } from "../../api/endpoints.js";
import { useRuns, useWorkspace } from "../queries.js";
import { Message, ProblemMessage } from "./Message.js";
import { NewRunButton } from "./NewRunButton.js";
import { RunTable } from "./RunTable.js";

const listed = endpoints.restore_runs.page.usual;

/** Restore runs of one environment. */
export function RunsPage() {
  const { workspace = "", environment = "" } = useParams();
  const query = useRuns(workspace, environment);
  const known = useWorkspace(workspace).data;
  const name =
    (known?.ok === true ? known.value.environments.find(({ id }) => id === environment)?.name : undefined) ??
    environment;
  useEffect(() => {
    document.title = `Restore runs · ${name}`;
  }, [name]);
  if (query.data === undefined) return <Message text="Loading restore runs." />;
  if (!query.data.ok)
    return <ProblemMessage answer={query.data} heading="Restore runs" onRetry={() => void query.refetch()} />;
  const runs = query.data.value.map((run) => ({ ...run, environmentId: environment }));
  return (
    <div className="page">
      <div className="heading">
        <h1>Restore runs, {name}</h1>
        <NewRunButton workspace={workspace} environment={environment} name={name} loud />
      </div>
      <RunTable workspace={workspace} runs={runs} />
      {runs.length < listed ? null : <p className="quiet">The newest {listed} are listed.</p>}
    </div>
  );
}
