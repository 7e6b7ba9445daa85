import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { defaultMessages, germanMessages } from "../../../src/index.js";
import { RestoreResultPage, RestoreRunWizardView } from "../../../src/restore/react/index.js";
import { restoreSteps } from "../../../src/restore/resolvers/reasons.js";
import { type RestoreScenarioId, scenario, scenarioDirectory, scenarioItems } from "../../../src/testing/index.js";
import { contexts } from "../../contract/languages.js";

afterEach(cleanup);

const exit = { kind: "link", id: "close", label: "Schließen", href: "#close" } as const;
const nothing = () => undefined;

const englishOnly = Object.entries(defaultMessages)
  .filter(([key, word]) => germanMessages[key as keyof typeof germanMessages] !== word)
  .map(([, word]) => word);

/** Structural words that a page says in English, in its text and for the ear. */
function englishOn(page: HTMLElement): readonly string[] {
  const said = [...page.querySelectorAll("*")].flatMap((element) => [
    ...[...element.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent?.trim()] : [])),
    element.getAttribute("aria-label"),
  ]);
  return englishOnly.filter((word) => said.includes(word));
}

const scenarios: readonly RestoreScenarioId[] = [
  "fresh_draft",
  "mapping_required",
  "mapping_skipped",
  "checks_not_evaluated",
  "check_accepted",
  "preview_void",
  "preview_current",
  "confirmation_differs",
  "completed_with_evidence",
  "viewer",
];

describe("BY-13 a German page speaks German, in the words of the kit too", () => {
  test.each(scenarios)("%s, every step and the result", (id) => {
    const { facts } = scenario(id);
    for (const step of restoreSteps) {
      const { container, unmount } = render(
        <RestoreRunWizardView
          facts={facts}
          step={step}
          context={contexts.de}
          directory={scenarioDirectory}
          backupSets={[]}
          items={scenarioItems}
          waiting={null}
          interruption={null}
          announcement={null}
          anchor="mappings"
          exit={exit}
          onChange={nothing}
          onRunChecks={nothing}
          onGeneratePreview={nothing}
          onSyncDirectory={nothing}
          onExecute={nothing}
          onConfirmation={nothing}
          onProblemAction={nothing}
        />,
      );
      expect([step, englishOn(container)]).toEqual([step, []]);
      unmount();
    }
    const { container } = render(<RestoreResultPage facts={facts} context={contexts.de} exit={exit} />);
    expect(englishOn(container)).toEqual([]);
  });

  test("and the words are there to be found: an English page says them", () => {
    const { container } = render(
      <RestoreResultPage facts={scenario("completed_with_evidence").facts} context={contexts.en} exit={exit} />,
    );
    expect(englishOn(container)).toContain(defaultMessages.reason);
  });
});
