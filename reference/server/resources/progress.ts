import type { RunProgress } from "../../api/progress.js";
import type { Operator } from "../../../src/restore/run/facts.js";
import type { Handler } from "../http/handlers.js";
import { answered, notFound, refused } from "../http/problems.js";

export const runEvents: Handler<"run_events"> = async ({ context, identity, params }) => {
  const run = await context.db
    .selectFrom("restore_runs")
    .select("id")
    .where("workspace_id", "=", params.workspace)
    .where("id", "=", params.run)
    .executeTakeFirst();
  if (run === undefined) return refused(notFound);
  return answered({
    subscribe: (send, end) =>
      context.progress.listen(run.id, {
        receive: (progress) => {
          const data = visibleTo(identity.operator, progress);
          send({ id: idOf(data), data });
        },
        end,
      }),
  });
};

/** The same rights as the run's own page asks for (RR-8). */
function visibleTo(
  { capabilities }: Operator,
  { revision, operation, evidence, assessment, directorySync }: RunProgress,
): RunProgress {
  const seesOperation = capabilities.includes("operation.view");
  return {
    revision,
    operation: seesOperation ? operation : null,
    evidence: seesOperation && capabilities.includes("evidence.view") ? evidence : null,
    assessment,
    directorySync,
  };
}

function idOf({ revision, operation, evidence, assessment, directorySync }: RunProgress): string {
  const parts = [
    revision,
    operation?.status,
    operation?.done,
    operation?.total,
    evidence,
    assessment?.id,
    assessment?.state,
    assessment?.stage,
    directorySync?.id,
    directorySync?.state,
  ];
  return parts.map((part) => part ?? "-").join(".");
}
