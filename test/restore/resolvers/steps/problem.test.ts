import { describe, expect, test } from "vitest";
import {
  loadAgain,
  nothingRead,
  outcomeUnknown,
  resolveProblem,
  supersedesFacts,
} from "../../../../src/restore/resolvers/steps/problem.js";
import type { Waiting } from "../../../../src/restore/resolvers/steps/announcements.js";
import { restoreCopy } from "../../../../src/restore/resolvers/copy.js";
import { resolveConfirmStep, resolvePreviewStep } from "../../../../src/restore/resolvers/steps/index.js";
import { resolveWizard } from "../../../../src/restore/resolvers/wizard.js";
import { noConfirmation, type RestoreFacts } from "../../../../src/restore/run/facts.js";
import { restoreClaims } from "../../../../src/restore/claims/index.js";
import { findFalseClaimsInModel } from "../../../../src/safety/index.js";
import {
  interruption,
  interruptionModel,
  interruptions,
  scenario,
  scenarioContext,
  resultOf,
} from "../../../../src/testing/scenarios/index.js";
import { contexts, said } from "../../../contract/languages.js";

const problem = {
  type: "about:blank",
  title: "The run has moved on",
  status: 412,
  code: "revision_moved",
  detail: "Somebody changed it.",
  reasons: [
    { code: "a", reason: "First.", clearedBy: { step: "preview", anchor: "run-preview" } },
    { code: "b", reason: "Second.", clearedBy: null },
  ],
};
const readAt = "2026-11-20T17:20:00Z";
const exit = { kind: "link", id: "close", label: "All runs", href: "/runs" } as const;

const forward = (status: number, asked: "load" | "change" | "execute" = "change") =>
  resolveProblem({ ...problem, status }, scenarioContext, { ...nothingRead, asked, readAt }).action;
const actionOf = (...given: Parameters<typeof forward>) => forward(...given).id;

const knownOf = (status: number, asked: "load" | "change" | "execute" = "change") =>
  resolveProblem({ ...problem, status }, scenarioContext, { ...nothingRead, asked, readAt }).facts[0]?.texts.join(" ");

describe("BY-15 a refusal of the host", () => {
  test("keeps every reason, each with the place that clears it", () => {
    expect(resolveProblem(problem, scenarioContext)).toMatchObject({
      title: "The run has moved on",
      detail: "Somebody changed it.",
      reasons: [
        { code: "a", reason: "First.", clearedBy: { anchor: "run-preview", href: "#preview/run-preview" } },
        { code: "b", reason: "Second.", clearedBy: null },
      ],
    });
  });

  test.each([409, 412, 428, 403, 0, 500, 503])(
    "%i: the page no longer knows how the run stands, so it is loaded again",
    (status) => expect(actionOf(status)).toBe("reload_run"),
  );

  test.each([400, 413, 422, 499])("%i: the request is put away", (status) =>
    expect(forward(status)).toEqual({ kind: "callback", id: "dismiss_problem", label: "Put this away" }),
  );

  test("a page that could not be read is read again, whatever the host has against it", () => {
    for (const status of [400, 403, 404, 409, 422, 429, 500, 0])
      expect([status, actionOf(status, "load")]).toEqual([status, "reload_run"]);
  });

  test("what is not there leads away from it", () => {
    expect(resolveProblem({ ...problem, status: 404 }, scenarioContext, { ...nothingRead, exit }).action).toEqual({
      ...exit,
      label: "Leave this page",
    });
  });

  test("a session that ended leads to signing in, and back", () => {
    expect(actionOf(401)).toBe("sign_in");
    expect(actionOf(401, "load")).toBe("sign_in");
  });
});

