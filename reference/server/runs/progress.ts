import type { RunProgress } from "../../api/progress.js";
import type { Db } from "../database/schema.js";

/** Whoever wants to hear how far a run is. */
export interface ProgressListener {
  /** Called with every look, whether anything moved or not. */
  receive(progress: RunProgress): void;
  /** Called once where no more will come. */
  end(): void;
}

/** Looks at the runs that somebody listens to, all of them in one query, for as long as anybody does. */
export interface ProgressWatch {
  /** Returns what ends it. */
  listen(runId: string, listener: ProgressListener): () => void;
  /** Ends everything that is listened to, now and from now on. */
  stop(): void;
}

const millisecondsBetweenLooks = 500;

/** How far some runs are, by id. */
export type ReadProgress = (runIds: readonly string[]) => Promise<ReadonlyMap<string, RunProgress>>;

/** Opens a watch. It reads in one query after the other and holds no connection between them: the embedded database has one. */
export function watchProgress(read: ReadProgress): ProgressWatch {
  const listeners = new Map<ProgressListener, string>();
  let stopped = false;
  let looking = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    looking = true;
    try {
      const found = await read([...new Set(listeners.values())]);
      for (const [listener, runId] of listeners) {
        const progress = found.get(runId);
        if (progress !== undefined) listener.receive(progress);
      }
    } catch {
      // Whoever listens comes back, and is told where the database is not to be reached.
      for (const listener of listeners.keys()) listener.end();
      listeners.clear();
    }
    looking = false;
    if (listeners.size > 0) timer = setTimeout(() => void look(), millisecondsBetweenLooks);
  }

  return {
    listen: (runId, listener) => {
      if (stopped) {
        listener.end();
        return () => undefined;
      }
      listeners.set(listener, runId);
      if (!looking) {
        clearTimeout(timer);
        void look();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearTimeout(timer);
      };
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      for (const listener of listeners.keys()) listener.end();
      listeners.clear();
    },
  };
}

/** Reads how far runs are. */
export const progressIn =
  (db: Db): ReadProgress =>
  async (runIds) => {
    const rows = await db
      .selectFrom("restore_runs as run")
      .leftJoin("operations as operation", "operation.restore_run_id", "run.id")
      .select(["run.id", "run.revision", "operation.status", "operation.done", "operation.total"])
      .select((row) =>
        row
          .selectFrom("evidence_snapshots as snapshot")
          .select("snapshot.state")
          .whereRef("snapshot.operation_id", "=", "operation.id")
          .orderBy("snapshot.requested_at", "desc")
          .orderBy("snapshot.id", "desc")
          .limit(1)
          .as("evidence"),
      )
      .leftJoin("assessments as assessment", (join) =>
        join.onRef("assessment.restore_run_id", "=", "run.id").on((on) =>
          on(
            "assessment.number",
            "=",
            on
              .selectFrom("assessments as other")
              .select((other) => other.fn.max("other.number").as("last"))
              .whereRef("other.restore_run_id", "=", "run.id"),
          ),
        ),
      )
      .select(["assessment.id as assessment_id", "assessment.kind", "assessment.state", "assessment.stage"])
      .leftJoinLateral(
        (row) =>
          row
            .selectFrom("directory_syncs as sync")
            .select(["sync.id as sync_id", "sync.state as sync_state"])
            .whereRef("sync.environment_id", "=", "run.environment_id")
            .orderBy("sync.number", "desc")
            .limit(1)
            .as("last_sync"),
        (join) => join.onTrue(),
      )
      .select(["last_sync.sync_id", "last_sync.sync_state"])
      .where("run.id", "in", [...runIds])
      .execute();
    return new Map(
      rows.map((row) => [
        row.id,
        {
          revision: row.revision,
          operation:
            row.status === null || row.done === null ? null : { status: row.status, done: row.done, total: row.total },
          evidence: row.evidence,
          assessment:
            row.assessment_id === null || row.kind === null || row.state === null
              ? null
              : { id: row.assessment_id, kind: row.kind, state: row.state, stage: row.stage },
          directorySync:
            row.sync_id === null || row.sync_state === null ? null : { id: row.sync_id, state: row.sync_state },
        },
      ]),
    );
  };
