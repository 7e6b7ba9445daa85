import { sql } from "kysely";
import type { Handler } from "../http/handlers.js";
import { answered, problem, refused } from "../http/problems.js";

export const health: Handler<"health"> = async ({ context }) =>
  answered({ status: "ok", embeddedDatabase: context.embedded });

export const live: Handler<"live"> = async () => answered({ status: "live" });

/** A database that does not answer within this long is not reached. */
const patience = 2_000;

export const ready: Handler<"ready"> = async ({ context }) => {
  const reached = context.jobs.stopping()
    ? false
    : await Promise.race([
        sql`select 1`.execute(context.db).then(
          () => true,
          () => false,
        ),
        new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref()),
      ]);
  return reached ? answered({ status: "ready" }) : refused(notReady);
};

const notReady = problem(
  503,
  "not_ready",
  "Not ready yet",
  "The server does not reach its database, or is going down. Ask again in a moment.",
);

export const session: Handler<"session"> = async ({ context, identity }) =>
  answered({ operator: identity.operator, workspaces: identity.workspaces, demo: context.demo });
