import { restoreReceipt } from "../../../src/restore/resolvers/receipt.js";
import { atOneMoment } from "../database/one-moment.js";
import type { Handler } from "../http/handlers.js";
import { answered, notFound, problem, refused } from "../http/problems.js";
import { loadFacts } from "../runs/facts.js";
import { readRun } from "../runs/store.js";

/** The receipt of what this operator may see of a run (BY-12, RR-8): the same one that the run's own page shows. */
export const receipt: Handler<"receipt"> = ({ context, identity, params }) =>
  atOneMoment(context.db, async (tx) => {
    const run = await readRun(tx, params.workspace, params.run);
    if (run === null) return refused(notFound);
    if (run.checks === null && run.preview === null && run.execution === null) return refused(nothingRecorded);
    return answered(restoreReceipt((await loadFacts(context, tx, run, identity.operator)).facts));
  });

const nothingRecorded = problem(
  409,
  "nothing_recorded",
  "There is nothing to put on a receipt yet",
  "Nothing was checked, previewed or executed. Run the checks, then ask again.",
);
