import { defaultScopeTagId } from "../../src/restore/rules/default-scope-tag.js";
import { namedReference } from "../../src/restore/rules/references.js";
import { carriesAssignments } from "../../src/restore/rules/quality.js";
import type { Assignment, BackupItem, CaptureProblem } from "../../src/restore/run/items.js";
import type { JsonObject, JsonValue } from "../../src/safety/json.js";
import type { ObjectFile } from "./classify.js";
import { type GroupNames, readAssignments } from "./read-assignments.js";
import { payloadFlaws } from "./read-capture.js";
import { isList, textOf } from "./read-json.js";
import { readPlatform } from "./read-platform.js";
import { fileIdentity, type Source } from "./source.js";

/** An item before it has an id, which depends on the other items of the export. */
export type ItemDraft = Omit<BackupItem, "id">;

/** The problem of a policy whose file has no `assignments` at all: how most exports look, and nothing odd about the file. */
const assignmentsAbsent: CaptureProblem = {
  code: "assignments_not_captured",
  detail: "The export does not hold this policy's assignments.",
};

/** Settings beside an endpoint security policy: `null` where there are none, undefined where the policy needs none. */
export type Sidecar = readonly JsonValue[] | null | undefined;

/** Reads one object as an item. Nothing that the file does not say is filled in. */
export function readItem(source: Source, file: ObjectFile, sidecar: Sidecar, names: GroupNames): ItemDraft {
  const { type, odataType, value } = file;
  const fromName = fileIdentity(source.stem ?? source.path);
  const own = type === "endpoint_security_intent" ? withSettings(withoutReferences(value)) : withoutReferences(value);
  const payload = sidecar === undefined || sidecar === null ? own : { ...own, settings: sidecar };
  const assigned = assignmentsOf(type, value, names);
  const flaws =
    sidecar === null
      ? [
          {
            whole: true,
            problem: {
              code: "sidecar_missing",
              detail: "The file with this policy's settings is missing or cannot be read.",
            } as const,
          },
        ]
      : payloadFlaws(type, payload);
  const problems = [
    ...flaws.map(({ problem }) => problem),
    ...(type === "unknown" ? [unknownType(odataType)] : []),
    ...(assigned.problem === null ? [] : [assigned.problem]),
  ];
  const lost = flaws.some(({ whole }) => whole);
  return {
    type,
    name: textOf(value["displayName"]) ?? textOf(value["name"]) ?? fromName.name,
    platform: readPlatform(type, odataType, value),
    modifiedAt: timestamp(value["lastModifiedDateTime"]) ?? timestamp(value["modifiedDateTime"]),
    payload: lost ? null : payload,
    assignments: assigned.assignments,
    scopeTagIds: scopeTagsOf(value),
    sourceId: idOf(value["id"]) ?? fromName.id,
    path: source.path,
    // Assignments that were not captured do not degrade an item: its settings are complete, and only the assignments
    // phase is skipped (BY-3). They are counted as an assignment issue, on their own.
    capture: lost ? "metadata_only" : flaws.length > 0 ? "degraded" : "full",
    problems,
  };
}

/** What is known of an object whose file could not be read: its place and its name. */
export function unreadItem(source: Source, type: string, reason: string): ItemDraft {
  const { name, id } = fileIdentity(source.stem ?? source.path);
  return {
    type,
    name,
    platform: readPlatform(type, null, {}),
    modifiedAt: null,
    payload: null,
    assignments: null,
    scopeTagIds: null,
    sourceId: id,
    path: source.path,
    capture: "metadata_only",
    problems: [{ code: "payload_unreadable", detail: reason }],
  };
}

/** Why an item is less than plainly imported, in a sentence per problem; null where it is not. */
export function remarkOn({ problems }: Pick<BackupItem, "problems">): string | null {
  const remarkable = problems.filter(({ detail }) => detail !== assignmentsAbsent.detail);
  return remarkable.length === 0 ? null : remarkable.map(({ detail }) => detail).join(" ");
}

/** IntuneCD keeps an endpoint security policy's settings under the name by which they are created. */
function withSettings({ settingsDelta, ...value }: JsonObject): JsonObject {
  if (settingsDelta === undefined) return value;
  return "settings" in value ? { ...value, settingsDelta } : { ...value, settings: settingsDelta };
}

const references = /^(assignments|roleScopeTagIds|roleScopeTags)(@.*)?$/;

function withoutReferences(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !references.test(key)));
}

function assignmentsOf(
  type: string,
  value: JsonObject,
  names: GroupNames,
): { readonly assignments: readonly Assignment[] | null; readonly problem: CaptureProblem | null } {
  const spelled = value["assignments"];
  if (spelled === undefined) {
    return { assignments: null, problem: carriesAssignments({ type }) ? assignmentsAbsent : null };
  }
  const read = readAssignments(spelled, names);
  if (read.ok) return { assignments: read.value, problem: null };
  const detail = `The assignments are left out, all of them: ${read.reason}.`;
  return { assignments: null, problem: { code: "assignments_not_captured", detail } };
}

function unknownType(odataType: string | null): CaptureProblem {
  const which = odataType === null ? "Objects of this kind" : `Objects of the type "${odataType.slice(0, 100)}"`;
  return { code: "type_unknown", detail: `${which} are not known here: this one can be listed and is never written.` };
}

function scopeTagsOf(value: JsonObject): readonly string[] | null {
  const spelled = value["roleScopeTagIds"] ?? value["roleScopeTags"];
  if (spelled === undefined || !isList(spelled)) return null;
  const ids = spelled.map(idOf);
  if (!ids.every((id) => id !== null)) return null;
  return ids.map(scopeTagOf);
}

/** Ids of scope tags are numbers; IntuneCD writes the tag's name in place of its id. Only the built-in tag is the same everywhere. */
function scopeTagOf(spelled: string): string {
  if (/^\d+$/.test(spelled)) return spelled;
  return spelled === "Default" ? defaultScopeTagId : namedReference(spelled);
}

function idOf(value: JsonValue | undefined): string | null {
  return typeof value === "number" ? String(value) : textOf(value);
}

/** RFC 3339 as the export spells it. Graph writes the year 1 where there is no date. */
function timestamp(value: JsonValue | undefined): string | null {
  const text = textOf(value);
  if (text === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  return Number.isNaN(Date.parse(text)) || text.startsWith("0001-") ? null : text;
}
