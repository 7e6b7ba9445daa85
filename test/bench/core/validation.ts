import { contractVersion, type ProofAsideViewModel, type ProofFactModel } from "../../../src/view-models/index.js";
import { ProofAsideViewModel as validate } from "../../../src/view-models/schemas/generated/validators.js";
import schema from "../../../src/view-models/schemas/generated/view-models.schema.json" with { type: "json" };
import { parseViewModel } from "../../../src/view-models/schemas/index.js";
import type { Bench } from "./index.js";

const at = { iso: "2026-11-20T16:46:00Z", text: "20 Nov 2026, 16:46 UTC" };
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** A proof aside of thirty facts in every state. */
function model(): ProofAsideViewModel {
  const fact = (index: number): ProofFactModel => {
    const base = {
      id: `fact-${index}`,
      label: `Fact ${index}`,
      text: "What is recorded of it",
      detail: "A second line",
      action:
        index % 2 === 0
          ? null
          : ({ kind: "link", id: `open-${index}`, label: "Open", href: `/facts/${index}` } as const),
    };
    const state = (["recorded", "available", "in_progress"] as const)[index % 4];
    return state === undefined ? { ...base, state: "unavailable" } : { ...base, state, at };
  };
  const [first, ...others] = Array.from({ length: 30 }, (_, index) => fact(index)) as [
    ProofFactModel,
    ...ProofFactModel[],
  ];
  return { contract: contractVersion, id: "proof", title: "Proof", facts: [first, ...others] };
}

/** One call, after it was seen to tell a good model from a bad one. */
function judged(accepts: (value: unknown) => boolean): () => unknown {
  const good = model();
  const bad = {
    ...good,
    facts: good.facts.map((fact, index) => (index === 29 ? { ...fact, state: "verified" } : fact)),
  };
  if (!accepts(good) || accepts(bad)) throw new Error("This way takes a bad model, or refuses a good one.");
  return () => accepts(good);
}

async function zodSchema(options: { readonly jitless: boolean }) {
  const z = await import("zod");
  // Read when a schema is built, not when it is used.
  z.config(options);
  const text = z.string().min(1);
  const instant = z.strictObject({ iso: z.string().regex(instantPattern), text });
  const action = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("link"), id: text, label: text, href: text }),
    z.strictObject({ kind: z.literal("callback"), id: text, label: text }),
  ]);
  const base = { id: text, label: text, text, detail: z.string().nullable(), action: action.nullable() };
  const fact = z.discriminatedUnion("state", [
    z.strictObject({ ...base, state: z.literal("recorded"), at: instant.nullable() }),
    z.strictObject({ ...base, state: z.literal("available"), at: instant }),
    z.strictObject({ ...base, state: z.literal("in_progress"), at: instant.nullable() }),
    z.strictObject({ ...base, detail: text, state: z.enum(["unavailable", "unknown"]) }),
  ]);
  return z.strictObject({ contract: z.literal(contractVersion), id: text, title: text, facts: z.array(fact).min(1) });
}

export const validation: Bench = {
  title: "Validation of a proof aside with 30 facts",
  floor: "ajv standalone, without eval",
  ours: "checkrail parseViewModel, without eval",
  aim: 1.1,
  cases: {
    "ajv standalone, without eval": async () => judged((value) => validate(value)),
    "checkrail parseViewModel, without eval": async () =>
      judged((value) => parseViewModel("ProofAsideViewModel", value).ok),
    "ajv compiled, with eval": async () => {
      const { Ajv2020 } = await import("ajv/dist/2020.js");
      const compiled = new Ajv2020({ strict: false, schemas: [schema] }).getSchema(
        `${schema.$id}#/$defs/ProofAsideViewModel`,
      );
      if (compiled === undefined) throw new Error("The published schema has no proof aside.");
      return judged((value) => compiled(value) === true);
    },
    "zod, with eval": async () => {
      const aside = await zodSchema({ jitless: false });
      return judged((value) => aside.safeParse(value).success);
    },
    "zod, without eval": async () => {
      const aside = await zodSchema({ jitless: true });
      return judged((value) => aside.safeParse(value).success);
    },
    "valibot, without eval": async () => {
      const v = await import("valibot");
      const text = v.pipe(v.string(), v.minLength(1));
      const instant = v.strictObject({ iso: v.pipe(v.string(), v.regex(instantPattern)), text });
      const action = v.variant("kind", [
        v.strictObject({ kind: v.literal("link"), id: text, label: text, href: text }),
        v.strictObject({ kind: v.literal("callback"), id: text, label: text }),
      ]);
      const base = { id: text, label: text, text, detail: v.nullable(v.string()), action: v.nullable(action) };
      const fact = v.variant("state", [
        v.strictObject({ ...base, state: v.literal("recorded"), at: v.nullable(instant) }),
        v.strictObject({ ...base, state: v.literal("available"), at: instant }),
        v.strictObject({ ...base, state: v.literal("in_progress"), at: v.nullable(instant) }),
        v.strictObject({ ...base, detail: text, state: v.picklist(["unavailable", "unknown"]) }),
      ]);
      const aside = v.strictObject({
        contract: v.literal(contractVersion),
        id: text,
        title: text,
        facts: v.pipe(v.array(fact), v.minLength(1)),
      });
      return judged((value) => v.is(aside, value));
    },
    "typebox, with eval": async () => {
      const { Type: T } = await import("typebox");
      const { Compile } = await import("typebox/compile");
      const strict = { additionalProperties: false };
      const text = T.String({ minLength: 1 });
      const instant = T.Object({ iso: T.String({ pattern: instantPattern.source }), text }, strict);
      const orNull = <Schema extends Parameters<typeof T.Union>[0][number]>(one: Schema) => T.Union([one, T.Null()]);
      const action = T.Union([
        T.Object({ kind: T.Literal("link"), id: text, label: text, href: text }, strict),
        T.Object({ kind: T.Literal("callback"), id: text, label: text }, strict),
      ]);
      const base = { id: text, label: text, text, detail: orNull(T.String()), action: orNull(action) };
      const fact = T.Union([
        T.Object({ ...base, state: T.Literal("recorded"), at: orNull(instant) }, strict),
        T.Object({ ...base, state: T.Literal("available"), at: instant }, strict),
        T.Object({ ...base, state: T.Literal("in_progress"), at: orNull(instant) }, strict),
        T.Object({ ...base, detail: text, state: T.Union([T.Literal("unavailable"), T.Literal("unknown")]) }, strict),
      ]);
      const aside = Compile(
        T.Object(
          { contract: T.Literal(contractVersion), id: text, title: text, facts: T.Array(fact, { minItems: 1 }) },
          strict,
        ),
      );
      return judged((value) => aside.Check(value));
    },
  },
};
