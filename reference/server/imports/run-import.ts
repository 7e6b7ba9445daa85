import type { ImportRequest, ImportSummary } from "../../api/imports.js";
import { exportFilesOf } from "../../import/export-file.js";
import { parseExport } from "../../import/parse-export.js";
import type { Actor } from "../../../src/restore/run/run.js";
import { summaryOf } from "./summary.js";
import { type ImportContext, storeBackup, storeTarget } from "./store-import.js";

/** Reads an export and stores it: the one way in, for the API, the command line and the sample data. */
export async function runImport(
  context: ImportContext,
  workspaceId: string,
  actor: Actor,
  request: ImportRequest,
): Promise<ImportSummary> {
  const content = parseExport(exportFilesOf(request));
  const destination = { workspaceId, name: request.name, actor };
  if (request.as === "backup") {
    const { id } = await storeBackup(context, destination, content);
    return summaryOf(content, { as: "backup", id, name: request.name, replaced: false, duplicates: [] });
  }
  const stored = await storeTarget(context, { ...destination, environment: request.environment }, content);
  return summaryOf(content, { as: "target", ...stored });
}
