import { useQuery } from "@tanstack/react-query";
import { evidenceProof, type HostAnswer, resultState, type RunDocument } from "checkrail/restore";
import { call } from "./api/client.js";

const pollEvery = 1_000;

export function useWorkspace(workspace: string) {
  return useQuery({ queryKey: ["workspace", workspace], queryFn: () => call("workspace", { workspace }) });
}

export function useSession() {
  return useQuery({ queryKey: ["session"], queryFn: () => call("session", {}) });
}

export function useBackupSets(workspace: string) {
  return useQuery({ queryKey: ["backup-sets", workspace], queryFn: () => call("backup_sets", { workspace }) });
}

export function useRuns(workspace: string, environment: string) {
  return useQuery({
    queryKey: ["runs", workspace, environment],
    queryFn: () => call("restore_runs", { workspace, environment }),
  });
}

/** A run, asked for again while its execution or its evidence is under way. */
export function useRun(workspace: string, run: string) {
  return useQuery({
    queryKey: ["run", workspace, run],
    queryFn: () => call("restore_run", { workspace, run }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data !== undefined && underWay(state.data) ? pollEvery : false),
  });
}

function underWay(answer: HostAnswer<RunDocument>): boolean {
  if (!answer.ok) return false;
  const status = answer.value.run.execution?.status;
  if (status === "queued" || status === "running") return true;
  return resultState(answer.value) === "in_progress" || evidenceProof(answer.value).state === "in_progress";
}

/** An operation, asked for again until it ended. */
export function useOperation(workspace: string, operation: string) {
  return useQuery({
    queryKey: ["operation", workspace, operation],
    queryFn: () => call("operation", { workspace, operation }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.ok === true && state.data.value.operation.status !== "finished" ? pollEvery : false,
  });
}
