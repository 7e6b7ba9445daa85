import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { backup, type SampleFile, target } from "./exports.js";

/** The bytes of one sample file. Exporters on Windows end lines with CR LF. */
export function bytesOf({ content, encoding, keep }: SampleFile): Uint8Array {
  const text = `${JSON.stringify(content, null, 2)}\n`.replaceAll("\n", "\r\n");
  const whole = Buffer.from(
    encoding === "utf-8" ? text : `\uFEFF${text}`,
    encoding === "utf-16le with mark" ? "utf16le" : "utf8",
  );
  // An even number, so that a character of two bytes is not cut through.
  return keep === undefined ? whole : whole.subarray(0, Math.floor((whole.byteLength * keep) / 2) * 2);
}

export const samples = { backup, target } as const;

/** Writes both samples anew. */
async function generate(into: string): Promise<void> {
  for (const [name, files] of Object.entries(samples)) {
    await rm(join(into, name), { recursive: true, force: true });
    for (const file of files) {
      const path = join(into, name, file.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytesOf(file));
    }
  }
  await writeFile(join(into, "backup", "Export log.txt"), "Exported by Contoso IT.\r\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await generate(fileURLToPath(new URL("..", import.meta.url)));
}
