import { appendFileSync } from "node:fs";
import { type APIRequestContext, type BrowserContext, expect, type Page, type Route, test } from "@playwright/test";
import { resultState } from "../../src/restore/index.js";
import { restoreClaims, type RestoreClaimState } from "../../src/restore/claims/index.js";
import type { ExecuteRequest, RunDocument } from "../../src/restore/ports.js";
import type { RunChange } from "../../src/restore/run/events.js";
import { type ClaimText, claimFinder } from "../../src/safety/index.js";
import { type Accepted, type AuditLine, driftedItems, forbiddenIn, forbiddenInTrail } from "../support/executions.js";
import { product, stepAddress } from "./product.js";
import { chanceOf, type Control, controlsOf, settling, textsOf, unlabelled } from "./walk.js";

const sequences = Number(process.env["CHECKRAIL_WALKS"] ?? 50);
const firstSeed = Number(process.env["CHECKRAIL_SEED"] ?? 1);
const actions = 4;
const label = "Contoso Production";
const armedSurface = "[data-component=ExecutionStart][data-status=armed]";
const steps = ["select_backup_set", "define_restore_scope", "safety_checks", "preview", "confirm_execute"];

// What the demonstration can do to the target, but for what makes readers and writers wait for minutes, and for groups, which
// nothing brings back.
const policyChanges = [
  ...["edit_setting", "edit_setting", "clear_assignments"],
  ...["delete_policy", "rename_policy", "duplicate_policy"],
];
const answersChange = ["throttle", "go_offline", "refuse_writes", "lose_answers"];
const limitsChange = ["withhold_type", "forbid_type"];

// Thousands of clicks in one test: what they were is told by the seed.
test.use({ trace: "off", screenshot: "off" });

/** A run ready for a part of the way, and where the walk begins. */
type Start = "overview" | "new" | "scoped" | "previewed" | "armed" | Unready;

/** A run that must not be executed, and is looked at where it would be: each lacks something else. */
type Unready = (typeof unready)[number];
const unready = ["dry_run", "unchecked", "blocking", "void"] as const;

test(`RW-16 SI-10 RR-12 BY-8 BY-15 ${sequences} random walks find no execution that the record does not allow, no forbidden claim, no control without a name, no error`, async ({
  page,
  context,
  request,
}) => {
  test.setTimeout(60_000 + sequences * 20_000);
  const walker = new Walker(page, context, request);
  await walker.prepare();
  for (let index = 0; index < sequences; index += 1) await walker.walk(firstSeed + index);
  const { forbidden, executions, drifted } = await walker.judge();
  expect(forbidden).toEqual([]);
  // Walks that hardly ever come to execute anything show nothing about executions.
  expect(executions).toBeGreaterThanOrEqual(Math.floor(sequences / 15));
  const file = process.env["CHECKRAIL_FIGURES"];
  if (file !== undefined)
    appendFileSync(file, `${JSON.stringify({ sequences, actions: walker.taken, executions, drifted })}\n`);
});

test("BY-15 BY-13 a walk would hear a control without a name, and read a forbidden claim", async ({ page }) => {
  await page.setContent(
    `<main><button></button><button>Named</button><p>Recovery <b>verified</b></p><p data-external>Compliant devices</p></main>`,
  );
  expect(await unlabelled(page)).toHaveLength(1);
  const find = claimFinder(restoreClaims.completed_with_evidence);
  const found = (await textsOf(page)).flatMap((text) => find(text));
  expect(new Set(found.map(({ claim }) => claim))).toEqual(new Set(["recovery_verified"]));
  expect((await controlsOf(page)).map(({ name }) => name)).toEqual(["", "Named"]);
});

class Walker {
  taken = 0;
  readonly #page: Page;
  readonly #context: BrowserContext;
  readonly #request: APIRequestContext;
  readonly #errors: string[] = [];
  readonly #settle: () => Promise<void>;
  readonly #finders = new Map<RestoreClaimState, ReturnType<typeof claimFinder>>();
  readonly #clean = new Set<string>();
  readonly #ready = new Map<Start, RunDocument>();
  /** Executions that the server accepted, by run. */
  readonly #accepted = new Map<string, Accepted>();
  /** What the server accepted although the facts of that moment do not allow it. */
  readonly #forbidden: string[] = [];
  /** How the target no longer is as it was when the walk began. */
  readonly #changes: { readonly kind: string; readonly name: string }[] = [];
  #trailBefore = 0;
  #policies: readonly string[] = [];
  #lastDiffering = -1;

  constructor(page: Page, context: BrowserContext, request: APIRequestContext) {
    this.#page = page;
    this.#context = context;
    this.#request = request;
    this.#settle = settling(page);
  }

