import { z } from "zod";

/** A value as its schema gives it, or the first place where it is not what the schema wants. */
export type Held =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly path: readonly PropertyKey[]; readonly message: string };

/** So many entries of a list are held to their schema in one task. */
const atOnce = 2_000;

interface LongList {
  readonly path: readonly string[];
  readonly element: z.ZodType;
  readonly entries: readonly unknown[];
  readonly held: unknown[];
}

/**
 * Holds an answer to its schema, as `safeParse` does, and a list of thousands of entries a part at a time: between the parts
 * the page hears its operator.
 */
export async function heldTo(schema: z.ZodType, value: unknown): Promise<Held> {
  await nextTask();
  const lists: LongList[] = [];
  const rest = withoutLongLists(schema, value, [], lists);
  for (const { path, element, entries, held } of lists) {
    for (let from = 0; from < entries.length; from += atOnce) {
      const part = z.array(element).safeParse(entries.slice(from, from + atOnce));
      if (!part.success) {
        const [index, ...within] = part.error.issues[0]?.path ?? [];
        return { ...refused(part.error), path: [...path, from + Number(index), ...within] };
      }
      for (const entry of part.data) held.push(entry);
      await nextTask();
    }
  }
  const whole = schema.safeParse(rest);
  if (!whole.success) return refused(whole.error);
  return { ok: true, value: lists.reduce((into, { path, held }) => placed(into, path, held), whole.data) };
}

function refused({ issues: [issue] }: z.ZodError): Extract<Held, { ok: false }> {
  return { ok: false, path: issue?.path ?? [], message: issue?.message ?? "not what was agreed" };
}

/** The value with every long list that is free of a rule for the whole of it empty, and those lists. */
function withoutLongLists(schema: z.ZodType, value: unknown, path: readonly string[], lists: LongList[]): unknown {
  if (schema instanceof z.ZodNullable) {
    return value === null ? null : withoutLongLists(schema.unwrap() as z.ZodType, value, path, lists);
  }
  if ((schema.def.checks ?? []).length > 0) return value;
  if (schema instanceof z.ZodArray && Array.isArray(value) && value.length > atOnce) {
    lists.push({ path, element: schema.element as z.ZodType, entries: value, held: [] });
    return [];
  }
  if (!(schema instanceof z.ZodObject) || typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
  const members = Object.entries(value).map(([key, member]: [string, unknown]) => {
    const own = Object.hasOwn(shape, key) ? shape[key] : undefined;
    return [key, own === undefined ? member : withoutLongLists(own, member, [...path, key], lists)] as const;
  });
  return Object.fromEntries(members);
}

function placed(value: unknown, [key, ...below]: readonly string[], list: readonly unknown[]): unknown {
  if (key === undefined) return list;
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: placed(record[key], below, list) };
}

function nextTask(): Promise<void> {
  return new Promise((next) => {
    setTimeout(next);
  });
}
