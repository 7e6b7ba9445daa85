/** Requests out of the API's own description: most of them nearly right, the others wrong in every place that a caller fills in. */

/** Picks at random, and the same again from the same seed. */
export interface Dice {
  /** A whole number below. */
  below(most: number): number;
  one<T>(of: readonly T[]): T;
  /** True this often, of 1. */
  often(share: number): boolean;
}

export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    // Mulberry32: small, and good enough to choose with.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  return {
    below,
    one: (of) => {
      const chosen = of[below(of.length)];
      if (chosen === undefined) throw new Error("There is nothing to choose from.");
      return chosen;
    },
    often: (share) => next() < share,
  };
}

type Json = Readonly<Record<string, unknown>>;

/** As much of the description as requests are made from. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

export interface GeneratedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Texts that have broken something somewhere. */
const odd = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "\u202egnp.exe",
  "__proto__",
  "constructor",
  "' or 1=1 --",
  "../../etc/passwd",
  "%00",
  "%",
  "null",
  "0",
  "-1",
  "1e400",
  "😀".repeat(300),
  "ı̇",
  "<script>alert(1)</script>",
] as const;

export function oddValue(dice: Dice): unknown {
  const deep = () => {
    let value: unknown = 1;
    for (let level = dice.below(200); level > 0; level -= 1) value = dice.often(0.5) ? [value] : { a: value };
    return value;
  };
  const kinds: readonly (() => unknown)[] = [
    () => dice.one(odd),
    () => null,
    () => dice.one([0, -1, 1.5, 1e308, 2 ** 53, -0]),
    () => dice.often(0.5),
    () => [],
    () => ({}),
    () => [oddValue(dice)],
    deep,
  ];
  return dice.one(kinds)();
}

/** A value that the schema describes, with the values already known where a text could be one of them. */
function valueOf(dice: Dice, description: Description, schema: Json, known: readonly string[], depth = 0): unknown {
  const reference = schema["$ref"];
  if (typeof reference === "string") {
    const target = description.components.schemas[reference.split("/").at(-1) ?? ""] ?? {};
    return valueOf(dice, description, target, known, depth + 1);
  }
  const inner = (one: unknown) => valueOf(dice, description, one as Json, known, depth + 1);
  if ("const" in schema) return schema["const"];
  if (Array.isArray(schema["enum"])) return dice.one(schema["enum"] as readonly unknown[]);
  for (const key of ["anyOf", "oneOf"]) {
    const choices = schema[key];
    if (Array.isArray(choices) && choices.length > 0) return inner(dice.one(choices as readonly unknown[]));
  }
  switch (schema["type"]) {
    case "object": {
      const required = (schema["required"] ?? []) as readonly string[];
      const properties = Object.entries((schema["properties"] ?? {}) as Json);
      const taken = properties.filter(([name]) => required.includes(name) || dice.often(0.4));
      return Object.fromEntries(taken.map(([name, member]) => [name, inner(member)]));
    }
    case "array":
      return depth > 8 ? [] : Array.from({ length: dice.below(4) }, () => inner(schema["items"] ?? {}));
    case "integer":
    case "number":
      return dice.below(100);
    case "boolean":
      return dice.often(0.5);
    case "null":
      return null;
    default:
      return dice.often(0.8) ? dice.one(known) : dice.one(odd);
  }
}

/** The same value, wrong in one place. */
function spoiled(dice: Dice, value: unknown): unknown {
  if (typeof value !== "object" || value === null || dice.often(0.2)) return oddValue(dice);
  if (Array.isArray(value)) {
    if (value.length === 0) return [oddValue(dice)];
    const place = dice.below(value.length);
    return value.map((member: unknown, index) => (index === place ? spoiled(dice, member) : member));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || dice.often(0.2))
    return JSON.parse(`${JSON.stringify(value).slice(0, -1)}${entries.length > 0 ? "," : ""}"__proto__":{"a":1}}`);
  const place = dice.below(entries.length);
  if (dice.often(0.3)) return Object.fromEntries(entries.filter((_, index) => index !== place));
  return Object.fromEntries(
    entries.map(([name, member], index) => [name, index === place ? spoiled(dice, member) : member]),
  );
}

/** A text that can be encoded: half a character becomes another one. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

/** What is known of a server: what names something in it, and in which revision its runs are. */
export interface Known {
  readonly callers: readonly string[];
  readonly workspaces: readonly string[];
  /** Ids by workspace and by the parameter of a path that takes them. */
  readonly ids: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly revisions: ReadonlyMap<string, number>;
  /** Any text that it answered with. */
  readonly texts: readonly string[];
}