describe("BY-15 each refusal has one name, one mark, and one sentence of what is known", () => {
  const circumstances = { ...nothingRead, readAt };
  const told = (status: number, asked: Waiting = "change", code = "some_code", more: object = {}) => {
    const { kind, literal, facts } = resolveProblem({ ...problem, status, code }, scenarioContext, {
      ...circumstances,
      asked,
      ...more,
    });
    return [kind, literal, facts[0]?.texts.join(" ").replaceAll(/ (?:at|here at) 20 Nov 2026, 17:20 UTC/g, " then")];
  };
  const unchanged = "Your request changed nothing. This page shows the run as it was read then.";
  const perhaps = "Whether your request was carried out is not known. This page shows the run as it was read then.";

  test.each([
    [400, "not_accepted", "blocked", unchanged],
    [401, "session_ended", "attention", unchanged],
    [403, "not_allowed", "blocked", unchanged],
    [
      404,
      "not_found",
      "unavailable",
      "The run was there then. It is gone, or you may no longer see it. Your request changed nothing.",
    ],
    [409, "refused", "blocked", unchanged],
    [412, "run_moved", "invalidated", "The run was changed after it was read then. Your request changed nothing."],
    [428, "run_moved", "invalidated", "The run was changed after it was read then. Your request changed nothing."],
    [429, "too_many_requests", "pending", unchanged],
    [499, "not_accepted", "blocked", unchanged],
    [0, "not_reached", "stale", perhaps],
    [500, "failed", "blocked", perhaps],
  ])("%i after a change", (status, ...expected) => expect(told(status)).toEqual(expected));

  test("an answer that came too late, or that nobody can read, tells nothing of the request, whatever its status (BY-3)", () => {
    expect(told(0, "change", "answer_overdue")).toEqual(["overdue", "stale", perhaps]);
    for (const status of [0, 200, 409])
      expect(told(status, "change", "answer_not_understood")).toEqual(["not_understood", "unknown", perhaps]);
    expect(outcomeUnknown({ ...problem, status: 200, code: "answer_not_understood" })).toBe(true);
  });

  test("an execution that nobody answered is open until the run was read again, and then none so far (RW-16)", () => {
    expect(told(0, "execute")).toEqual([
      "execution_unknown",
      "unknown",
      "The request may have arrived. The run had no execution when it was read then; until it is read again, this page asks for none.",
    ]);
    expect(told(0, "execute", "some_code", { reconciled: true })).toEqual([
      "execution_not_queued",
      "attention",
      "The run had no execution when it was read then. A run is executed once at most: asking again cannot start a second execution.",
    ]);
  });

  test("why an execution is open is told by what befell its request", () => {
    const { detail } = scenarioContext.words.problems;
    const why = (status: number, code: string) =>
      resolveProblem({ ...problem, status, code }, scenarioContext, { ...circumstances, asked: "execute" }).detail;
    expect(why(0, "server_not_reached")).toBe(detail.not_reached);
    expect(why(0, "answer_overdue")).toBe(detail.overdue);
    expect(why(200, "answer_not_understood")).toBe(detail.not_understood);
    expect(why(500, "internal_error")).toBe("Somebody changed it.");
  });

  test("a page that only read, or that shows no run, says as what it shows was read", () => {
    const asRead = "This page shows what was read then. It may have changed since.";
    for (const status of [0, 404, 412, 500]) expect(told(status, "load")[2]).toBe(asRead);
    expect(told(0, "change", "some_code", { subject: "page" })[2]).toBe(asRead);
  });

  test("it is told apart whether the operator asked, or the page by itself", () => {
    const asked = (what: Waiting, at: string | null) =>
      resolveProblem(problem, scenarioContext, { ...nothingRead, asked: what, readAt: at }).asked;
    expect([asked("load", readAt), asked("load", null), asked("change", readAt), asked("change", null)]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});

describe("BY-15 the way forward is named for what is loaded", () => {
  test.each(["run", "page"] as const)("the %s", (subject) => {
    const model = resolveProblem({ ...problem, status: 0 }, scenarioContext, { ...nothingRead, subject });
    const label = { run: "Load the run again", page: "Load this page again" }[subject];
    expect(model.action).toEqual({ kind: "callback", id: "reload_run", label });
  });

  test("a page that shows nothing reads, whatever refused it, and what it can say is only that", () => {
    for (const status of [400, 404, 429]) {
      const model = resolveProblem({ ...problem, status }, scenarioContext);
      expect(model.action.id).toBe("reload_run");
      expect(model.facts.map(({ id, label }) => [id, label])).toEqual([["known", "What is known"]]);
    }
  });

  test("a busy host that names no moment may be asked at once", () => {
    const now = "2026-11-20T17:32:00Z";
    const model = resolveProblem({ ...problem, status: 429 }, scenarioContext, {
      ...nothingRead,
      asked: "change",
      readAt,
      now,
    });
    expect(model.action).toEqual({ kind: "callback", id: "ask_again", label: "Ask again" });
  });

  test("an execution that was refused is asked for anew of the run as it then is; so is one that may still arrive", () => {
    expect(actionOf(422, "execute")).toBe("reload_run");
    const model = resolveProblem({ ...problem, status: 0 }, scenarioContext, {
      ...nothingRead,
      asked: "execute",
      readAt,
      reconciled: true,
    });
    expect(model.action).toEqual({ kind: "callback", id: "reload_run", label: "Load the run again" });
    expect(actionOf(0, "execute")).toBe("reload_run");
  });
});

describe("BY-15 a host that takes no more requests", () => {
  const busy = { ...problem, status: 429, retryAt: "2026-11-20T17:32:00Z" };
  const at = (now: string | null, asked: "change" | "execute" = "change") =>
    resolveProblem(busy, scenarioContext, { ...nothingRead, asked, readAt, now }).action;

  test("is not asked before the moment that it named", () => {
    expect(at("2026-11-20T17:31:59Z")).toMatchObject({
      kind: "blocked",
      id: "ask_again",
      // Nobody has anything to mend.
      waits: true,
      reason: expect.stringContaining("17:32"),
    });
    expect(at("2026-11-20T17:32:00Z")).toMatchObject({ kind: "callback", id: "ask_again" });
    expect(at(null)).toMatchObject({ kind: "callback" });
  });

  test("is never asked for an execution behind the operator's back (RW-16)", () => {
    expect(at("2026-11-20T17:40:00Z", "execute")).toMatchObject({ id: "dismiss_problem" });
  });
});

describe("BY-3 what nobody answered is neither done nor undone", () => {
  test.each([
    [0, "server_not_reached", true],
    [0, "answer_overdue", true],
    [0, "answer_not_understood", true],
    [500, "internal_error", true],
    [504, "problem_without_details", true],
    [502, "target_refused", false],
    [503, "target_throttled", false],
    [409, "execution_blocked", false],
    [429, "problem_without_details", false],
  ])("%i %s leaves the outcome open: %s", (status, code, open) => {
    expect(outcomeUnknown({ ...problem, status, code })).toBe(open);
  });

  test("a change that may have been saved is not called unsaved", () => {
    for (const status of [0, 500])
      expect(knownOf(status)).toMatch(/^Whether your request was carried out is not known/);
    for (const status of [403, 409, 422]) expect(knownOf(status)).toMatch(/^Your request changed nothing/);
  });

  test("an execution is asked for by no action of the problem, known or not", () => {
    for (const status of [0, 401, 403, 404, 409, 412, 422, 429, 500])
      expect([status, actionOf(status, "execute")]).toEqual([
        status,
        expect.stringMatching(/^(reload_run|dismiss_problem|sign_in)$/),
      ]);
  });

  test("a page that shows nothing claims to know nothing", () => {
    const { facts } = resolveProblem({ ...problem, status: 0 }, scenarioContext);
    expect(facts.flatMap(({ texts }) => texts)).toEqual(["Nothing was read, so nothing is known."]);
  });
});

test.each([
  ["en", "No execution found so far", "may still arrive"],
  ["de", "Bisher keine Ausführung gefunden", "kann noch ankommen"],
] as const)(
  "a request that nobody answered is never said to have failed, in %s: a reading only tells of its moment",
  (language, title, open) => {
    const model = interruptionModel(interruption("execution_not_queued"), contexts[language]);
    expect(model.title).toBe(title);
    expect(model.detail).toContain(open);
  },
);

describe("RW-16 nothing is executed of a run that may be another than the page shows", () => {
  const superseded = (status: number, asked: Waiting, code = "some_code") =>
    supersedesFacts({ ...problem, status, code }, asked);

  test.each([
    [412, "change", "somebody else changed it"],
    [404, "checks", "it is gone"],
    [401, "change", "nobody is signed in"],
    [409, "execute", "the host finds conditions unmet that were met here"],
    [403, "execute", "the capability was taken away"],
    [403, "change", "the capability was taken away"],
    [422, "execute", "the request cannot be used"],
    [0, "change", "nobody says whether the change was saved"],
    [500, "change", "the host failed while it saved"],
    [503, "execute", "nobody says whether it was queued"],
  ] as const)("%i after %s: %s", (...[status, asked]) => expect(superseded(status, asked)).toBe(true));

  test.each([
    [429, "execute", "the host took no request"],
    [409, "change", "the change alone was refused"],
    [422, "change", "the change alone cannot be used"],
  ] as const)("not by %i after %s: %s", (...[status, asked]) => expect(superseded(status, asked)).toBe(false));

  test("not by a target that could not be read", () => {
    expect(superseded(503, "checks", "target_not_readable")).toBe(false);
  });
});

describe("SI-18 one way forward is the page's primary one", () => {
  const leads = (status: number, asked: Waiting, at: string | null = readAt) =>
    resolveProblem({ ...problem, status }, scenarioContext, { ...nothingRead, asked, readAt: at }).leads;

  test.each([
    [401, "change"],
    [412, "preview"],
    [404, "checks"],
    [0, "execute"],
    [403, "change"],
  ] as const)("that of %i after %s, because the page may show what is no longer so", (status, asked) =>
    expect(leads(status, asked)).toBe(true),
  );

  test("that of an execution that a reading did not find, because its request may still arrive", () =>
    expect(interruptionModel(interruption("execution_not_queued"), scenarioContext).leads).toBe(true));

  test("that of a page that shows nothing", () => expect(leads(429, "load", null)).toBe(true));

  test.each([
    [429, "execute"],
    [409, "change"],
  ] as const)("that of the page itself, beside %i after %s", (status, asked) =>
    expect(leads(status, asked)).toBe(false),
  );
});

describe.each(["en", "de"] as const)("SI-10 what overtook the page leaves nothing calm on it, in %s", (language) => {
  const context = contexts[language];
  const calm = /Nothing has been (?:written|executed)|wurde nichts geschrieben|Nichts wurde ausgeführt/;

  test.each(["confirm_execute", "preview"] as const)("%s never says that nothing was written or executed", (step) => {
    const saidOf = (facts: RestoreFacts) => {
      const frame = resolveWizard(facts, step, context);
      const content =
        step === "preview" ? resolvePreviewStep(facts, frame, context) : resolveConfirmStep(facts, frame, context);
      return said([frame, content]).map(({ text }) => text);
    };
    const { facts } = scenario("armed");
    expect(saidOf({ ...facts, superseded: true }).filter((text) => calm.test(text))).toEqual([]);
    // The same facts say so while they stand.
    expect(saidOf({ ...facts, confirmation: noConfirmation }).filter((text) => calm.test(text))).not.toEqual([]);
  });

  test("the preview is told as what this page read", () => {
    const facts = { ...scenario("preview_current").facts, superseded: true };
    const { decision } = resolvePreviewStep(facts, resolveWizard(facts, "preview", context), context);
    expect(decision.status.literal).toBe("unknown");
    expect(decision.reason).toBe(restoreCopy(context).reason({ code: "facts_superseded" }));
  });
});

describe("BY-14 what was not lost is said", () => {
  const factOf = (fact: "kept" | "anew", more: object, status = 409) =>
    resolveProblem({ ...problem, status }, scenarioContext, { ...nothingRead, asked: "change", readAt, ...more })
      .facts.filter(({ id }) => id === fact)
      .flatMap(({ texts }) => texts);
  const keptOf = (more: object, status?: number) => factOf("kept", more, status);
  const anewOf = (more: object, status?: number) => factOf("anew", more, status);

  test("the choices of this tab only where there are some", () => {
    expect(keptOf({})).toEqual(["What you applied before is saved with the run."]);
    expect(keptOf({ unsent: true })).toContain("What you chose and did not apply is kept in this tab.");
  });

  test("a confirmation is no part of it: where it is taken back, it is said to be entered anew", () => {
    const confirmation = ["The tick and the typed label."];
    expect(anewOf({ confirming: true })).toEqual(confirmation);
    expect(keptOf({ confirming: true })).toEqual(keptOf({}));
    expect(anewOf({})).toEqual([]);
    expect(anewOf({ confirming: true }, 422)).toEqual([]);
    expect(anewOf({ asked: "execute" }, 422)).toEqual(confirmation);
    expect(anewOf({ asked: "execute", confirming: true }, 429)).toEqual([]);
    expect(anewOf({ confirming: true }, 404)).toEqual([]);
  });

  test("nothing is said to be kept of a run that is gone, nor on a page where nothing is drafted", () => {
    expect(keptOf({ unsent: true }, 404)).toEqual([]);
    expect(keptOf({ subject: "page" })).toEqual([]);
  });
});

describe.each(["en", "de"] as const)("every state between the operator and the run, in %s", (language) => {
  test.each([...interruptions])("$id is finished, claims nothing, and has one way forward (RR-12)", (one) => {
    const model = interruptionModel(one, contexts[language]);
    const texts = said([model.title, model.detail, model.facts, model.action]).map(({ text }) => text);
    expect(texts.filter((text) => text === "" || /undefined|null|Invalid| {2}/.test(text))).toEqual([]);
    const { facts } = scenario(one.scenario);
    const state = facts.run.execution === null ? "preparation" : resultOf(one.scenario).state;
    expect(findFalseClaimsInModel(model, restoreClaims[state])).toEqual([]);
  });
});

describe("a German page says in German what the host did not say", () => {
  test.each(["session_ended", "too_many_requests", "offline", "execution_unknown", "execution_not_queued"] as const)(
    "%s",
    (id) => {
      const [english, german] = [contexts.en, contexts.de].map((context) => {
        const { title, detail, facts } = interruptionModel(interruption(id), context);
        return said([title, detail, facts.map(({ label, texts }) => [label, texts])]).map(({ text }) => text);
      });
      expect(german?.filter((text) => english?.includes(text))).toEqual([]);
    },
  );
});

test("a page that no longer knows how the run stands offers to load it again", () => {
  expect(loadAgain(scenarioContext)).toMatchObject({ kind: "callback", id: "reload_run" });
  expect(loadAgain(scenarioContext).label).not.toBe("");
});
