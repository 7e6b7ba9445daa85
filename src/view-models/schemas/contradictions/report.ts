/** What is wrong with a value, and where. */
export interface ModelProblem {
  /** JSON Pointer into the value. */
  readonly path: string;
  /** What is wrong there, in words. */
  readonly message: string;
}

/** Takes down one contradiction. */
export type Report = (path: string, message: string) => void;

/** Reports every id that stands for two things. */
export function reportRepeated(ids: readonly string[], pathOf: (index: number) => string, report: Report): void {
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) report(pathOf(index), `repeats the id “${id}”`);
    seen.add(id);
  }
}

/** Reports a list that is not in the order of `ranks`, each at most once. */
export function reportOrder<Literal extends string>(
  literals: readonly Literal[],
  ranks: readonly Literal[],
  pathOf: (index: number) => string,
  report: Report,
): void {
  for (const [index, literal] of literals.entries()) {
    const before = literals[index - 1];
    if (before !== undefined && ranks.indexOf(literal) <= ranks.indexOf(before)) {
      report(pathOf(index), `puts “${literal}” after “${before}”`);
    }
  }
}

/** Reports every quoted outside word that its sentence does not hold: what is not shown cannot be a quotation. */
export function reportQuotes(model: unknown, report: Report, path = ""): void {
  if (typeof model !== "object" || model === null) return;
  const { text, quotes } = model as { readonly text?: unknown; readonly quotes?: readonly { external: string }[] };
  if (typeof text === "string" && Array.isArray(quotes)) {
    for (const [index, { external }] of quotes.entries()) {
      if (!text.includes(external)) report(`${path}/quotes/${index}`, `“${external}” is no part of the sentence`);
    }
    return;
  }
  for (const [key, part] of Object.entries(model)) reportQuotes(part, report, `${path}/${key}`);
}