/** One request, by anybody; whoever is a member of one workspace mostly asks for that, and sometimes with ids of the other. */
export function generatedRequest(dice: Dice, description: Description, known: Known): GeneratedRequest {
  const template = dice.one(Object.keys(description.paths));
  const methods = description.paths[template] ?? {};
  const verb = dice.one(Object.keys(methods));
  const operation = methods[verb] ?? {};
  const caller = dice.one(known.callers);
  const own = caller === "neighbour" ? "other" : "demo";
  const workspace = dice.often(0.8) ? own : dice.one(known.workspaces);
  const idOf = (name: string): string => {
    const ids = known.ids[dice.often(0.85) ? workspace : dice.one(Object.keys(known.ids))]?.[name] ?? [];
    return ids.length > 0 && dice.often(0.9) ? dice.one(ids) : dice.one(known.texts);
  };
  let run = "";
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = name === "workspace" ? workspace : idOf(name);
    if (name === "run") run = value;
    return encodeURIComponent(wellFormed(dice.often(0.03) ? dice.one(odd) : value));
  });
  const query = dice.often(0.3)
    ? `?${new URLSearchParams(
        dice.one([
          { limit: String(dice.below(300)) },
          { limit: dice.one(odd) },
          { after: dice.one(known.texts), limit: "3" },
          { after: dice.one(odd) },
          { status: dice.one(["queued", "running", "finished", dice.one(odd)]) },
        ]),
      ).toString()}`
    : "";
  const present = known.revisions.get(run);
  const named = present !== undefined && dice.often(0.8) ? present : dice.below(12);
  const revision = dice.often(0.95) ? `"${named}"` : dice.one(["*", '"-1"', 'W/"1"', '"99999999999999999999"', "1"]);
  const headers: Record<string, string> = {
    host: "localhost:4400",
    ...(dice.often(0.98) && { "x-checkrail-operator": caller }),
    ...(dice.often(0.9) && { "if-match": revision }),
    ...(dice.often(0.9) && { "idempotency-key": `key-${dice.below(1_000)}` }),
    ...(dice.often(0.2) && { "accept-language": dice.one(["de", "en;q=0", "*", "x".repeat(500), "de-AT,de;q=0.5"]) }),
    ...(dice.often(0.05) && { "last-event-id": dice.one(["1", "x", "-1"]) }),
  };
  const content = (operation["requestBody"] as { readonly content?: Json } | undefined)?.content;
  const described = (content?.["application/json"] as { readonly schema?: Json } | undefined)?.schema;
  if (verb !== "post") return { method: "GET", path: `${filled}${query}`, headers, body: undefined };
  const value = valueOf(dice, description, described ?? {}, known.texts);
  const text = JSON.stringify(dice.often(0.4) ? spoiled(dice, value) : value);
  headers["content-type"] = dice.often(0.97) ? "application/json" : "text/plain";
  const body = dice.often(0.03) ? text.slice(0, dice.below(text.length + 1)) : text;
  return { method: "POST", path: `${filled}${query}`, headers, body };
}

/** The bytes of a file, damaged in one of the ways that files are. */
export function damaged(dice: Dice, bytes: Uint8Array): Uint8Array {
  const text = () => new TextDecoder().decode(bytes);
  const encoded = (changed: string) => new TextEncoder().encode(changed);
  const ways: readonly (() => Uint8Array)[] = [
    () => bytes.slice(0, dice.below(bytes.length + 1)),
    () => bytes.map((byte) => (dice.often(0.01) ? dice.below(256) : byte)),
    () => Uint8Array.from([...bytes, ...bytes.slice(0, dice.below(bytes.length + 1))]),
    () => Buffer.from(`\ufeff${text()}`, "utf16le"),
    () => encoded(`\ufeff${text()}`),
    () => encoded("[".repeat(dice.below(5_000))),
    () => encoded(text().replaceAll(/"[^"]{1,40}"(?=\s*:)/g, (name) => (dice.often(0.1) ? '"__proto__"' : name))),
    () =>
      encoded(
        text().replaceAll(/(?<=:\s*)"[^"]*"/g, (value) =>
          dice.often(0.2) ? dice.one(["1e999", "null", "[]", '{"a":[]}', '"\\u0000"', '"\\ud800"']) : value,
        ),
      ),
    () => {
      try {
        return encoded(JSON.stringify(spoiled(dice, JSON.parse(text()) as unknown)));
      } catch {
        return encoded("null");
      }
    },
    () => bytes,
  ];
  return dice.one(ways)();
}

/** The path of a file in an export, sometimes one that no export has. */
export function damagedPath(dice: Dice, path: string): string {
  if (dice.often(0.7)) return path;
  return dice.one([
    `../${path}`,
    path.replaceAll("/", "\\"),
    `${"a/".repeat(dice.below(200))}${path}`,
    path.toUpperCase(),
    path.replace(/\.json$/, ""),
    `${path}\u202e`,
    `C:\\${path}`,
    wellFormed(dice.one(odd)) || "x",
    "MigrationTable.json",
    path.replace(/[^/]+$/, "settings.csv"),
  ]);
}
