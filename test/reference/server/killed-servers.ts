import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";
import { z } from "zod";
import { type Caller, callerOf } from "./support.js";

/** When a server is killed. */
export type Instant =
  | "before_listing"
  | "before_recording"
  | "before_write"
  | "after_write"
  | "after_creation"
  | "directory_read"
  | "tenant_filled";

const placeSchema = z.object({
  dataDir: z.string(),
  url: z.string(),
  backupSetId: z.string(),
  environments: z.array(z.string()),
});

/** A server in a process of its own. */
export interface KilledServer extends z.output<typeof placeSchema> {
  readonly call: Caller;
  /** Has the system kill it at this instant from now on. */
  arm(instant: Instant): Promise<void>;
  /** Waits until it was killed. */
  killed(): Promise<void>;
  stop(): void;
}

const root = join(import.meta.dirname, "../../..");

/** The server as one script: its hundreds of modules, one by one, take longer to load than it is left alive. */
async function bundle(): Promise<string> {
  // Within reach of the packages, which stay outside of it.
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, "killed-server-"));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    ssr: { resolve: { conditions: ["development"] } },
    build: {
      ssr: join(import.meta.dirname, "killed-server.ts"),
      outDir,
      minify: false,
      sourcemap: true,
      rolldownOptions: { output: { entryFileNames: "server.mjs" } },
    },
  });
  return join(outDir, "server.mjs");
}

let bundled: Promise<string> | undefined;

/** Takes away the script that the servers of a file of tests ran; called when its tests have ended. */
export async function removeBundle(): Promise<void> {
  const script = await bundled;
  bundled = undefined;
  if (script !== undefined) await rm(dirname(script), { recursive: true, force: true });
}

/** Starts one, on a new folder or on the one that another left. */
export async function killedServer(dataDir?: string): Promise<KilledServer> {
  const script = await (bundled ??= bundle());
  const args = ["--enable-source-maps", script, ...(dataDir === undefined ? [] : [dataDir])];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("The server has no standard streams.");
  const ended = once(child, "exit");
  const lines = createInterface(stdout);
  const [line] = await Promise.race([once(lines, "line"), ended]);
  const place = placeSchema.parse(JSON.parse(String(line)));
  return {
    ...place,
    call: callerOf(place.url),
    arm: async (instant) => {
      const heard = once(lines, "line");
      stdin.write(`${instant}\n`);
      await heard;
    },
    killed: async () => {
      const [code, signal] = (await ended) as [number | null, string | null];
      if (signal !== "SIGKILL") throw new Error(`The server was not killed: it ended with ${code ?? signal}.`);
    },
    stop: () => child.kill("SIGKILL"),
  };
}
