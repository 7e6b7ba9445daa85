import type { OutcomeReason, ReferenceChange } from "../../../src/restore/run/outcome-reason.js";
import type { Dependency, DependencyResolution } from "../../../src/restore/run/scope.js";
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

/** A reference that no longer means what the preview showed. */
export type MovedReference = Omit<Extract<OutcomeReason, { code: "reference_changed" }>, "code">;

/**
 * Answers: does every reference still mean what the preview showed? null where it does; else the first that does not. A name
 * counts as much as an id: a filter that was renamed may filter something else.
 */
export function movedReference(
  previewed: readonly Dependency[],
  present: readonly Dependency[],
): MovedReference | null {
  const now = new Map(present.map((dependency) => [dependency.key, dependency]));
  for (const { key, kind, sourceId, sourceName, resolution: then } of previewed) {
    const name = ("targetName" in then ? then.targetName : null) ?? sourceName ?? sourceId;
    const change = changeOf(then, now.get(key)?.resolution);
    if (change !== null) return { kind, name, change };
  }
  const known = new Set(previewed.map(({ key }) => key));
  const added = present.find(({ key }) => !known.has(key));
  if (added === undefined) return null;
  return { kind: added.kind, name: added.sourceName ?? added.sourceId, change: { how: "added" } };
}

function changeOf(then: DependencyResolution, is: DependencyResolution | undefined): ReferenceChange | null {
  if (is === undefined || is.state === "unresolved") return then.state === "unresolved" ? null : { how: "gone" };
  if (is.state !== then.state) return { how: "resolved_differently" };
  if (!("targetId" in is) || !("targetId" in then)) return null;
  if (is.targetId !== then.targetId) return { how: "another_object" };
  // A name that nobody read was none to be confused with another.
  if (is.targetName === null || then.targetName === null) return null;
  return is.targetName === then.targetName ? null : { how: "renamed", calledNow: is.targetName };
}
