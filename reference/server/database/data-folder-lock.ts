import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isNodeError } from "./node-error.js";
import { processStart } from "./process-start.js";

/** The data folder belongs to another process. The message names it and says what to do. */
export class DataFolderLocked extends Error {
  override readonly name = "DataFolderLocked";
}

/** A held lock. */
export interface DataFolderLock {
  release(): Promise<void>;
}

interface LockRecord {
  readonly pid: number;
  /** When that process started, as its system tells; null where it does not. A reused pid differs in it. */
  readonly processStart: string | null;
  readonly takenAt: string;
  readonly token: string;
}

/** Takes the data folder for this process: the embedded database corrupts when two processes open it. */
export async function lockDataFolder(dataDir: string): Promise<DataFolderLock> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, "lock.json");
  const mine: LockRecord = {
    pid: process.pid,
    processStart: await processStart(process.pid),
    takenAt: new Date().toISOString(),
    token: randomUUID(),
  };
  const draft = join(dataDir, `lock.${mine.token}.json`);
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      // Linking fails where the name exists, and never shows a half-written file.
      if (await linked(draft, path)) return { release: () => release(path, mine.token) };
      const holder = await readRecord(path);
      if (holder === "gone") continue;
      if (holder === "unreadable") {
        throw new DataFolderLocked(
          `The lock file ${path} cannot be read. Make sure that no Checkrail server uses this folder, then delete the file.`,
        );
      }
      if (await alive(holder)) throw new DataFolderLocked(heldBy(dataDir, holder));
      await setAside(path, holder);
    }
    throw new DataFolderLocked(
      `The data folder ${dataDir} is being taken by several processes at once. Start one of them.`,
    );
  } finally {
    await rm(draft, { force: true });
  }
}

function heldBy(dataDir: string, holder: LockRecord): string {
  const who = holder.pid === process.pid ? "this same process" : `process ${holder.pid}`;
  return `The data folder ${dataDir} is in use by ${who} since ${holder.takenAt}. Use the server that is running, stop it, or choose another data folder.`;
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isNodeError(error, "EEXIST")) return false;
    throw error;
  }
}

async function readRecord(path: string): Promise<LockRecord | "gone" | "unreadable"> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    return isNodeError(error, "ENOENT") ? "gone" : "unreadable";
  }
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : "unreadable";
  } catch {
    return "unreadable";
  }
}

function isRecord(value: unknown): value is LockRecord {
  if (typeof value !== "object" || value === null) return false;
  const { pid, token, takenAt } = value as Partial<Record<keyof LockRecord, unknown>>;
  return Number.isInteger(pid) && typeof token === "string" && typeof takenAt === "string";
}

async function alive(holder: LockRecord): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return !isNodeError(error, "ESRCH");
  }
  const start = await processStart(holder.pid);
  return start === null || holder.processStart === null || start === holder.processStart;
}

/** Moves a dead holder's lock away; where another process was quicker, its lock is put back. */
async function setAside(path: string, dead: LockRecord): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isNodeError(error, "ENOENT")) return;
    throw error;
  }
  const moved = await readRecord(aside);
  if (typeof moved !== "string" && moved.token !== dead.token) await linked(aside, path);
  await rm(aside, { force: true });
}

async function release(path: string, token: string): Promise<void> {
  const holder = await readRecord(path);
  if (typeof holder !== "string" && holder.token === token) await rm(path, { force: true });
}
