import { type APIRequestContext, expect } from "@playwright/test";
import type { ImportRequest, ImportSummary } from "../../reference/api/imports.js";
import type { CatalogueItem, RunDocument } from "../../src/restore/ports.js";
import type { RunChange } from "../../src/restore/run/events.js";

const workspace = "/api/workspaces/demo";

type ImportOf<Kind extends ImportRequest["as"]> = Extract<ImportRequest, { as: Kind }>;

/** The product through its API, to set up what a test is not about and to look at what it did. */
export function product(request: APIRequestContext) {
  const post = async (path: string, document: RunDocument | null, data: object): Promise<RunDocument> => {
    const headers = document === null ? {} : { "if-match": `"${document.run.revision}"` };
    const answer = await request.post(`${workspace}${path}`, { data, headers });
    expect(answer.ok(), `POST ${path} answered ${answer.status()}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as RunDocument;
  };
  const runPath = (document: RunDocument) => `/restore-runs/${document.run.id}`;
  const change = (document: RunDocument, event: RunChange) => post(`${runPath(document)}/changes`, document, event);

  /** The same run once what was asked for has succeeded. */
  const assessed = async (document: RunDocument): Promise<RunDocument> => {
    const load = async () => (await (await request.get(`${workspace}${runPath(document)}`)).json()) as RunDocument;
    await expect
      .poll(async () => (await load()).assessment?.state, { timeout: 30_000, intervals: [50] })
      .toBe("succeeded");
    return load();
  };

  const environment = async (): Promise<string> => {
    const answer = (await (await request.get(workspace)).json()) as {
      environments: readonly { id: string; name: string }[];
    };
    const sample = answer.environments.find(({ name }) => name === "Contoso Production");
    if (sample === undefined) throw new Error("The sample data holds no environment.");
    return sample.id;
  };

  const newRunIn = (environmentId: string, backupSetId: string) =>
    post(`/environments/${environmentId}/restore-runs`, null, { backupSetId });

  /** A run of a whole backup set, which creates what is missing. */
  const wholeRun = async (environmentId: string, backupSetId: string): Promise<RunDocument> => {
    const scope = { mode: "all" } as const;
    const run = await newRunIn(environmentId, backupSetId);
    return change(run, { event: "scope_defined", scope, restoreMode: "create_missing" });
  };

  /** What was changed in the target, in a sentence; null where there was nothing to change. */
  const tryToChangeTarget = async (kind: string, name?: string): Promise<string | null> => {
    const answer = await request.post(`${workspace}/environments/${await environment()}/demo/target-change`, {
      data: { kind, ...(name === undefined ? {} : { name }) },
    });
    if (answer.status() === 409) return null;
    expect(answer.ok(), `${kind}: ${answer.status()}`).toBe(true);
    return ((await answer.json()) as { readonly changed: string }).changed;
  };

  return {
    change,
    environment,
    async load(id: string): Promise<RunDocument> {
      return (await (await request.get(`${workspace}/restore-runs/${id}`)).json()) as RunDocument;
    },
    /** A run of the sample backup whose scope nobody has defined. */
    async newRun(): Promise<RunDocument> {
      const answer = await request.get(`${workspace}/backup-sets`);
      const sets = (await answer.json()) as readonly { id: string; name: string }[];
      const sample = sets.find(({ name }) => name === "Contoso baseline backup");
      if (sample === undefined) throw new Error("The sample data holds no backup set.");
      return newRunIn(await environment(), sample.id);
    },
    /** A run of the whole of an export over a target of its own; neither is the sample's. */
    async newRunOf(backup: ImportOf<"backup">, target: ImportOf<"target">): Promise<RunDocument> {
      const imported = async (data: ImportRequest) => {
        const answer = await request.post("/api/imports", { data });
        expect(answer.ok(), `import of ${data.name} answered ${answer.status()}`).toBe(true);
        return ((await answer.json()) as ImportSummary).id;
      };
      return wholeRun(await imported(target), await imported(backup));
    },
    wholeRun,
    /** Names of the policies of the sample backup that could be written. */
    async policies(): Promise<readonly string[]> {
      const { run } = await this.newRun();
      const path = `${workspace}/backup-sets/${run.backupSetId}/items`;
      const items = (await (await request.get(path)).json()) as readonly CatalogueItem[];
      return items.filter(({ type }) => type === "settings_catalog").map(({ name }) => name);
    },
    /** A run of one captured item whose references the target has, and that item. */
    async runOfOneItem(): Promise<{ readonly run: RunDocument; readonly item: { id: string; name: string } }> {
      const draft = await this.newRun();
      const path = `${workspace}/backup-sets/${draft.run.backupSetId}/items`;
      const items = (await (await request.get(path)).json()) as readonly CatalogueItem[];
      let run = draft;
      for (const item of items) {
        if (item.type !== "settings_catalog" || item.capture !== "full") continue;
        const scope = { mode: "selected", itemIds: [item.id] } as const;
        run = await change(run, { event: "scope_defined", scope, restoreMode: "create_missing" });
        if (run.dependencies?.every(({ resolution }) => resolution.state !== "unresolved")) return { run, item };
      }
      throw new Error("Every policy of the sample rests on something that the target does not have.");
    },
    /** A run of the whole sample backup with its one open group mapped. */
    async scopedRun(): Promise<RunDocument> {
      let run = await this.newRun();
      run = await change(run, { event: "scope_defined", scope: { mode: "all" }, restoreMode: "create_missing" });
      for (const { key, kind, resolution } of run.dependencies ?? []) {
        if (resolution.state !== "unresolved") continue;
        const group = run.directory?.groups.find(({ name }) => name === replacementGroup);
        if (kind !== "group" || group === undefined)
          throw new Error(`The sample leaves ${key} open and holds nothing for it.`);
        run = await change(run, { event: "mapping_decided", key, decision: { decision: "map", targetId: group.id } });
      }
      return run;
    },
    /** A run of the whole sample backup whose one open group nobody mapped, checked, and previewed where that is not refused. */
    async blockedRun(): Promise<RunDocument> {
      const scope = { mode: "all" } as const;
      const run = await change(await this.newRun(), { event: "scope_defined", scope, restoreMode: "create_missing" });
      const checked = await assessed(await post(`${runPath(run)}/checks`, run, {}));
      const headers = { "if-match": `"${checked.run.revision}"` };
      const answer = await request.post(`${workspace}${runPath(checked)}/preview`, { data: {}, headers });
      return answer.ok() ? assessed((await answer.json()) as RunDocument) : checked;
    },
    /** The same run with current checks and a current preview: the target was read for both. */
    async previewedRun(): Promise<RunDocument> {
      const scoped = await this.scopedRun();
      const checked = await assessed(await post(`${runPath(scoped)}/checks`, scoped, {}));
      return assessed(await post(`${runPath(checked)}/preview`, checked, {}));
    },
    async changeTarget(kind: string, name?: string): Promise<void> {
      expect(await tryToChangeTarget(kind, name)).not.toBeNull();
    },
    tryToChangeTarget,
    /** Asks for a change that may be refused, such as of a run that has moved on. */
    async tryToChange(document: RunDocument, event: RunChange): Promise<void> {
      const headers = { "if-match": `"${document.run.revision}"` };
      const answer = await request.post(`${workspace}${runPath(document)}/changes`, { data: event, headers });
      expect(answer.status()).toBeLessThan(500);
    },
  };
}

/** What the sample's target has in place of the group that it no longer has. */
export const replacementGroup = "SG-Intune-Kiosk-Devices-2026";

/** Address of a step of a run in the app. */
export function stepAddress({ run }: RunDocument, step: string): string {
  return `/workspaces/demo/environments/${run.environmentId}/restore-runs/${run.id}/steps/${step}`;
}
