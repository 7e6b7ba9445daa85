import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { type HostProblem, noConfirmation } from "checkrail/restore";
import { documentToFacts, RestoreResultPage } from "checkrail/restore/react";
import { addresses, contextOfRun } from "../addresses.js";
import { call } from "../api/client.js";
import { useRun } from "../queries.js";
import { Message, ProblemMessage } from "./Message.js";

/** What became of one run; asks again while anything is under way. */
export function ResultRoute() {
  const { workspace = "", environment = "", run = "" } = useParams();
  const location = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const query = useRun(workspace, run);
  const [problem, setProblem] = useState<HostProblem | null>(null);
  const document_ = query.data?.ok === true ? query.data.value : null;
  const context = useMemo(
    () => contextOfRun({ workspace, environment, run }, document_),
    [workspace, environment, run, document_],
  );
  const facts = useMemo(() => (document_ === null ? null : documentToFacts(document_, noConfirmation)), [document_]);
  const go = useCallback((href: string) => void navigate(href), [navigate]);
  const evidence = useMutation({
    mutationFn: (revision: number) => call("request_evidence", { workspace, run }, { revision }),
    onSuccess: (answer) => {
      if (answer.ok) client.setQueryData(["run", workspace, run], answer);
      else setProblem(answer.problem);
    },
  });
  useEffect(() => {
    document.title = "Result · Restore run";
  }, []);
  if (query.data === undefined) return <Message text="Loading the run." />;
  if (!query.data.ok || facts === null)
    return <ProblemMessage answer={query.data} onRetry={() => void query.refetch()} />;
  return (
    <RestoreResultPage
      facts={facts}
      context={context}
      problem={problem}
      onProblemAction={() => {
        setProblem(null);
        void query.refetch();
      }}
      anchor={location.hash === "" ? null : decodeURIComponent(location.hash.slice(1))}
      visit={location.key}
      arrived={location.key !== "default"}
      exit={{
        kind: "link",
        id: "close",
        label: "All restore runs of this environment",
        href: addresses.runs(workspace, environment),
      }}
      onNavigate={go}
      onRequestEvidence={() => {
        if (!evidence.isPending) evidence.mutate(facts.run.revision);
      }}
      requesting={evidence.isPending}
    />
  );
}
