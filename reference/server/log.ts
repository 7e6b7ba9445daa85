/** What happened, in a few fields that are safe to keep: never a body, a name that somebody chose, or an error's message. */
export interface LogEntry {
  readonly level: "info" | "error";
  readonly event: "request" | "request_failed" | "job_failed" | "queue_failed" | "target_broke";
  readonly requestId?: string;
  readonly method?: string;
  /** The path as the table of endpoints has it, without its values. */
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly operator?: string;
  readonly job?: string;
  /** Kind and place of an error. */
  readonly error?: string;
}

export type Log = (entry: LogEntry) => void;

/** Everything, one JSON object per line on standard output. */
export const logEverything: Log = (entry) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
};

/** Only what failed, one JSON object per line on standard error. */
export const logFailures: Log = (entry) => {
  if (entry.level === "error") console.error(JSON.stringify({ at: new Date().toISOString(), ...entry }));
};

/** What an environment asks for: `CHECKRAIL_LOG=all` logs every request too. */
export function logFor(environment: NodeJS.ProcessEnv): Log {
  return environment["CHECKRAIL_LOG"] === "all" ? logEverything : logFailures;
}

/** Which error and where, without its message: messages quote values, and those may hold what must not be logged. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return "not an error";
  const { code, table } = error as { readonly code?: unknown; readonly table?: unknown };
  const database = typeof code === "string" ? ` ${code} in ${typeof table === "string" ? table : "no table"}` : "";
  const place = error.stack?.split("\n").find((line) => /^\s+at /.test(line)) ?? "";
  return `${error.name}${database} ${place.trim()}`;
}
