import { describe, expect, test } from "vitest";
import { z } from "zod";
import { heldTo } from "../../../reference/app/api/held-to.js";

const entry = z.object({ id: z.string(), count: z.int().default(1) });
const schema = z.object({
  name: z.string(),
  run: z.object({ preview: z.object({ items: z.array(entry) }).nullable() }),
  all: z.array(entry),
});
const entries = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `i${index}`, more: true }));
const answer = (count: number) => ({
  name: "A run",
  all: entries(count),
  run: { preview: { items: entries(count) }, beside: 1 },
});

describe("RW-14 an answer of thousands of items is read in parts", () => {
  test.each([0, 2_000, 2_001, 4_500])("and comes to the same as if it was read at once: %i", async (count) => {
    expect(await heldTo(schema, answer(count))).toEqual({ ok: true, value: schema.parse(answer(count)) });
    expect(await heldTo(z.array(entry), entries(count))).toEqual({
      ok: true,
      value: z.array(entry).parse(entries(count)),
    });
  });

  test("and one entry that is not what was agreed spoils the whole of it, and is named by its place", async () => {
    const spoiled = answer(4_500);
    spoiled.run.preview.items[3_700] = { id: 7 } as never;
    const { path, message } = schema.safeParse(spoiled).error?.issues[0] ?? {};
    expect(path).toEqual(["run", "preview", "items", 3_700, "id"]);
    expect(await heldTo(schema, spoiled)).toEqual({ ok: false, path, message });
  });

  test("and so does what stands beside its lists", async () => {
    expect(await heldTo(schema, { ...answer(4_500), name: null })).toMatchObject({ ok: false, path: ["name"] });
    expect(await heldTo(schema, null)).toMatchObject({ ok: false, path: [] });
    expect(await heldTo(schema, { ...answer(2), run: { preview: null } })).toMatchObject({ ok: true });
  });

  test("but a rule for the whole of a list, or of what holds it, is asked about all of it", async () => {
    const few = z.array(entry).max(2_200);
    expect(await heldTo(few, entries(2_100))).toMatchObject({ ok: true });
    expect(await heldTo(few, entries(2_300))).toMatchObject({ ok: false, path: [] });
    const agreeing = schema.refine(({ all }) => all.length > 0);
    expect(await heldTo(agreeing, answer(2_300))).toMatchObject({ ok: true });
  });
});
