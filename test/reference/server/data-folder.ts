import { access, cp, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { madeOnServer } from "./databases.js";

/** A new data folder with its databases, empty. Embedded ones are copied: to initialise one takes seconds, and is not what is tested. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "checkrail-test-"));
  if (await madeOnServer(folder)) return folder;
  const template = await templateFolder();
  await cp(template, join(folder, "database"), { recursive: true });
  await cp(template, join(folder, "target"), { recursive: true });
  return folder;
}

async function templateFolder(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const manifest: unknown = JSON.parse(await readFile(join(dirname(entry), "..", "package.json"), "utf8"));
  const version =
    typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";
  const template = join(tmpdir(), `checkrail-empty-database-${version}-${userInfo().uid}`);
  if (await exists(template)) return template;
  const draft = await mkdtemp(join(tmpdir(), "checkrail-empty-"));
  const database = await PGlite.create(draft);
  await database.close();
  try {
    await rename(draft, template);
  } catch (error) {
    // Another file of tests was quicker; its template is the same.
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(template))) throw error;
  }
  return template;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
