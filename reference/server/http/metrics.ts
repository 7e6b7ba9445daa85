import { timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "../database/schema.js";
import { type LeasedTable, unfinished } from "../jobs/lease.js";

/** Upper bounds of the classes of durations, in seconds. */
const bounds = [0.01, 0.05, 0.25, 1, 5, 30] as const;

/** One exchange, as it is counted. */
export interface Observed {
  readonly method: string;
  /** The path as the table of endpoints has it: values of paths would make classes without end. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Counts exchanges of this process. */
export interface RequestMetrics {
  observe(exchange: Observed): void;
  /** In the text form that Prometheus reads. */
  text(): string;
}

export function requestMetrics(): RequestMetrics {
  const answers = new Map<string, number>();
  const durations = new Map<string, { readonly classes: number[]; sum: number; count: number }>();
  return {
    observe: ({ method, route, status, seconds }) => {
      const answer = labels({ method, route, status: String(status) });
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      const duration = durations.get(route) ?? { classes: bounds.map(() => 0), sum: 0, count: 0 };
      durations.set(route, duration);
      for (const [place, bound] of bounds.entries())
        if (seconds <= bound) duration.classes[place] = (duration.classes[place] ?? 0) + 1;
      duration.sum += seconds;
      duration.count += 1;
    },
    text: () => {
      const lines = [
        "# HELP checkrail_requests_total Requests answered by this process.",
        "# TYPE checkrail_requests_total counter",
      ];
      for (const [of, count] of answers) lines.push(`checkrail_requests_total${of} ${count}`);
      lines.push(
        "# HELP checkrail_request_seconds How long answers took; a stream counts until it began.",
        "# TYPE checkrail_request_seconds histogram",
      );
      for (const [route, { classes, sum, count }] of durations) {
        for (const [place, bound] of bounds.entries())
          lines.push(`checkrail_request_seconds_bucket${labels({ route, le: String(bound) })} ${classes[place] ?? 0}`);
        lines.push(
          `checkrail_request_seconds_bucket${labels({ route, le: "+Inf" })} ${count}`,
          `checkrail_request_seconds_sum${labels({ route })} ${sum}`,
          `checkrail_request_seconds_count${labels({ route })} ${count}`,
        );
      }
      const { rss } = process.memoryUsage();
      lines.push(
        "# HELP process_resident_memory_bytes Memory of this process.",
        "# TYPE process_resident_memory_bytes gauge",
        `process_resident_memory_bytes ${rss}`,
      );
      return `${lines.join("\n")}\n`;
    },
  };
}

const jobKinds = {
  operations: { name: "restore.execute", asked: "created_at", state: "status" },
  evidence_snapshots: { name: "restore.evidence", asked: "requested_at", state: "state" },
  directory_syncs: { name: "directory.sync", asked: "requested_at", state: "state" },
  assessments: { name: "run.assess", asked: "requested_at", state: "state" },
} as const satisfies Record<LeasedTable, unknown>;

/** What waits and what is worked at, on this database, whoever works at it. */
export async function jobMetrics(db: Db): Promise<string> {
  const lines = [
    "# HELP checkrail_jobs Jobs that have not ended, by how far they are.",
    "# TYPE checkrail_jobs gauge",
    "# HELP checkrail_job_oldest_seconds Since when the oldest job that has not ended was asked for.",
    "# TYPE checkrail_job_oldest_seconds gauge",
    "# HELP checkrail_jobs_abandoned Jobs that were begun and that nobody is at now.",
    "# TYPE checkrail_jobs_abandoned gauge",
  ];
  for (const [table, { name, asked, state }] of Object.entries(jobKinds) as [
    LeasedTable,
    (typeof jobKinds)[LeasedTable],
  ][]) {
    const { rows } = await sql<{ state: string; jobs: string; oldest: string; abandoned: string }>`
      select ${sql.ref(state)} as state, count(*) as jobs,
        extract(epoch from clock_timestamp() - min(${sql.ref(asked)})) as oldest,
        count(*) filter (where ${sql.ref(state)} <> 'queued'
          and (lease_until is null or lease_until < clock_timestamp())) as abandoned
      from ${sql.table(table)} where ${unfinished[table]} group by 1 order by 1`.execute(db);
    for (const row of rows) lines.push(`checkrail_jobs${labels({ kind: name, state: row.state })} ${Number(row.jobs)}`);
    const oldest = Math.max(0, ...rows.map((row) => Number(row.oldest)));
    const abandoned = rows.reduce((sum, row) => sum + Number(row.abandoned), 0);
    lines.push(
      `checkrail_job_oldest_seconds${labels({ kind: name })} ${oldest}`,
      `checkrail_jobs_abandoned${labels({ kind: name })} ${abandoned}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** Whether a request carries the one token that opens the metrics. */
export function carriesToken(authorization: string | undefined, token: string): boolean {
  const [given, wanted] = [Buffer.from(authorization ?? ""), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function labels(of: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(of).map(([name, value]) => `${name}="${value.replaceAll(/[\\"\n]/g, "_")}"`);
  return `{${pairs.join(",")}}`;
}
