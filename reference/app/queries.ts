import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { evidenceProof, type HostAnswer, resultState, type RunDocument } from "checkrail/restore";
import type { OperationDocument } from "../api/operations.js";
import { call, callEvery, pathOf } from "./api/client.js";
import { useProgress } from "./progress.js";

const pollEvery = 1_000;
/** Beside a stream of events, in case something in between holds it back. */
const pollBeside = 15_000;
/** A connection that was lost comes back by itself. Reading asks for nothing that could be done twice. */
const pollAfterProblem = 5_000;

export function useWorkspace(workspace: string) {
  return useQuery({ queryKey: ["workspace", workspace], queryFn: () => call("workspace", { workspace }) });
}

export function useSession() {
  return useQuery({ queryKey: ["session"], queryFn: () => call("session", {}) });
}

export function useBackupSets(workspace: string) {
  return useQuery({ queryKey: ["backup-sets", workspace], queryFn: () => callEvery("backup_sets", { workspace }) });
}

export function useRuns(workspace: string, environment: string) {
  return useQuery({
    queryKey: ["runs", workspace, environment],
    queryFn: () => call("restore_runs", { workspace, environment }),
  });
}

/** A run, read again while its execution or its evidence is under way. */
export function useRun(workspace: string, run: string) {
  const [told, setTold] = useState(false);
  const query = useQuery({
    queryKey: ["run", workspace, run],
    queryFn: () => call("restore_run", { workspace, run }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      mayPass(state.data)
        ? pollAfterProblem
        : state.data !== undefined && underWay(state.data)
          ? told
            ? pollBeside
            : pollEvery
          : false,
  });
  const listen = query.data !== undefined && underWay(query.data);
  useProgress(listen ? pathOf("run_events", { workspace, run }) : null, query.refetch, setTold);
  return query;
}

/** Whether what stands in the way may be gone by itself the next time: nobody signs in, or is let in, by waiting. */
function mayPass(answer: HostAnswer<unknown> | undefined): boolean {
  return answer?.ok === false && (answer.problem.status === 0 || answer.problem.status >= 500);
}

function underWay(answer: HostAnswer<RunDocument>): boolean {
  if (!answer.ok) return false;
  const status = answer.value.run.execution?.status;
  if (status === "queued" || status === "running") return true;
  const assessment = answer.value.assessment?.state;
  if (assessment === "queued" || assessment === "running") return true;
  return resultState(answer.value) === "in_progress" || evidenceProof(answer.value).state === "in_progress";
}

/** An operation, read again until it ended. */
export function useOperation(workspace: string, operation: string) {
  const [told, setTold] = useState(false);
  const query = useQuery({
    queryKey: ["operation", workspace, operation],
    queryFn: () => call("operation", { workspace, operation }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      mayPass(state.data) ? pollAfterProblem : runOfOpen(state.data) === null ? false : told ? pollBeside : pollEvery,
  });
  const run = runOfOpen(query.data);
  useProgress(run === null ? null : pathOf("run_events", { workspace, run }), query.refetch, setTold);
  return query;
}

/** The run of an operation that has not ended. */
function runOfOpen(answer: HostAnswer<OperationDocument> | undefined): string | null {
  return answer?.ok === true && answer.value.operation.status !== "finished" ? answer.value.restoreRun.id : null;
}