  async prepare(): Promise<void> {
    const page = this.#page;
    page.on("pageerror", (error) => this.#errors.push(String(error)));
    page.on("console", (message) => {
      // The browser tells of every answer that is a refusal; a server that fails is no refusal.
      const refused = /^Failed to load resource: .* status of 4\d\d/.test(message.text());
      if (message.type() === "error" && !refused) this.#errors.push(message.text());
    });
    page.on("dialog", (dialog) => void dialog.accept().catch(() => undefined));
    await page.addInitScript(() => {
      window.print = () => undefined;
    });
    await page.route("**/execute", (route) => this.#witness(route));
    this.#trailBefore = (await this.#trail()).length;
    this.#policies = await product(this.#request).policies();
  }

  /** Holds an execution that is accepted against the run that the same transaction answers with. */
  async #witness(route: Route): Promise<void> {
    const asked = route.request();
    const response = await route.fetch();
    if (response.ok()) {
      const accepted = {
        revision: Number((await asked.headerValue("if-match"))?.replaceAll('"', "")),
        request: asked.postDataJSON() as ExecuteRequest,
        document: (await response.json()) as RunDocument,
      };
      const { id } = accepted.document.run;
      this.#accepted.set(id, accepted);
      this.#forbidden.push(...forbiddenIn(accepted).map((what) => `${id}: ${what}`));
    }
    // Whoever left the page hears no answer.
    await route.fulfill({ response }).catch(() => undefined);
  }

  async #trail(): Promise<readonly AuditLine[]> {
    const text = await (await this.#request.get("/api/workspaces/demo/audit")).text();
    return text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as AuditLine);
  }

