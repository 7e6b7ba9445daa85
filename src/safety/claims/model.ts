import { claimFinder } from "./find.js";
import type { ClaimPolicy, ExternalText, FalseClaim } from "./policy.js";

/** A forbidden claim in a view model. */
export interface ModelClaim extends FalseClaim {
  /** Where: "decision.status.text"; of an object whose strings make the claim together, the object. */
  readonly path: string;
}

/** Names from outside that a model shows. */
export interface ExternalNames {
  /** The names, exactly. In a sentence they are exempt where they stand in quotation marks. */
  readonly names: readonly string[];
  /** Fields that hold nothing but such a name, by their last key: only there is a bare name exempt. */
  readonly fields: readonly string[];
}

/** Fields that no operator reads. */
const unread: ReadonlySet<string> = new Set(["id", "key", "href", "iso", "code"]);

/** Answers: which forbidden claims does a view model make, in one string or in a label and its value? */
export function findFalseClaimsInModel(
  model: unknown,
  policy: ClaimPolicy,
  external?: ExternalNames,
): readonly ModelClaim[] {
  const find = claimFinder(policy, external?.names);
  // Rows of a long list say the same words again and again.
  const known = new Map<string, readonly FalseClaim[]>();
  const names = new Set(external?.names);
  const fields = new Set(external?.fields);
  const seen = new Set<object>();
  const found: ModelClaim[] = [];
  walk(model, "", "");
  return found;

  function walk(value: unknown, path: string, key: string): void {
    if (typeof value === "string") {
      for (const claim of claimsIn([own(value, key)])) found.push({ ...claim, path });
      return;
    }
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isExternalText(value)) return;
    const entries = entriesOf(value).filter(([name]) => !unread.has(name));
    for (const [name, part] of entries)
      walk(part, path === "" ? name : `${path}.${name}`, Array.isArray(value) ? key : name);
    together(entries, path, key);
  }

  /** "Recovery" as a label and "Verified" as its value make the claim together, which neither makes alone. */
  function together(entries: readonly (readonly [string, unknown])[], path: string, key: string): void {
    const pieces: (string | ExternalText)[] = [];
    const edges: number[] = [];
    let length = 0;
    for (const [name, part] of entries) {
      const text = textOf(part);
      if (text === null) continue;
      pieces.push(own(text, Number.isInteger(Number(name)) ? key : name), "\u2029");
      length += text.length + 1;
      edges.push(length - 1);
    }
    if (edges.length < 2) return;
    for (const claim of claimsIn(pieces))
      if (edges.some((edge) => claim.start < edge && claim.end > edge)) found.push({ ...claim, path });
  }

  function claimsIn(pieces: readonly (string | ExternalText)[]): readonly FalseClaim[] {
    const key = JSON.stringify(pieces);
    const claims = known.get(key) ?? find(pieces);
    known.set(key, claims);
    return claims;
  }

  function own(text: string, key: string): string | ExternalText {
    return fields.has(key) && names.has(text) ? { external: text } : text;
  }
}

/** The words of a field: a string, or those of an object that stands for one, such as a measure. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null || !("text" in value)) return null;
  return typeof value.text === "string" ? value.text : null;
}

function isExternalText(value: object): value is ExternalText {
  return "external" in value && typeof value.external === "string" && Object.keys(value).length === 1;
}

function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  if (value instanceof Map) return [...value].map(([name, part]) => [String(name), part]);
  if (value instanceof Set) return [...value].map((part, index) => [String(index), part]);
  return Object.entries(value);
}
