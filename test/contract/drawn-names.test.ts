import { createElement, type ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import {
  CheckList,
  MappingResolver,
  ProcessFlow,
  Receipt,
  RunTimeline,
  SemanticDiff,
  TypedConfirmation,
} from "../../src/index.js";
import { RestoreResultPage, RestoreRunWizardView } from "../../src/restore/react/index.js";
import { resolveWizard } from "../../src/restore/resolvers/wizard.js";
import { resolveCast, restoreScenarios } from "../../src/testing/scenarios/index.js";
import { hostile } from "./hostile-facts.js";
import { contexts } from "./languages.js";

const { scenarios, directory, items } = hostile(
  restoreScenarios.filter(({ id }) => !id.startsWith("ten_thousand")),
  ["Recovery verified"],
);
const exit = { kind: "link", id: "exit", label: "Leave", href: "#" } as const;
const ignored = () => undefined;

const marksAndNames = /.{0,40}(?:[\u2068\u2069]|Recovery verified).{0,40}/;

/** What a page says in words of ours. An attribute has no elements inside, so it keeps the marks of its text. */
function drawn(page: ReactElement): string {
  return renderToString(page)
    .replaceAll(/<(\w+)[^>]* data-external="".*?<\/\1>/g, "")
    .replaceAll(/<[^>]*>/g, "");
}

describe("BY-13 a name is drawn as what it is, without a mark that would be copied with it and then not match what is typed (BY-11)", () => {
  const context = contexts.en;

  test.each([...scenarios])("from the step of $id", ({ facts, step: own }) => {
    const step = own === "result" ? "confirm_execute" : own;
    const page = createElement(RestoreRunWizardView, {
      ...{
        facts,
        step,
        context,
        directory,
        items,
        exit,
        interruption: null,
        announcement: null,
        waiting: null,
        anchor: null,
      },
      ...{ backupSets: facts.backupSet === null ? [] : [facts.backupSet] },
      ...{
        onChange: ignored,
        onRunChecks: ignored,
        onGeneratePreview: ignored,
        onSyncDirectory: ignored,
        onExecute: ignored,
      },
      ...{ onConfirmation: ignored, onProblemAction: ignored },
    });
    expect(drawn(page)).not.toMatch(marksAndNames);
  });

  test.each([...scenarios])("from the result of $id, and from every component", ({ facts }) => {
    const cast = resolveCast(facts, context, directory);
    const { flow } = resolveWizard(facts, "preview", context);
    const pages = [
      createElement(RestoreResultPage, { facts, context, exit }),
      createElement(ProcessFlow, { model: flow }),
      createElement(CheckList, { model: cast.checkList }),
      createElement(SemanticDiff, { model: cast.semanticDiff, opened: 50 }),
      createElement(MappingResolver, { model: cast.mappingResolver }),
      createElement(RunTimeline, { model: cast.timeline }),
      createElement(Receipt, { model: cast.receipt }),
      createElement(TypedConfirmation, { model: cast.typedConfirmation }),
    ];
    for (const page of pages) expect(drawn(page)).not.toMatch(marksAndNames);
  });
});
