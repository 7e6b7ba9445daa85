import { importRequestSchema, type ImportRequest, type ImportSummary } from "../api/imports.js";
import { demoWorkspace, localOperator } from "./http/identities.js";
import { runImport } from "./imports/run-import.js";
import { openProduct } from "./product.js";

/**
 * Imports without a server: opens the data folder, stores the export and closes it again. Rejects where a running server
 * has the folder; then the import goes through its API.
 */
export async function importDirectly({
  dataDir,
  request,
}: {
  readonly dataDir: string;
  readonly request: ImportRequest;
}): Promise<ImportSummary> {
  const checked = importRequestSchema.parse(request);
  const product = await openProduct(dataDir);
  try {
    return await runImport(product, demoWorkspace.id, localOperator, checked);
  } finally {
    await product.close();
  }
}
