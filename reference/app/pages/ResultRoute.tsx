import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { type HostRefusal, noConfirmation } from "checkrail/restore";
import { documentToFacts, RestoreResultPage } from "checkrail/restore/react";
import { addresses, anchorOf, contextOfRun } from "../addresses.js";
import { call } from "../api/client.js";
import { useLastRead } from "../last-read.js";
import { useRun } from "../queries.js";
import { Message, ProblemMessage } from "./Message.js";

/** What became of one run; asks again while anything is under way. */
export function ResultRoute() {
  const { workspace = "", environment = "", run = "" } = useParams();
  const location = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const query = useRun(workspace, run);
  const [refused, setRefused] = useState<{
    readonly problem: HostRefusal;
    readonly asked: "evidence" | "cancel";
  } | null>(null);
  const { value: document_, readAt, problem } = useLastRead(query, run);
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
      else setRefused({ problem: answer.problem, asked: "evidence" });
    },
  });
  const cancel = useMutation({
    mutationFn: (revision: number) => call("cancel", { workspace, run }, { revision }),
    onSuccess: (answer) => {
      if (answer.ok) client.setQueryData(["run", workspace, run], answer);
      else setRefused({ problem: answer.problem, asked: "cancel" });
    },
  });
  useEffect(() => {
    document.title = "Result · Restore run";
  }, []);
  if (query.data === undefined) return <Message text="Loading the run." />;
  if (facts === null)
    return <ProblemMessage answer={query.data} heading="Restore run" onRetry={() => void query.refetch()} />;
  const failed = problem === null ? refused : ({ problem, asked: "load" } as const);
  return (
    <RestoreResultPage
      facts={facts}
      context={context}
      interruption={failed === null ? null : { ...failed, readAt }}
      onProblemAction={(id) => {
        setRefused(null);
        if (id === "sign_in") window.location.reload();
        else if (id === "ask_again") (refused?.asked === "cancel" ? cancel : evidence).mutate(facts.run.revision);
        else void query.refetch();
      }}
      anchor={anchorOf(location)}
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
      onCancel={() => {
        if (!cancel.isPending) cancel.mutate(facts.run.revision);
      }}
      cancelling={cancel.isPending ? "asking" : cancel.data?.ok === true ? "requested" : undefined}
    />
  );
}
