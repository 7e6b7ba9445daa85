import type { TargetPort } from "../../../src/restore/ports.js";
import type { TargetAnswer } from "../../../src/restore/run/target.js";
import type { WorkContext } from "../context.js";
import { describeError } from "../log.js";

/** A write that the target neither took nor refused, but broke off: it may have been applied. */
export class WriteBroken extends Error {
  override readonly name = "WriteBroken";
}

/**
 * The tenant of one environment, as a port that keeps its word. One that throws, although it may not, has not answered: a
 * reading ends with that reason, where it would else begin again until nobody waits for it any more, and a write is looked for
 * in the target before anything else is done.
 */
export function reachTarget({ target, log }: Pick<WorkContext, "target" | "log">, targetKey: string): TargetPort {
  const reading = async <T>(ask: (port: TargetPort) => Promise<TargetAnswer<T>>): Promise<TargetAnswer<T>> => {
    try {
      return answerIn(await ask(target(targetKey)));
    } catch (error) {
      log({ level: "error", event: "target_broke", error: describeError(error) });
      return { ok: false, problem: { code: "unreachable", detail: "The target could not be read." } };
    }
  };
  const writing = async <T>(ask: (port: TargetPort) => Promise<TargetAnswer<T>>): Promise<TargetAnswer<T>> => {
    try {
      return answerIn(await ask(target(targetKey)));
    } catch (error) {
      log({ level: "error", event: "target_broke", error: describeError(error) });
      throw new WriteBroken("The target broke off a write.", { cause: error });
    }
  };
  return {
    readIdentity: () => reading((port) => port.readIdentity()),
    readDirectory: () => reading((port) => port.readDirectory()),
    listPolicies: () => reading((port) => port.listPolicies()),
    readPolicy: (id) => reading((port) => port.readPolicy(id)),
    createPolicy: (policy) => writing((port) => port.createPolicy(policy)),
    replaceSettings: (seen, payload) => writing((port) => port.replaceSettings(seen, payload)),
    replaceAssignments: (seen, assignments) => writing((port) => port.replaceAssignments(seen, assignments)),
    replaceScopeTags: (seen, scopeTagIds) => writing((port) => port.replaceScopeTags(seen, scopeTagIds)),
  };
}

/** What came back, where it is an answer at all. */
function answerIn<T>(answer: TargetAnswer<T>): TargetAnswer<T> {
  const { ok } = answer;
  const part: unknown = ok ? answer.value : answer.problem;
  if (typeof ok !== "boolean" || typeof part !== "object" || part === null)
    throw new TypeError("The target gave something that is no answer.");
  return answer;
}
