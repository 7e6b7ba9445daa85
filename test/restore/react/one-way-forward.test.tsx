import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { defaultMessages, germanMessages } from "../../../src/index.js";
import { type Interruption, RestoreResultPage, RestoreRunWizardView } from "../../../src/restore/react/index.js";
import type { RestoreStepId } from "../../../src/restore/resolvers/reasons.js";
import { resolveWizard } from "../../../src/restore/resolvers/wizard.js";
import { resolveChecksStep } from "../../../src/restore/resolvers/steps/index.js";
import { noConfirmation, type RestoreFacts } from "../../../src/restore/run/facts.js";
import {
  armed,
  interruption,
  interruptionModel,
  type InterruptionId,
  scenario,
  scenarioDirectory,
  scenarioItems,
} from "../../../src/testing/index.js";
import { plain } from "../../support/plain.js";
import { contexts } from "../../contract/languages.js";

afterEach(cleanup);

const languages = ["en", "de"] as const;
const exit = { kind: "link", id: "close", label: "Close", href: "#close" } as const;
const nothing = () => undefined;

function wizard(
  facts: RestoreFacts,
  step: RestoreStepId,
  language: keyof typeof contexts,
  shown: Interruption | null = null,
): HTMLElement {
  return render(
    <RestoreRunWizardView
      facts={facts}
      step={step}
      context={contexts[language]}
      directory={scenarioDirectory}
      backupSets={[]}
      items={scenarioItems}
      waiting={null}
      interruption={shown}
      announcement={null}
      anchor={null}
      exit={exit}
      onChange={nothing}
      onRunChecks={nothing}
      onGeneratePreview={nothing}
      onSyncDirectory={nothing}
      onExecute={nothing}
      onConfirmation={nothing}
      onProblemAction={nothing}
    />,
  ).container;
}

function between(id: InterruptionId): Interruption {
  const { problem, circumstances } = interruption(id);
  const { asked, readAt, reconciled, now } = circumstances;
  return { problem, asked, readAt, reconciled, now: now ?? undefined };
}

/** What is drawn as the page's primary action, by its words. */
const loud = (page: HTMLElement) =>
  [...page.querySelectorAll(String.raw`[data-part=control].cr\:bg-action`)].map(({ textContent }) => textContent);

describe.each(languages)("SI-18 what stands between the operator and the run is done first, in %s", (language) => {
  const wayForward = (id: InterruptionId) => interruptionModel(interruption(id), contexts[language]).action.label;

  test.each([
    "session_ended",
    "run_moved",
    "refused",
    "failed",
    "execution_unknown",
    "execution_not_queued",
    "not_allowed",
  ] as const)("%s: its way forward is the one primary action on every step", (id) => {
    for (const step of ["select_backup_set", "define_restore_scope", "safety_checks", "preview"] as const) {
      for (const { facts } of [scenario("mapping_required"), scenario("preview_current")]) {
        const page = wizard(facts, step, language, between(id));
        expect([step, loud(page)]).toEqual([step, [wayForward(id)]]);
        cleanup();
      }
    }
  });

  test("a run that is gone leads away by one name, and nowhere asks to be loaded again", () => {
    const { facts } = scenario("preview_current");
    for (const step of ["safety_checks", "preview", "confirm_execute"] as const) {
      const page = wizard(facts, step, language, between("not_found"));
      expect(loud(page)).toEqual([contexts[language].words.problems.action.leave]);
      expect(page).not.toHaveTextContent(/load (?:it|the run) again|neu laden|Laden Sie/i);
      expect([...page.querySelectorAll(`[href="${exit.href}"]`)]).toHaveLength(1);
      cleanup();
    }
  });

  test("beside a request that may still arrive, nothing is said to be unwritten or not executed", () => {
    const page = wizard(
      { ...armed, confirmation: noConfirmation },
      "confirm_execute",
      language,
      between("execution_not_queued"),
    );
    expect(page).not.toHaveTextContent(
      /Nothing has been (?:written|executed)|wurde nichts geschrieben|Nichts wurde ausgeführt|Es wurde nichts ausgeführt/,
    );
    expect(loud(page)).toEqual([wayForward("execution_not_queued")]);
  });

  test("a target that is another one leaves nothing loud on any step, and the checks may be run", () => {
    const { facts } = scenario("target_differs");
    const page = wizard(facts, "safety_checks", language);
    expect(loud(page)).toEqual([]);
    expect(page.querySelector("#run-checks button")).not.toHaveAttribute("aria-disabled");
  });

  test("where the page may go on, its own action stays the primary one", () => {
    const { facts } = scenario("preview_required");
    const page = wizard(facts, "preview", language, between("too_many_requests"));
    expect(loud(page)).toEqual([contexts[language].words.preview.generate]);
  });

  test("a result is kept readable, and signing in comes before what it offers", () => {
    const { facts } = scenario("completed_with_evidence");
    const shown = (id: InterruptionId | null) =>
      loud(
        render(
          <RestoreResultPage
            facts={facts}
            context={contexts[language]}
            exit={exit}
            interruption={id === null ? null : between(id)}
          />,
        ).container,
      );
    expect(shown("session_ended")).toEqual([wayForward("session_ended")]);
    cleanup();
    expect(shown(null)).toEqual([contexts[language].words.results.action.open_evidence]);
  });
});