  /** Every execution of all walks, held against the trail, and what it wrote against how the target was previewed. */
  async judge(): Promise<{
    readonly forbidden: readonly string[];
    readonly executions: number;
    readonly drifted: number;
  }> {
    const forbidden = [...this.#forbidden];
    const ended: RunDocument[] = [];
    for (const id of this.#accepted.keys()) {
      const load = () => product(this.#request).load(id);
      await expect.poll(async () => (await load()).run.execution?.finishedAt, { timeout: 60_000 }).toBeTruthy();
      ended.push(await load());
    }
    const trail = (await this.#trail()).slice(this.#trailBefore);
    forbidden.push(...forbiddenInTrail(trail, this.#accepted));
    let drifted = 0;
    for (const document of ended) {
      const items = driftedItems(trail, document);
      drifted += items.length;
      for (const { itemId, name, phases } of document.run.execution?.results?.items ?? []) {
        if (items.includes(itemId) && phases.some(({ outcome }) => outcome === "applied"))
          forbidden.push(`${document.run.id}: wrote ${name}, which somebody changed after the preview`);
      }
    }
    return { forbidden, executions: this.#accepted.size, drifted };
  }

  async walk(seed: number): Promise<void> {
    const chance = chanceOf(seed);
    const trail: string[] = [];
    const oneOf = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
    const start = oneOf<Start>([
      ...(["overview", "new", "scoped", "previewed", "armed", "armed", "armed"] as const),
      ...unready,
    ]);
    const viewer = chance() < 0.1;
    await this.#context.setExtraHTTPHeaders(viewer ? { "x-checkrail-operator": "viewer" } : {});
    await this.#page.goto(await this.#addressOf(start, oneOf));
    trail.push(`${start}${viewer ? " as viewer" : ""}`);
    const told = () => `seed ${seed}: ${trail.join(" › ")}`;
    try {
      await this.#look();
      for (let step = 0; step < actions; step += 1) {
        trail.push(await this.#act(chance, oneOf));
        this.taken += 1;
        await this.#look();
      }
    } catch (error) {
      throw new Error(`${told()}\n${String(error)}`, { cause: error });
    } finally {
      await this.#putBack();
    }
    expect(this.#errors, told()).toEqual([]);
    expect(this.#forbidden, told()).toEqual([]);
  }

  /** Somebody else changes how the target answers, what it calls itself, or a policy in it. */
  async #changeTarget(oneOf: <T>(list: readonly T[]) => T): Promise<string> {
    const kind = oneOf(["policy", ...answersChange, ...limitsChange, "rename_tenant"]);
    if (kind === "policy") return this.#changePolicy(oneOf);
    const name = kind === "rename_tenant" ? "Contoso elsewhere" : "settings_catalog";
    return this.#change(kind, name);
  }

  /** Somebody else changes a policy of the target, which no run hears of (BY-8). */
  async #changePolicy(oneOf: <T>(list: readonly T[]) => T): Promise<string> {
    return this.#change(oneOf(policyChanges), oneOf(this.#policies));
  }

  async #change(kind: string, name: string): Promise<string> {
    const changed = await product(this.#request).tryToChangeTarget(kind, name);
    if (changed !== null) this.#changes.push({ kind, name });
    return `target: ${kind}${changed === null ? " (not there)" : ""}`;
  }

  /** How the target answers and what it calls itself is put back; what was written in it is what restores are for. */
  async #putBack(): Promise<void> {
    const { tryToChangeTarget } = product(this.#request);
    const changes = this.#changes.splice(0);
    const was = (kinds: readonly string[]) => changes.some(({ kind }) => kinds.includes(kind));
    const [answers, limits, renamed] = [was(answersChange), was(limitsChange), was(["rename_tenant"])];
    if (answers) await tryToChangeTarget("answer_normally");
    if (limits) await tryToChangeTarget("lift_limits");
    if (renamed) await tryToChangeTarget("rename_tenant", label);
    for (const { kind, name } of changes)
      if (kind === "duplicate_policy") await tryToChangeTarget("delete_policy", name);
    // What was read of such a target leads no later walk anywhere.
    if (answers || limits || renamed) this.#ready.clear();
  }

  /** A colleague changes the run that the page shows, behind its back. */
  async #changeRun(oneOf: <T>(list: readonly T[]) => T): Promise<string> {
    const id = /restore-runs\/([^/?#]+)/.exec(this.#page.url())?.[1];
    if (id === undefined) return "nobody";
    const api = product(this.#request);
    const document = await api.load(id);
    const { run } = document;
    const restoreMode = run.restoreMode === "update_only" ? "create_missing" : "update_only";
    const event = oneOf<RunChange>([
      { event: "dry_run_set", dryRun: !run.dryRun },
      { event: "scope_defined", scope: { mode: "all" }, restoreMode },
    ]);
    await api.tryToChange(document, event);
    return `colleague: ${event.event}`;
  }

  async #addressOf(start: Start, oneOf: <T>(list: readonly T[]) => T): Promise<string> {
    if (start === "overview") return "/";
    const run = await this.#runAt(start);
    const at = start === "armed" || isUnready(start) ? "confirm_execute" : oneOf(steps);
    return stepAddress(run, at);
  }

  /** A run that an earlier walk left where it was, or another one. */
  async #runAt(start: Exclude<Start, "overview">): Promise<RunDocument> {
    const kept = this.#ready.get(start);
    if (kept !== undefined) {
      const present = await product(this.#request).load(kept.run.id);
      // Of a run at the last step, nothing that a walk did may have made another.
      const same =
        start === "armed" || isUnready(start) ? present.run.revision === kept.run.revision : isAt(start, present);
      if (same) return present;
    }
    const made = await this.#make(start);
    this.#ready.set(start, made);
    return made;
  }

  /** Changes another policy of the target than the last time: what is changed twice may be what it was. */
  async #differ(): Promise<void> {
    const count = this.#policies.length;
    for (let tries = 0; tries < count; tries += 1) {
      this.#lastDiffering = (this.#lastDiffering + 1) % count;
      const name = this.#policies[this.#lastDiffering];
      if ((await product(this.#request).tryToChangeTarget("edit_setting", name)) !== null) return;
    }
    throw new Error("No policy of the target can be changed any more.");
  }

  async #make(start: Exclude<Start, "overview">): Promise<RunDocument> {
    const api = product(this.#request);
    const armed = (made: RunDocument) => api.change(made, { event: "dry_run_set", dryRun: false });
    // An execution leaves nothing to write; another difference does.
    if (start !== "new" && start !== "scoped") await this.#differ();
    switch (start) {
      case "new":
        return api.newRun();
      case "scoped":
        return api.scopedRun();
      case "previewed":
      case "dry_run":
        return api.previewedRun();
      case "armed":
        return armed(await api.previewedRun());
      case "unchecked":
        return armed(await api.scopedRun());
      case "blocking":
        return armed(await api.blockedRun());
      case "void": {
        const scope = { mode: "all" } as const;
        return api.change(await armed(await api.previewedRun()), {
          event: "scope_defined",
          scope,
          restoreMode: "update_only",
        });
      }
    }
  }

  async #act(chance: () => number, oneOf: <T>(list: readonly T[]) => T): Promise<string> {
    const page = this.#page;
    const how = chance();
    if (how < 0.06) {
      await page.goBack({ waitUntil: "commit" }).catch(() => null);
      return "Back";
    }
    if (how < 0.1) {
      await page.reload();
      return "reload";
    }
    if (how < 0.16) return this.#changeTarget(oneOf);
    // Whatever is pressed next, is pressed before the page has heard of it.
    const behind =
      how < 0.2 ? `${await this.#changeRun(oneOf)} › ` : how < 0.28 ? `${await this.#changePolicy(oneOf)} › ` : "";
    const last = page.url().includes("confirm_execute") && (await page.locator("dialog[open]").count()) === 0;
    const armed = last && (await page.locator(armedSurface).count()) > 0;
    if (last && !armed && how < 0.7) return `${behind}${await this.#confirm(oneOf)}`;
    const controls = await controlsOf(page);
    if (controls.length === 0) return "nothing";
    // On the page of the point of no return a walk that only wanders never gets anywhere.
    const wanted = controls.filter(({ name }) =>
      (armed ? /^Restore \d/ : /^(?:Preview only|Run checks|Generate|Apply)/).test(name),
    );
    const typing = controls.filter(({ kind }) => kind === "write");
    const chosen =
      how < (armed ? 0.8 : 0.4) && wanted.length > 0
        ? oneOf(wanted)
        : how < 0.5 && typing.length > 0
          ? oneOf(typing)
          : oneOf(controls);
    return `${behind}${await this.#use(chosen, oneOf)}`;
  }

  /** Does at once what execution asks for, or all but one part of it, which a walk that only wanders hardly ever gets together. */
  async #confirm(oneOf: <T>(list: readonly T[]) => T): Promise<string> {
    const page = this.#page;
    const options = { timeout: 500, force: true };
    const nothing = () => undefined;
    const left = oneOf(["nothing", "nothing", "nothing", "review", "label"]);
    if (left !== "review")
      await page.getByRole("checkbox", { name: "I reviewed the impact" }).check(options).catch(nothing);
    await page
      .getByRole("textbox", { name: /^Type / })
      .fill(left === "label" ? label.toLowerCase() : label, options)
      .catch(nothing);
    return `confirm without ${left}`;
  }

  async #use({ kind, name, element }: Control, oneOf: <T>(list: readonly T[]) => T): Promise<string> {
    const timeout = 2_000;
    try {
      if (kind === "write") {
        const text = oneOf([label, label, label, "Contoso production", "Agreed in change 4711.", "Windows", ""]);
        await element.fill(text, { timeout });
        return `${name || "field"} ← “${text}”`;
      }
      if (kind === "choose") {
        const count = await element.evaluate((select) => (select as HTMLSelectElement).options.length);
        await element.selectOption({ index: Math.floor(oneOf([0, 0.5, 0.99]) * count) }, { timeout });
        return `choose in ${name.slice(0, 20)}`;
      }
      // Forced, because a blocked control can be pressed by hand too, and must then do nothing.
      const clickCount = oneOf([1, 1, 1, 2]);
      await element.click({ timeout, force: true, clickCount });
      return `${name || kind}${clickCount === 2 ? " twice" : ""}`;
    } catch (error) {
      // The page drew something else meanwhile, as it does under a hand too.
      if (/Timeout|not attached|outside of the viewport|intercepts|detached/i.test(String(error)))
        return `${name} (gone)`;
      throw error;
    }
  }

  /** Looks at the page as it stands, once it stands. */
  async #look(): Promise<void> {
    await this.#settle();
    const page = this.#page;
    const run = /restore-runs\/([^/?#]+)/.exec(page.url())?.[1];
    const before = run === undefined ? null : await this.#stateOf(run);
    const [texts, nameless, armed] = [
      await textsOf(page),
      await unlabelled(page),
      await page.locator(armedSurface).count(),
    ];
    expect(nameless, `controls without a name on ${page.url()}`).toEqual([]);
    const after = run === undefined ? null : await this.#stateOf(run);
    // What goes on while it is read has no one state to hold it to.
    if (before !== after || before === "in_progress") return;
    const wizard = page.url().includes("/steps/");
    const state: RestoreClaimState =
      before === null || before === "unknown"
        ? "completed_with_evidence"
        : before === "not_executed" && wizard
          ? armed > 0
            ? "preparation_complete"
            : "preparation"
          : before;
    const find = this.#finder(state);
    expect(texts.flatMap(find), `claims on ${page.url()}`).toEqual([]);
  }

  /** Finds the claims in a text that no page said in this state before: most pages say what the page before said. */
  #finder(state: RestoreClaimState) {
    const find = this.#finders.get(state) ?? claimFinder(restoreClaims[state]);
    this.#finders.set(state, find);
    return (text: ClaimText) => {
      const key = `${state} ${JSON.stringify(text)}`;
      if (this.#clean.has(key)) return [];
      const found = find(text);
      if (found.length === 0) this.#clean.add(key);
      return found;
    };
  }

  async #stateOf(run: string) {
    const answer = await this.#request.get(`/api/workspaces/demo/restore-runs/${run}`);
    return answer.ok() ? resultState((await answer.json()) as RunDocument) : "unknown";
  }
}

function isUnready(start: Start): start is Unready {
  return unready.some((one) => one === start);
}

/** Whether a run is still where such a walk begins. */
function isAt(start: "new" | "scoped" | "previewed", { run }: RunDocument): boolean {
  return run.execution === null && (start === "new" || start === "scoped" || run.preview !== null);
}
