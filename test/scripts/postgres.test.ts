import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unpackPostgres } from "../../scripts/postgres.js";

test("PostgreSQL that one clone unpacked runs when that clone is gone", async () => {
  const folder = await mkdtemp(join(tmpdir(), "checkrail-test-"));
  const clone = join(folder, "clone");
  await mkdir(join(clone, "native/lib"), { recursive: true });
  await writeFile(join(clone, "package.json"), JSON.stringify({ version: "1.0.0" }));
  await writeFile(join(clone, "native/pg-symlinks.json"), "[]");
  await writeFile(join(clone, "native/lib/libpq.so.5"), "the library");
  await symlink("libpq.so.5", join(clone, "native/lib/libpq.so"));
  const home = await unpackPostgres(clone, folder);
  await rm(clone, { recursive: true });
  expect(await readFile(join(home, "lib/libpq.so"), "utf8")).toBe("the library");
  await rm(folder, { recursive: true });
});