describe.each(languages)(
  "BY-15 a reason is said once in full, and told to whoever meets it again, in %s",
  (language) => {
    const timesSaid = (page: HTMLElement, reason: string) =>
      plain(page.textContent ?? "").split(plain(reason)).length - 1;
    const nextOf = (page: HTMLElement) =>
      within(page.querySelector<HTMLElement>("[data-part=next]") ?? page).getByRole("button");

    const ownReasonOf = (page: HTMLElement) =>
      plain(page.querySelector("[data-part=next] [data-part=reason]")?.textContent ?? "").trim();
    const { blocked } = language === "de" ? germanMessages : defaultMessages;

    test("checks under way: beside the control that ends them", () => {
      const { facts } = scenario("checks_running");
      const page = wizard(facts, "safety_checks", language);
      const reason = resolveChecksStep(facts, contexts[language]).attempt?.text ?? "";
      expect(timesSaid(page, reason)).toBe(1);
      for (const control of [nextOf(page), page.querySelector("#run-checks button")]) {
        expect(control).toHaveAccessibleDescription(expect.stringContaining(plain(reason)));
        expect(control?.querySelector("[data-glyph]")).toHaveAttribute("data-glyph", "ring");
      }
    });

    test.each([
      ["preview_required", "preview"],
      ["fresh_draft", "select_backup_set"],
      ["scope_empty", "define_restore_scope"],
      ["target_differs", "safety_checks"],
    ] as const)("%s: in the decision, and Next leads to what clears it", (id, step) => {
      const { facts } = scenario(id);
      const page = wizard(facts, step, language);
      const { decision, next } = resolveWizard(facts, step, contexts[language]);
      expect(next).toMatchObject({ kind: "blocked", reason: decision.reason });
      expect(ownReasonOf(page)).toBe(blocked);
      expect(nextOf(page)).toHaveAccessibleDescription(expect.stringContaining(plain(`${blocked} ${decision.reason}`)));
    });

    test("a reason that stands nowhere else on the page is said by the control itself", () => {
      const { facts } = scenario("mapping_required");
      const page = wizard(facts, "define_restore_scope", language);
      const { next } = resolveWizard(facts, "define_restore_scope", contexts[language]);
      expect(ownReasonOf(page)).toBe(plain(`${blocked} ${next?.reason ?? ""}`));
    });

    test("a page that was overtaken says of no gate that it is next", () => {
      const page = wizard(armed, "preview", language, between("run_moved"));
      expect(page.querySelector("[data-part=next-gate]")).toHaveTextContent(
        contexts[language].words.gates.problemFirst,
      );
      expect(screen.queryByText(contexts[language].words.gates.title.usable_source_selected)).toBeNull();
    });
  },
);
