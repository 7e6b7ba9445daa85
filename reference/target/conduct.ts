import type { TargetPort } from "../../src/restore/ports.js";
import type { TargetAnswer, TargetProblem } from "../../src/restore/run/target.js";
import type { TargetDb } from "./schema.js";

/** How a tenant answers while it does not simply do as asked. */
export type Conduct =
  /** Asks every caller to wait. */
  | "throttles"
  | "is_offline"
  /** Reads are answered, no write is taken. */
  | "refuses_writes"
  /** Does what it is asked to write, and loses the answer on the way. */
  | "loses_answers"
  /** Keeps callers waiting until it answers in another way. */
  | "holds_reads"
  | "holds_writes";

const asksToWait: TargetProblem = {
  code: "throttled",
  detail: "The target asks to wait. Nothing was read or written.",
};
const noAnswer: TargetProblem = { code: "unreachable", detail: "The target does not answer." };
const refusal: TargetProblem = { code: "refused", detail: "The target takes no writes now." };
const answerLost: TargetProblem = {
  code: "outcome_unknown",
  detail: "The target did not answer in time; the write may have been applied.",
};

const msBetweenLooks = 100;
const mostLooks = 1200;

/** A tenant that answers as it was told to, in every process that reads it. */
export function conducted(db: TargetDb, key: string, port: TargetPort): TargetPort {
  const conduct = () => conductOf(db, key);
  const reading = <T>(ask: () => Promise<TargetAnswer<T>>): Promise<TargetAnswer<T>> =>
    answerAs(conduct, "holds_reads", (now) => {
      if (now === "throttles") return refuse(asksToWait);
      return now === "is_offline" ? refuse(noAnswer) : ask();
    });
  const writing = <T>(ask: () => Promise<TargetAnswer<T>>): Promise<TargetAnswer<T>> =>
    answerAs(conduct, "holds_writes", async (now) => {
      if (now === "throttles") return refuse(asksToWait);
      if (now === "is_offline") return refuse(noAnswer);
      if (now === "refuses_writes") return refuse(refusal);
      const answer = await ask();
      return now === "loses_answers" && answer.ok ? refuse(answerLost) : answer;
    });
  return {
    readIdentity: () => reading(() => port.readIdentity()),
    readDirectory: () => reading(() => port.readDirectory()),
    listPolicies: () => reading(() => port.listPolicies()),
    readPolicy: (id) => reading(() => port.readPolicy(id)),
    createPolicy: (policy) => writing(() => port.createPolicy(policy)),
    replaceSettings: (seen, payload) => writing(() => port.replaceSettings(seen, payload)),
    replaceAssignments: (seen, assignments) => writing(() => port.replaceAssignments(seen, assignments)),
    replaceScopeTags: (seen, scopeTagIds) => writing(() => port.replaceScopeTags(seen, scopeTagIds)),
  };
}

/** Tells a tenant how to answer from now on; null lets it do as asked. */
export async function setConduct(db: TargetDb, key: string, conduct: Conduct | null): Promise<void> {
  await db.updateTable("tenants").set({ conduct }).where("key", "=", key).execute();
}

async function conductOf(db: TargetDb, key: string): Promise<Conduct | null> {
  try {
    const row = await db.selectFrom("tenants").select("conduct").where("key", "=", key).executeTakeFirst();
    return row?.conduct ?? null;
  } catch {
    // The call itself then tells what is wrong with the database.
    return null;
  }
}

async function answerAs<T>(
  conduct: () => Promise<Conduct | null>,
  holds: Conduct,
  answer: (now: Conduct | null) => TargetAnswer<T> | Promise<TargetAnswer<T>>,
): Promise<TargetAnswer<T>> {
  for (let look = 0; look < mostLooks; look += 1) {
    const now = await conduct();
    if (now !== holds) return answer(now);
    await new Promise((resolve) => setTimeout(resolve, msBetweenLooks));
  }
  return refuse(noAnswer);
}

function refuse(problem: TargetProblem): { readonly ok: false; readonly problem: TargetProblem } {
  return { ok: false, problem };
}
