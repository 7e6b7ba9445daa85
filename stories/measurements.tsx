import benches from "./measurements.json";

/** One figure that a bench recorded. */
export interface Measurement {
  /** What was measured, of ours or of another. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Least and most over all rounds; null where there is one figure only. */
  readonly spread: readonly [least: number, most: number] | null;
  /** The most that ours should come to; null for others, and where there is no aim. */
  readonly aim: number | null;
  readonly date: string;
}

export interface Measurements {
  readonly title: string;
  readonly rows: readonly Measurement[];
}

export interface Bench {
  readonly title: string;
  readonly groups: readonly Measurements[];
}

const isOurs = ({ name, aim }: Measurement) => aim !== null || name.startsWith("checkrail");

/** Every bench as it was last recorded: a dot for the median, a line from the least to the most, and a mark where the aim is. */
export function Benches() {
  return (
    <>
      {(benches as unknown as readonly Bench[]).map(({ title, groups }) => (
        <section key={title}>
          <h2>{title}</h2>
          {groups.map((group) => (
            <Plot key={group.title} {...group} />
          ))}
        </section>
      ))}
    </>
  );
}

function Plot({ title, rows }: Measurements) {
  const byValue = [...rows].toSorted((one, other) => one.value - other.value);
  const marks = rows.flatMap(({ value, spread, aim }) => [value, ...(spread ?? []), ...(aim === null ? [] : [aim])]);
  const positive = marks.filter((mark) => mark > 0).map(Math.log);
  const [from, to] = [Math.min(...positive), Math.max(...positive)];
  // In per cent of the plot, on a scale of ratios: twice as much is as far everywhere.
  const at = (value: number) =>
    to === from ? 50 : 2 + (96 * (Math.log(Math.max(value, Number.MIN_VALUE)) - from)) / (to - from);
  return (
    <figure style={{ margin: "1.5rem 0 2.5rem" }}>
      <figcaption style={{ fontWeight: 600, marginBlockEnd: "0.5rem" }}>{title}</figcaption>
      <table
        style={{ width: "100%", borderCollapse: "collapse", fontVariantNumeric: "tabular-nums", display: "table" }}
      >
        <thead className="cr:sr-only">
          <tr>
            <th scope="col">What</th>
            <th scope="col">Median and spread</th>
            <th scope="col">Figure</th>
            <th scope="col">Aim</th>
          </tr>
        </thead>
        <tbody>
          {byValue.map((row) => (
            <Row key={row.name} row={row} at={at} />
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** A ratio as a factor, growth as a power of the size, and everything else with its unit. */
function figureOf(value: number, unit: string) {
  if (unit === "times") return `${value}×`;
  if (unit !== "power") return `${value} ${unit}`;
  return (
    <>
      n<sup>{value}</sup>
    </>
  );
}

const cell = { padding: "0.25rem 0.75rem 0.25rem 0", border: 0, background: "none", fontSize: "0.8125rem" } as const;

function Row({ row, at }: { readonly row: Measurement; readonly at: (value: number) => number }) {
  const { name, value, unit, spread, aim, date } = row;
  const ours = isOurs(row);
  const ink = ours ? "var(--cr-accent)" : "var(--cr-ink-faint)";
  const met = aim !== null && value <= aim;
  return (
    <tr style={{ background: "none" }}>
      <th scope="row" style={{ ...cell, textAlign: "start", width: "34%", fontWeight: ours ? 600 : 400 }}>
        {name}
      </th>
      <td style={{ ...cell, width: "36%" }}>
        <svg aria-hidden="true" width="100%" height="14" style={{ display: "block", overflow: "visible" }}>
          <line x1="0" x2="100%" y1="7" y2="7" stroke="var(--cr-line)" />
          {spread === null ? null : (
            <line x1={`${at(spread[0])}%`} x2={`${at(spread[1])}%`} y1="7" y2="7" stroke={ink} strokeWidth="3" />
          )}
          {aim === null ? null : (
            <line x1={`${at(aim)}%`} x2={`${at(aim)}%`} y1="0" y2="14" stroke="var(--cr-ink)" strokeWidth="2" />
          )}
          <circle cx={`${at(value)}%`} cy="7" r="4.5" fill={ink} />
        </svg>
      </td>
      <td style={{ ...cell, width: "18%", whiteSpace: "nowrap" }} title={date}>
        {figureOf(value, unit)}
        {spread === null ? null : (
          <span style={{ color: "var(--cr-ink-muted)", fontSize: "inherit" }}>
            {" "}
            ({spread[0]} to {spread[1]})
          </span>
        )}
      </td>
      <td style={{ ...cell, whiteSpace: "nowrap", fontWeight: met ? 400 : 600 }}>
        {aim === null ? "" : `${met ? "Met" : "Missed"}: at most ${aim}`}
      </td>
    </tr>
  );
}
