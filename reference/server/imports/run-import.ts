import type { ImportRequest, ImportSummary } from "../../api/imports.js";
import type { ExportFile } from "../../import/export-file.js";
import { nameProblem } from "../../import/name-problem.js";
import { parseExport } from "../../import/parse-export.js";
import { summariseContent } from "../../import/summary.js";
import type { Actor } from "../../../src/restore/run/run.js";
import { type Answer, answered, refused } from "../http/problems.js";
import { badName } from "./refusals.js";
import { type ImportContext, storeBackup, storeTarget } from "./store-import.js";

type Named<T> = T extends ImportRequest ? Omit<T, "files" | "archive"> : never;

/** What an export is to become. */
export type ImportOrder = Named<ImportRequest> & { readonly workspaceId: string; readonly actor: Actor };

/** Reads an export and stores it: the one way in, for the API, the command line and the sample data. */
export async function runImport(
  context: ImportContext,
  order: ImportOrder,
  files: readonly ExportFile[],
): Promise<Answer<ImportSummary>> {
  const unusable = nameProblem(order.name);
  if (unusable !== null) return refused(badName(unusable));
  const content = parseExport(files);
  const { as, name } = order;
  const stored =
    order.as === "backup"
      ? answered({ ...(await storeBackup(context, order, content)), replaced: false, duplicates: [] })
      : await storeTarget(context, { ...order, replace: order.replace === true }, content);
  if (!stored.ok) return stored;
  const { id, replaced, duplicates } = stored.value;
  return answered({
    ...summariseContent(content),
    id,
    as,
    name,
    replaced,
    notTaken: duplicates.map((item) => ({ path: item.path, name: item.name })),
  });
}
