import { restoreClaims } from "../../src/restore/claims/index.js";
import { type ClaimPolicy, claimFinder } from "../../src/safety/index.js";
import { textsOf } from "../../src/testing/dom-texts.js";
import {
  interruptions,
  type RestoreScenarioId,
  restoreScenarios,
  resultOf,
  scenario,
  wizardOf,
} from "../../src/testing/scenarios/index.js";

/** What a story says of itself. */
export interface NamedStory {
  /** As Storybook spells it: "restore-steps-checks--checks-blocking". */
  readonly id: string;
  readonly title: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** What a page of a scenario may claim: in its result, or while it is prepared (RR-12). */
export function claimsOfScenario(id: RestoreScenarioId): ClaimPolicy {
  const { facts, step } = scenario(id);
  if (step === "result" || facts.run.execution !== null) return restoreClaims[resultOf(id).state];
  return wizardOf(id).execution.state === "available" ? restoreClaims.preparation_complete : restoreClaims.preparation;
}

/** What a story may claim. One that is named after no state belongs to none, and calms in none. */
export function claimsOfStory(story: NamedStory): ClaimPolicy {
  const state = stateOf(story);
  return state === null ? restoreClaims.completed_with_evidence : claimsOfScenario(state);
}

function stateOf({ id, title, args }: NamedStory): RestoreScenarioId | null {
  const name = id.split("--").at(-1)?.replaceAll("-", "_");
  if (title === "Restore/Between") return interruptions.find((one) => one.id === name)?.scenario ?? null;
  // By its name first: a story that plays on is named after the state that it ends in.
  const named =
    restoreScenarios.find((one) => one.id === name) ?? restoreScenarios.find((one) => one.id === args["id"]);
  return named?.id ?? null;
}

const finders = new Map<ClaimPolicy, ReturnType<typeof claimFinder>>();

/** What a story shows to those who build with the kit, such as the literals of a state: no operator reads it. */
const forBuilders = "figcaption code, [data-part=facts], [data-part=model], [data-part=dom]";

/** Each claim that a story as it is drawn may not make. */
export function falseClaimsOf(story: NamedStory, drawn: Element): readonly string[] {
  const policy = claimsOfStory(story);
  const find = finders.get(policy) ?? claimFinder(policy);
  finders.set(policy, find);
  const copy = drawn.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(forBuilders)) part.remove();
  return textsOf(copy).flatMap((text) => find(text).map(({ text: said, claim }) => `“${said}” (${claim})`));
}
