import type { BackupItem } from "../run/items.js";
import type { Dependency, DependencyKind } from "../run/scope.js";
import { assignmentsUntouched, untouchedReason } from "./assignments.js";
import type { Finding } from "./checks.js";
import type { IdentityMatch } from "./identity.js";
import { capturedScopeTags, resolveReferences } from "./mapping.js";
import { carriesAssignments } from "./quality.js";

const kindInWords: Readonly<Record<DependencyKind, string>> = {
  group: "group",
  assignment_filter: "assignment filter",
  scope_tag: "scope tag",
};

const listed = 5;

/**
 * Findings about one item's references: unresolved ones block, left-out ones and parts that stay untouched are warnings
 * that state their consequence. One finding each, however many references there are.
 */
export function mappingFindings(
  item: BackupItem,
  match: IdentityMatch,
  dependencies: ReadonlyMap<string, Dependency>,
): readonly Finding[] {
  const { assignments, skipped, unresolved } = resolveReferences(item, dependencies);
  const found: Finding[] = [];
  if (unresolved.length > 0) {
    found.push(blocking(`Not resolved in the target: ${inWords(unresolved, dependencies)}.`));
  }
  if (skipped.length > 0) {
    const none = assignments?.length === 0 ? " Nobody would be left for it to reach." : "";
    found.push(warning(`Left out, so it would not reach them: ${inWords(skipped, dependencies)}.${none}`));
  }
  found.push(...untouched(item, match));
  return found.length > 0 ? found : [{ check: "mapping", severity: "safe", detail: "Every reference is resolved." }];
}

function untouched(item: BackupItem, match: IdentityMatch): readonly Finding[] {
  const policy = match.kind === "by_id" || match.kind === "by_name" ? match.policy : null;
  const found: Finding[] = [];
  const cause = assignmentsUntouched(item, policy);
  if (cause !== null && carriesAssignments(item)) {
    const created = `${cause === "not_captured" ? "Assignments were not captured" : "Its assignments came from a policy set"}; it would be created without any and reach nobody.`;
    found.push(warning(match.kind === "missing" ? created : untouchedReason("assignments", cause)));
  }
  if (capturedScopeTags(item) === null && match.kind === "missing" && item.type !== "scope_tag") {
    found.push(warning("Scope tags were not captured; it would be created with whatever tag the target gives."));
  }
  return found;
}

function inWords(keys: readonly string[], dependencies: ReadonlyMap<string, Dependency>): string {
  const names = keys.slice(0, listed).map((key) => {
    const dependency = dependencies.get(key);
    if (dependency === undefined) return key;
    return `${kindInWords[dependency.kind]} ${dependency.sourceName ?? `with id ${dependency.sourceId}`}`;
  });
  const more = keys.length > listed ? ` and ${keys.length - listed} more` : "";
  return `${names.join(", ")}${more}`;
}

function blocking(detail: string): Finding {
  return { check: "mapping", severity: "blocking", detail };
}

function warning(detail: string): Finding {
  return { check: "mapping", severity: "warning", detail };
}
