import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readFolder } from "../../import/read-folder.js";
import { system } from "../audit.js";
import { demoWorkspace } from "../http/identities.js";
import { type ImportOrder, runImport } from "./run-import.js";
import type { ImportContext } from "./store-import.js";

const samples = join(import.meta.dirname, "../../samples");
const owner = { workspaceId: demoWorkspace.id, actor: system };

// The target first: what was begun and not ended is begun again, because the backup set is what tells that all is there.
const seeds: readonly { readonly folder: string; readonly order: ImportOrder }[] = [
  { folder: "target", order: { ...owner, as: "target", name: "Contoso Production", environment: "prod" } },
  { folder: "backup", order: { ...owner, as: "backup", name: "Contoso baseline backup" } },
];

/** Gives a product without any backup set something to work on, through the same import as any other export. */
export async function seedWhereEmpty(context: ImportContext): Promise<void> {
  const any = await context.db.selectFrom("backup_sets").select("id").limit(1).executeTakeFirst();
  if (any !== undefined) return;
  for (const { folder, order } of seeds) {
    const path = join(samples, folder);
    if (!(await isFolder(path))) continue;
    const imported = await runImport(context, order, await readFolder(path));
    // An environment of the name was filled before, by an earlier start or by somebody's own import: it stays as it is.
    if (!imported.ok && imported.problem.code !== "target_exists") throw new Error(imported.problem.detail);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
