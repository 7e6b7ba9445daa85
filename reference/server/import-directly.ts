import { z } from "zod";
import { importRequestSchema, type ImportRequest, type ImportSummary } from "../api/imports.js";
import { exportFilesOf } from "../import/export-file.js";
import type { Databases } from "./database/locations.js";
import { demoWorkspace, localOperator } from "./http/identities.js";
import { runImport } from "./imports/run-import.js";
import { openProduct } from "./product.js";

/**
 * Imports without a server: opens the data folder, stores the export and closes it again. Rejects where a running server
 * has the folder, because then the import goes through its API, and where the import is refused.
 */
export async function importDirectly({
  dataDir,
  databases,
  request,
}: {
  readonly dataDir: string;
  /** Embedded in the data folder unless told otherwise. */
  readonly databases?: Databases;
  readonly request: ImportRequest;
}): Promise<ImportSummary> {
  const checked = importRequestSchema.safeParse(request);
  if (!checked.success) throw new Error(`The import cannot be understood: ${z.prettifyError(checked.error)}`);
  const { files, archive, ...order } = checked.data;
  const read = exportFilesOf({ ...(files && { files }), ...(archive !== undefined && { archive }) });
  if (!read.ok) throw new Error(read.reason);
  const product = await openProduct(dataDir, databases);
  try {
    const destination = { ...order, workspaceId: demoWorkspace.id, actor: localOperator };
    const imported = await runImport(product, destination, read.files);
    if (!imported.ok) throw new Error(imported.problem.detail);
    return imported.value;
  } finally {
    await product.close();
  }
}
