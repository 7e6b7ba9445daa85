import type { ServerContext } from "../context.js";
import { atOneMoment } from "../database/one-moment.js";
import type { Handler } from "../http/handlers.js";
import { answered, notFound, refused } from "../http/problems.js";
import { queueSync } from "../jobs/directory-sync.js";
import { lastDirectorySync } from "../runs/directory-syncs.js";
import { type EnvironmentRow, readEnvironment } from "../runs/environments.js";
import { readDirectory } from "../runs/facts.js";

export const directory: Handler<"directory"> = async ({ context, params }) => {
  const environment = await readEnvironment(context.db, params.workspace, params.environment);
  return environment === undefined ? refused(notFound) : answerDirectory(context, environment);
};

/** Asks for a fresh reading of the target's directory: "Open group sync" (PF-12). */
export const syncDirectory: Handler<"sync_directory"> = async ({ context, identity, params }) => {
  const environment = await readEnvironment(context.db, params.workspace, params.environment);
  if (environment === undefined) return refused(notFound);
  await queueSync(context, environment, identity.operator);
  return answerDirectory(context, environment);
};

function answerDirectory(context: ServerContext, environment: EnvironmentRow) {
  return atOneMoment(context.db, async (tx) => {
    const cached = await readDirectory(tx, environment.id);
    return answered({
      directory:
        cached === null
          ? null
          : {
              version: cached.version,
              readAt: cached.readAt,
              groups: cached.groups.length,
              assignmentFilters: cached.assignmentFilters.length,
              scopeTags: cached.scopeTags.length,
            },
      sync: await lastDirectorySync(tx, environment.id),
    });
  });
}
