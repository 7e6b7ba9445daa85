import { changeTarget } from "../../target/demo.js";
import { record } from "../audit.js";
import type { Handler } from "../http/handlers.js";
import { answered, notFound, problem, refused } from "../http/problems.js";
import { readEnvironment } from "../runs/environments.js";

/** Changes the target as somebody else would: no run, no evidence and no directory of ours hears of it. */
export const demoTargetChange: Handler<"demo_target_change"> = async ({ context, identity, params, body }) => {
  const environment = await readEnvironment(context.db, params.workspace, params.environment);
  if (environment === undefined) return refused(notFound);
  const name = body.name ?? body.policyName ?? null;
  const result = await changeTarget(context.targetDb, environment.target_key, { kind: body.kind, name }, context.now);
  if (!result.ok) return refused(problem(409, "nothing_to_change", "Nothing was changed", result.detail));
  await context.db.transaction().execute((tx) =>
    record(tx, {
      at: context.now(),
      workspaceId: environment.workspace_id,
      environmentId: environment.id,
      restoreRunId: null,
      actor: identity.operator,
      event: "demo_target_changed",
      detail: { kind: body.kind, changed: result.changed },
    }),
  );
  return answered({ changed: result.changed });
};
