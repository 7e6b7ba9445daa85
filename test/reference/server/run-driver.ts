import { randomUUID } from "node:crypto";
import { expect, vi } from "vitest";
import { runDocumentSchema } from "../../../reference/api/runs.js";
import { restoreBasis } from "../../../src/restore/run/basis.js";
import type { RunDocument } from "../../../src/restore/ports.js";
import { type CallOptions, filledTarget, read, type Reply, type Site, threePolicies } from "./support.js";

// A restore is a job in a database of this process; a busy machine may take its time.
const patience = 40_000;

let targets = 0;

/** The same site with a target that no other test works on; it holds what the backup of three policies is compared with. */
export async function withOwnTarget<At extends Pick<Site, "product">>(
  site: At,
): Promise<At & { environmentId: string }> {
  targets += 1;
  const { id } = await filledTarget(site.product, `Contoso ${targets}`, threePolicies.target);
  return { ...site, environmentId: id };
}

/** Takes one run through its steps over the API. */
export class RunDriver {
  document: RunDocument;

  constructor(
    private readonly site: Pick<Site, "call">,
    reply: Reply,
  ) {
    this.document = asDocument(reply);
  }

  static async create(
    site: Pick<Site, "call" | "environmentId" | "backupSetId">,
    chooseBackup = true,
  ): Promise<RunDriver> {
    const path = `/api/workspaces/demo/environments/${site.environmentId}/restore-runs`;
    const reply = await site.call("POST", path, { body: chooseBackup ? { backupSetId: site.backupSetId } : {} });
    return new RunDriver(site, reply);
  }

  /** A run on a target of its own, ready to execute. */
  static async ready(site: Site): Promise<RunDriver> {
    const run = await RunDriver.create(await withOwnTarget(site));
    await run.prepare();
    return run;
  }

  get path(): string {
    return `/api/workspaces/demo/restore-runs/${this.document.run.id}`;
  }

  /** Posts to the run and keeps what it answers, where it is the run. */
  async post(action: string, body: unknown = {}, options: CallOptions = {}): Promise<Reply> {
    const revision = this.document.run.revision;
    const reply = await this.site.call("POST", `${this.path}/${action}`, { body, revision, ...options });
    if (reply.status < 300) this.document = asDocument(reply);
    return reply;
  }

  /** Asks for checks and waits for what comes of them: the run, or why there are none. */
  checks(): Promise<Reply> {
    return this.assessed("checks");
  }

  /** Asks for a preview and waits for what comes of it: the run, or why there is none. */
  preview(): Promise<Reply> {
    return this.assessed("preview");
  }

  private async assessed(kind: "checks" | "preview"): Promise<Reply> {
    const asked = await this.post(kind);
    if (asked.status >= 300) return asked;
    if (asked.status !== 202) throw new Error(`Expected that it was begun, got ${asked.status}.`);
    await this.assessment();
    const problem = this.document.assessment?.problem ?? null;
    return problem === null ? { ...asked, status: 200 } : { ...asked, status: problem.status, body: problem };
  }

  /** Waits until what was asked for last has ended. */
  async assessment(): Promise<void> {
    const ended = async () => expect((await this.load()).assessment?.finishedAt).toEqual(expect.any(String));
    await vi.waitFor(ended, { timeout: patience, interval: 20 });
  }

  async load(): Promise<RunDocument> {
    this.document = asDocument(await this.site.call("GET", this.path));
    return this.document;
  }

  change(body: unknown): Promise<Reply> {
    return this.post("changes", body);
  }

  scopeAll(): Promise<Reply> {
    return this.change({ event: "scope_defined", scope: { mode: "all" }, restoreMode: "create_missing" });
  }

  /** Everything that execution asks for, as an operator would who has done it all. */
  async prepare(): Promise<void> {
    await this.scopeAll();
    await this.checks();
    await this.preview();
    await this.change({ event: "dry_run_set", dryRun: false });
  }

  execute(change: Readonly<Record<string, unknown>> = {}, options: CallOptions = {}): Promise<Reply> {
    const request = {
      fingerprint: restoreBasis(this.document).fingerprint,
      reviewedImpact: true,
      typedLabel: this.document.run.target.label,
      pasted: false,
      ...change,
    };
    const headers = { "idempotency-key": randomUUID(), ...options.headers };
    return this.post("execute", request, { ...options, headers });
  }

  /** Waits until the run has ended. */
  async finished(): Promise<void> {
    const ended = async () => expect((await this.load()).run.execution?.finishedAt).toEqual(expect.any(String));
    await vi.waitFor(ended, { timeout: patience });
  }

  /** Waits until the target was read back. */
  async withEvidence(): Promise<void> {
    const active = async () => expect((await this.load()).evidence[0]?.state).toBe("active");
    await vi.waitFor(active, { timeout: patience });
  }

  /** What became of each item. */
  get outcomes() {
    return this.document.run.execution?.results?.items?.map(({ name, outcome }) => [name, outcome]);
  }
}

function asDocument(reply: Reply): RunDocument {
  if (reply.status >= 300) throw new Error(`Expected a run, got ${reply.status}: ${JSON.stringify(reply.body)}`);
  return read(runDocumentSchema, reply);
}
