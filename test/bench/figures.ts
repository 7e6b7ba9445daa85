/** Figures of what is measured in turns, a line of JSON each. */

const rounds = Number(process.env["CHECKRAIL_ROUNDS"] ?? 5);

export interface Figure {
  readonly what: string;
  readonly values: readonly number[];
  readonly unit?: string;
  /** The most that ours may come to. */
  readonly aim?: number;
}

/** Prints the median of the values, and how far they reach. */
export function say({ what, values, unit = "times", aim }: Figure): void {
  const sorted = values.toSorted((a, b) => a - b);
  process.stdout.write(
    `${JSON.stringify({ what, unit, median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted.at(-1), aim: aim ?? null })}\n`,
  );
}

/** Every case once a round, there and back again: whatever the machine does over time, it does to all of them. */
export async function inTurns<Value>(
  names: readonly string[],
  measure: (name: string) => Promise<Value>,
): Promise<ReadonlyMap<string, readonly Value[]>> {
  const values = new Map<string, Value[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) values.get(name)?.push(await measure(name));
  }
  return values;
}

/** Prints how many times that of another, measured in the same round, each came to. */
export function compare(
  what: string,
  names: readonly string[],
  measured: ReadonlyMap<string, readonly number[]>,
  beside: string,
  aims: Readonly<Record<string, number>> = {},
): void {
  const base = measured.get(beside) ?? [];
  for (const name of names) {
    const values = (measured.get(name) ?? []).map((one, round) => one / (base[round] ?? Number.NaN));
    const aim = aims[name];
    say({ what: `${what}: ${name}`, values, ...(aim === undefined ? {} : { aim }) });
  }
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
