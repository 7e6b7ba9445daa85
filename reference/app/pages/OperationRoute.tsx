import { useCallback, useEffect, useMemo } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { environmentBadge, OperationPage } from "checkrail/restore/react";
import { addresses, plainContext } from "../addresses.js";
import { useLastRead } from "../last-read.js";
import { useOperation, useWorkspace } from "../queries.js";
import { Message, ProblemMessage } from "./Message.js";

/** One operation, for monitoring; asks again until it ended. */
export function OperationRoute() {
  const { workspace = "", operation = "" } = useParams();
  const location = useLocation();
  const navigate = useNavigate();
  const query = useOperation(workspace, operation);
  const { value, readAt, problem } = useLastRead(query, operation);
  const known = useWorkspace(workspace).data;
  const context = useMemo(plainContext, []);
  const go = useCallback((href: string) => void navigate(href), [navigate]);
  useEffect(() => {
    document.title = "Operation";
  }, []);
  if (query.data === undefined) return <Message text="Loading the operation." />;
  if (value === null)
    return <ProblemMessage answer={query.data} heading="Operation" onRetry={() => void query.refetch()} />;
  const { operation: facts, restoreRun } = value;
  const environment =
    known?.ok === true ? known.value.environments.find(({ id }) => id === facts.environmentId) : undefined;
  // The API names its own address of the run; where it names one, the page of the run may be opened too.
  const href = restoreRun.href === null ? null : addresses.run(workspace, facts.environmentId, restoreRun.id);
  return (
    <OperationPage
      facts={{ operation: facts, restoreRun: { ...restoreRun, href } }}
      context={context}
      target={
        environment === undefined
          ? null
          : { label: environment.name, badge: environmentBadge(environment.environment, context) }
      }
      interruption={problem === null ? null : { problem, asked: "load", readAt }}
      onProblemAction={(id) => (id === "sign_in" ? window.location.reload() : void query.refetch())}
      exit={{
        kind: "link",
        id: "close",
        label: "All restore runs of this environment",
        href: addresses.runs(workspace, facts.environmentId),
      }}
      anchor={location.hash === "" ? null : location.hash.slice(1)}
      visit={location.key}
      arrived={location.key !== "default"}
      onNavigate={go}
    />
  );
}
