import type { Dependency, DependencyKind } from "../../../src/restore/run/scope.js";
import { type Db, json, type Tx } from "../database/schema.js";

/** Keeps how the references of a run stood when its preview was made. */
export async function storePreviewedReferences(
  tx: Tx,
  runId: string,
  dependencies: readonly Dependency[],
): Promise<void> {
  const values = { dependencies: json(dependencies) };
  await tx
    .insertInto("previewed_references")
    .values({ run_id: runId, ...values })
    .onConflict((conflict) => conflict.column("run_id").doUpdateSet(values))
    .execute();
}

/** How the references stood then; null where no preview tells. */
export async function readPreviewedReferences(db: Db, runId: string): Promise<readonly Dependency[] | null> {
  const row = await db
    .selectFrom("previewed_references")
    .select("dependencies")
    .where("run_id", "=", runId)
    .executeTakeFirst();
  return row?.dependencies ?? null;
}

const kindInWords: Readonly<Record<DependencyKind, string>> = {
  group: "group",
  assignment_filter: "assignment filter",
  scope_tag: "scope tag",
};

/**
 * Answers: does every reference still mean what the preview showed? null where it does; else one clause that names the
 * first that does not. A name counts as much as an id: a filter that was renamed may filter something else.
 */
export function movedReference(previewed: readonly Dependency[], present: readonly Dependency[]): string | null {
  const now = new Map(present.map((dependency) => [dependency.key, dependency]));
  for (const { key, kind, sourceId, sourceName, resolution: then } of previewed) {
    const is = now.get(key)?.resolution;
    const called = `the ${kindInWords[kind]} “${"targetName" in then ? then.targetName : (sourceName ?? sourceId)}”`;
    if (is === undefined || is.state === "unresolved") {
      if (then.state !== "unresolved") return `${called} is no longer what the preview found in the target`;
    } else if (is.state !== then.state) {
      return `${called} is resolved differently`;
    } else if ("targetId" in is && "targetId" in then) {
      if (is.targetId !== then.targetId) return `${called} is another object`;
      if (is.targetName !== then.targetName) return `${called} is now called “${is.targetName}”`;
    }
  }
  const known = new Set(previewed.map(({ key }) => key));
  const added = present.find(({ key }) => !known.has(key));
  return added === undefined ? null : `the ${kindInWords[added.kind]} “${added.sourceName ?? added.sourceId}” is new`;
}
