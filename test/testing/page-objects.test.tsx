import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactElement, useState } from "react";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import {
  ActionControl,
  BackupQualitySummary,
  CheckList,
  CollapsedDiagnostics,
  CompactSafetyStatus,
  DecisionCard,
  DryRunSwitch,
  EnvironmentBadge,
  FreshnessBand,
  MappingPickerDialog,
  MappingResolver,
  ProcessFlow,
  ProofAside,
  Receipt,
  ResultSummary,
  RunTimeline,
  ScopePicker,
  SemanticDiff,
  StepRail,
  TypedConfirmation,
  WizardShell,
} from "../../src/index.js";
import type * as entry from "../../src/index.js";
import { resolveSemanticDiff } from "../../src/restore/index.js";
import {
  castOf,
  inDom,
  kit,
  type Kit,
  resolvePicker,
  resultOf,
  scenario,
  scenarioContext,
  scenarioItems,
  tenThousandItems,
  wizardOf,
} from "../../src/testing/index.js";
import {
  type ActionModel,
  contractVersion,
  type FilledPicker,
  type ItemRun,
  type MappingTarget,
  plainText,
} from "../../src/view-models/index.js";
import { components, page, pickerOf, sample } from "../components/samples.js";
import { checkList, receipt, resultSummary, runTimeline, scopePicker, semanticDiff } from "../view-models/models.js";

/** Draws something and hands over its page objects; what is not there is not waited for any longer than a test has patience. */
function drawn(element: ReactElement): Kit {
  const { container } = render(element);
  return kit(inDom(userEvent, container, { patience: 300 }));
}

const actions = () => vi.fn<(id: string, action: ActionModel) => void>();

type ComponentName = Exclude<keyof typeof entry, "defaultMessages" | "germanMessages">;

describe("the page objects", () => {
  test("are one for every component, and none for anything else", () => {
    expectTypeOf<keyof Kit>().toEqualTypeOf<Uncapitalize<ComponentName>>();
    const objects = Object.keys(kit(inDom(userEvent))).map((name) => name.charAt(0).toUpperCase() + name.slice(1));
    expect(objects.toSorted()).toEqual(components.map(([name]) => name).toSorted());
  });

  test.each(components.map(([name]) => name))("find %s, by itself and by its own name", async (name) => {
    const key = (name.charAt(0).toLowerCase() + name.slice(1)) as keyof Kit;
    const objects = drawn(sample(name));
    expect(await objects[key]().isThere()).toBe(true);
    const called = await objects[key]().name();
    expect(called).not.toBe("");
    expect(await objects[key](called).isThere()).toBe(true);
    expect(await objects[key](0).isThere()).toBe(true);
    expect(await objects[key](1).isThere()).toBe(false);
    expect(await objects[key]("Anything else").isThere()).toBe(false);
  });

  test("read a whole page at once, and tell its components apart", async () => {
    const objects = drawn(page("needs_review"));
    const { decision, summary, flow } = { ...wizardOf("needs_review"), ...resultOf("needs_review") };
    expect((await objects.decisionCard().read()).title).toBe(decision.status.text);
    expect(await objects.processFlow().progress()).toBe(flow.progress.text);
    expect(await objects.resultSummary().name()).toBe(summary.title);
  });
});

describe("what is not there", () => {
  test("is said with what was looked for and what is there instead", async () => {
    const { flow } = wizardOf("preview_void");
    const objects = drawn(<ProcessFlow model={flow} />);
    await expect(objects.processFlow().gate("Preveiw")).rejects.toThrow(
      "ProcessFlow: there is no gate “Preveiw”. There are: “Usable source selected”, “Target selected”,",
    );
    await expect(objects.processFlow("Rotation gates").gates()).rejects.toThrow(
      "There is no ProcessFlow “Rotation gates”. There are: “Restore safety gates”.",
    );
    await expect(objects.decisionCard().read()).rejects.toThrow(
      /^There is no DecisionCard\. Components there: .*ProcessFlow/,
    );
  });

  test("is not guessed at where several could be meant", async () => {
    const objects = drawn(
      <>
        <EnvironmentBadge model={{ contract: "1.0", environment: "prod", text: "Prod" }} />
        <EnvironmentBadge model={{ contract: "1.0", environment: "test", text: "Test" }} />
      </>,
    );
    await expect(objects.environmentBadge().read()).rejects.toThrow(
      "There are 2 of EnvironmentBadge: “Prod”, “Test”. Say which, by name or by index.",
    );
    expect(await objects.environmentBadge("Test").read()).toEqual({ text: "Test", environment: "test" });
    expect(await objects.environmentBadge(0).read()).toEqual({ text: "Prod", environment: "prod" });
  });

  test("is waited for where it is on its way", async () => {
    function Slow() {
      const [ready, setReady] = useState(false);
      return ready ? (
        <DecisionCard model={wizardOf("armed").decision} />
      ) : (
        <button type="button" onClick={() => queueMicrotask(() => setReady(true))}>
          Load
        </button>
      );
    }
    const { container } = render(<Slow />);
    const reading = kit(inDom(userEvent, container)).decisionCard().read();
    container.querySelector("button")?.click();
    expect((await reading).title).toBe(wizardOf("armed").decision.status.text);
  });
});

describe("PF-2 processFlow", () => {
  test("reads every gate as the operator finds it", async () => {
    const { flow } = wizardOf("preview_void");
    const gates = await drawn(<ProcessFlow model={flow} />)
      .processFlow()
      .gates();
    expect(gates).toMatchObject(
      flow.gates.map(({ title, word, reason, position }) => ({
        title,
        word,
        reason: plainText(reason),
        isNext: position === "next",
      })),
    );
  });

  test("says of a void gate what moved", async () => {
    const preview = await drawn(<ProcessFlow model={wizardOf("preview_void").flow} />)
      .processFlow()
      .gate("Preview");
    expect(preview).toMatchObject({
      status: "invalidated",
      word: "Void",
      at: "20 Nov 2026, 16:46 UTC",
      changes: [{ before: "12 items", after: "10 items" }],
    });
  });

  test("says of the next gate every reason, and where each is cleared", async () => {
    const { flow } = wizardOf("confirmation_open");
    const next = await drawn(<ProcessFlow model={flow} />)
      .processFlow()
      .nextGate();
    const blockers = flow.gates.find(({ id }) => id === "confirmation")?.blockers ?? [];
    const seen = [next?.reason, ...(next?.blockers ?? []).map(({ reason }) => reason)];
    expect(seen).toEqual(blockers.map(({ reason }) => plainText(reason)));
    for (const { clearedBy } of next?.blockers ?? []) expect(clearedBy?.href).toMatch(/^#/);
  });

  test("takes the way forward of one gate", async () => {
    const { flow } = wizardOf("mapping_required");
    await drawn(<ProcessFlow model={flow} />)
      .processFlow()
      .takeFrom("Scope/dependency mapping", "Resolve target mappings");
    expect(location.hash).toBe("#define_restore_scope/mappings");
  });

  test("says what deserves a look although a gate is complete", async () => {
    const objects = drawn(<ProcessFlow model={wizardOf("preview_required").flow} count="hidden" />);
    expect(await objects.processFlow().gate("Validation")).toMatchObject({
      status: "complete",
      notice: "2 warnings to look at.",
    });
    expect(await objects.processFlow().progress()).toBeNull();
  });
});

describe("PF-9 compactSafetyStatus", () => {
  test("reads the line, and opens and closes the gates behind it", async () => {
    const { compact } = wizardOf("mapping_required");
    const status = drawn(<CompactSafetyStatus model={compact} />).compactSafetyStatus();
    expect(await status.read()).toEqual({
      progress: "2/7 gates complete",
      nextGate: compact.nextGate?.text,
      execution: plainText(compact.execution.text),
      status: "unavailable",
    });
    expect(await status.flow().isThere()).toBe(false);
    const flow = await status.openGates();
    expect((await flow.gates()).map(({ title }) => title)).toEqual(compact.flow.gates.map(({ title }) => title));
    await status.open();
    expect(await status.isOpen()).toBe(true);
    await status.close();
    expect(await flow.isThere()).toBe(false);
  });
});

describe("stepRail", () => {
  test("reads every step, goes to one that can be opened, and says why another cannot", async () => {
    const { rail } = wizardOf("scope_changed");
    const steps = drawn(<StepRail model={rail} />).stepRail();
    expect(await steps.steps()).toEqual(
      rail.steps.map(({ title, note, status, current, href }) => ({
        title,
        note,
        status,
        isCurrent: current,
        href: current ? null : href,
      })),
    );
    const current = rail.steps.find((step) => step.current);
    expect((await steps.currentStep())?.title).toBe(current?.title);
    expect(await steps.summary()).toContain(rail.summary);
    await expect(steps.goTo(current?.title ?? "")).rejects.toThrow(/it is the page on screen/);
    const open = rail.steps.find((step) => !step.current && step.href !== null);
    await steps.goTo(open?.title ?? "");
    expect(location.hash).toBe(open?.href);
  });
});

describe("PF-5 decisionCard", () => {
  test("reads status, reason, impact and the one action with what blocks it", async () => {
    const { decision } = wizardOf("target_differs");
    expect(
      await drawn(<DecisionCard model={decision} />)
        .decisionCard("Restore Safety")
        .read(),
    ).toEqual({
      title: "Target is not the one expected",
      status: "blocked",
      at: null,
      reason: plainText(decision.reason),
      impact: "Nothing can be written.",
      primaryAction: {
        kind: "blocked",
        label: decision.primaryAction.label,
        reason: plainText(decision.reason),
        clearedBy: null,
      },
      claim: null,
      attention: null,
    });
  });

  test("reads claim and follow-up beside it", async () => {
    const { decision } = resultOf("completed_with_follow_up");
    const seen = await drawn(<DecisionCard model={decision} />)
      .decisionCard()
      .read();
    expect(seen.claim).toBe(decision.claim);
    expect(seen.attention).toEqual({
      title: decision.attention?.title,
      text: plainText(decision.attention?.text ?? ""),
    });
  });

  test("takes the primary action, and says why one that is blocked is not taken", async () => {
    const onAction = actions();
    const { decision } = wizardOf("armed");
    const primaryAction = { kind: "callback", id: "execute", label: "Restore 12 policies" } as const;
    await drawn(<DecisionCard model={{ ...decision, primaryAction }} onAction={onAction} />)
      .decisionCard()
      .takePrimaryAction();
    expect(onAction).toHaveBeenCalledExactlyOnceWith("execute", primaryAction);
    const blocked = drawn(<DecisionCard model={wizardOf("target_differs").decision} onAction={onAction} />);
    await expect(blocked.decisionCard().takePrimaryAction()).rejects.toThrow(
      /^DecisionCard: “Continue preparation” is blocked: The target now says it is Contoso Staging\./,
    );
    expect(onAction).toHaveBeenCalledOnce();
  });
});

describe("BY-15 actionControl", () => {
  const blocked: ActionModel = {
    kind: "blocked",
    id: "next",
    label: "Next: Preview",
    reason: "Checks have not run for this scope.",
    clearedBy: { step: "safety_checks", anchor: "run", label: "Run checks", href: "#run" },
  };

  test("reads why an action is blocked and where that is cleared, and goes there", async () => {
    const objects = drawn(<ActionControl model={blocked} />);
    expect(await objects.actionControl("Next: Preview").read()).toEqual({
      kind: "blocked",
      label: "Next: Preview",
      reason: "Checks have not run for this scope.",
      clearedBy: { label: "Run checks", href: "#run" },
    });
    await objects.actionControl().take("Run checks");
    expect(location.hash).toBe("#run");
  });

  test("reads a link as a link", async () => {
    const objects = drawn(<ActionControl model={{ kind: "link", id: "open", label: "Open", href: "#open" }} />);
    expect(await objects.actionControl().read()).toEqual({ kind: "link", label: "Open", href: "#open" });
  });

  test("waits for an action that is about to be free", async () => {
    const onAction = actions();
    const { container, rerender } = render(<ActionControl model={blocked} onAction={onAction} />);
    const taking = kit(inDom(userEvent, container)).actionControl().take("Next: Preview");
    rerender(<ActionControl model={{ kind: "callback", id: "next", label: "Next: Preview" }} onAction={onAction} />);
    await taking;
    expect(onAction).toHaveBeenCalledOnce();
  });

  test("can click what is blocked, to see that nothing comes of it", async () => {
    const onAction = actions();
    await drawn(<ActionControl model={blocked} onAction={onAction} />)
      .actionControl()
      .clickAnyway();
    expect(onAction).not.toHaveBeenCalled();
  });
});

describe("SI-3 freshnessBand", () => {
  const gate = wizardOf("preview_void").flow.gates.find(({ id }) => id === "preview");

  test("reads what voided the evidence, and the way forward", async () => {
    const onAction = actions();
    const band = drawn(
      <FreshnessBand
        model={{
          contract: "1.0",
          id: "band",
          freshness: gate?.freshness ?? { state: "not_run", word: "Not run" },
          text: "Void since you changed the scope",
          action: { kind: "callback", id: "again", label: "Generate preview again" },
        }}
        onAction={onAction}
      />,
    ).freshnessBand("Void since you changed the scope");
    expect(await band.read()).toMatchObject({
      status: "invalidated",
      changes: [{ before: "12 items", after: "10 items" }],
      reason: null,
      action: { kind: "callback", label: "Generate preview again" },
    });
    await band.take("Generate preview again");
    expect(onAction).toHaveBeenCalledOnce();
  });

  test("reads why evidence is stale", async () => {
    const { checkList: model } = castOf("preview_stale");
    const stale = { state: "stale", word: "Stale", at: null, reason: "It was recorded without a basis." } as const;
    const body = model.body.state === "checked" ? { ...model.body, freshness: stale } : model.body;
    const list = drawn(<CheckList model={{ ...model, body }} />).checkList();
    expect(await list.freshness().read()).toMatchObject({ status: "stale", text: "Stale", reason: stale.reason });
  });
});

describe("PF-7 proofAside", () => {
  test("reads every fact, and takes the action of one", async () => {
    const { proof } = resultOf("completed_with_evidence");
    const aside = drawn(<ProofAside model={proof} />).proofAside();
    expect(await aside.facts()).toMatchObject(
      proof.facts.map(({ label, text, state, detail }) => ({
        label,
        status: state,
        text: plainText(text),
        detail: detail === null ? null : plainText(detail),
      })),
    );
    const evidence = await aside.fact("Post-run evidence");
    await aside.takeFrom("Post-run evidence", evidence.action?.label ?? "");
    expect(evidence.action).toMatchObject({ kind: "link", href: location.hash });
  });
});

describe("PF-6 backupQualitySummary", () => {
  test("reads every count, what deserves a look, and what it does not prove", async () => {
    const { quality } = wizardOf("source_selected");
    const summary = drawn(<BackupQualitySummary model={quality} />).backupQualitySummary();
    expect(await summary.counts()).toMatchObject(
      quality.rows.map(({ label, measure, emphasis }) => ({
        label,
        text: measure.text,
        state: measure.state,
        attention: emphasis === "attention",
      })),
    );
    expect(await summary.disclaimer()).toBe(plainText(quality.disclaimer));
  });

  test("reads words where no count was recorded (BY-3)", async () => {
    const { quality } = wizardOf("source_quality_not_recorded");
    const unknown = quality.rows.find(({ measure }) => measure.state === "unavailable");
    const count = await drawn(<BackupQualitySummary model={quality} />)
      .backupQualitySummary()
      .count(unknown?.label ?? "");
    expect(count).toMatchObject({ state: "unavailable", text: unknown?.measure.text });
    expect(count.note).toContain(unknown?.measure.reason);
  });
});

describe("PF-8 collapsedDiagnostics", () => {
  test("are closed, and opened to be read", async () => {
    const { diagnostics } = wizardOf("preview_current");
    const object = drawn(<CollapsedDiagnostics model={diagnostics} />).collapsedDiagnostics("Diagnostics");
    expect(await object.isOpen()).toBe(false);
    expect(await object.summary()).toBe(diagnostics.summary);
    expect(await object.entries()).toEqual(
      diagnostics.entries.map(({ label, value }) => ({ label, value: plainText(value) })),
    );
    await object.close();
    expect(await object.isOpen()).toBe(false);
  });
});

describe("RW-20 checkList", () => {
  const open = castOf("checks_not_evaluated").checkList;
  const given = castOf("check_accepted").checkList;

  function Accepting({ onAccept }: { onAccept: (finding: string, reason: string) => void }) {
    const [accepted, setAccepted] = useState(false);
    return (
      <CheckList
        model={accepted ? given : open}
        onAccept={(finding, reason) => {
          onAccept(finding, reason);
          setAccepted(true);
        }}
      />
    );
  }

  test("reads the groups, most serious first, and unfolds one", async () => {
    const list = drawn(<CheckList model={open} />).checkList();
    expect((await list.groups()).map(({ title, severity, count }) => [title, severity, count])).toEqual([
      ["Blocking", "blocking", "0"],
      ["Not evaluated", "not_evaluated", "1"],
      ["Warning", "warning", "0"],
      ["No conflict found", "safe", "12"],
    ]);
    expect((await list.group("No conflict found")).findings).toEqual([]);
    await list.unfold("No conflict found");
    await list.unfold("No conflict found");
    expect((await list.group("No conflict found")).findings).toMatchObject([{ sentence: "Matched by id." }]);
    expect(await list.affectedBy("Matched by id.")).toHaveLength(12);
  });

  test("accepts a finding with a reason, and reads the record", async () => {
    const onAccept = vi.fn<(finding: string, reason: string) => void>();
    const list = drawn(<Accepting onAccept={onAccept} />).checkList();
    expect(await list.finding(/^Whether the target has it/)).toMatchObject({
      check: "Presence in target",
      affected: "Kiosk lockdown, retail",
      settledAt: { label: "Define restore scope" },
      acceptance: null,
      action: { kind: "callback", label: "Accept this finding" },
    });
    await list.accept(/^Whether the target has it/, "Deleted last week [change 4711].");
    expect(onAccept).toHaveBeenCalledExactlyOnceWith(expect.any(String), "Deleted last week [change 4711].");
    expect((await list.finding(/^Whether the target has it/)).acceptance).toEqual({
      status: "given",
      text: "Accepted by Dana Okafor on 20 Nov 2026, 16:46 UTC",
      reason: "The kiosk policy was deleted last week, change 4711.",
    });
    expect(await list.group("Not evaluated")).toMatchObject({
      accepted: "1 of 1 accepted",
      note: "Each was accepted by name, with a reason, so none blocks.",
    });
  });

  test("hands over what the page says of a reason that nobody can read", async () => {
    const list = drawn(<CheckList model={open} />).checkList();
    await expect(list.accept(/^Whether the target has it/, "…")).rejects.toThrow(/Give a reason first\./);
  });

  test("takes an acceptance back", async () => {
    const onAction = actions();
    const list = drawn(<CheckList model={given} onAction={onAction} />).checkList();
    await list.takeFrom(/^Whether the target has it/, "Take the acceptance back");
    expect(onAction).toHaveBeenCalledOnce();
  });

  test("says what is void, what never ran and what runs now", async () => {
    const list = drawn(<CheckList model={castOf("scope_changed").checkList} />).checkList();
    expect(await list.status()).toBe("invalidated");
    for (const { findings } of await list.groups()) for (const { isVoid } of findings) expect(isVoid).toBe(true);
    const never = drawn(<CheckList model={{ ...castOf("checks_required").checkList, activity: "Checks run." }} />);
    expect(await never.checkList().status()).toBe("not_run");
    expect(await never.checkList().notRun()).not.toBeNull();
    expect(await never.checkList().activity()).toBe("Checks run.");
  });

  test("names the items of a finding, and how many more there are", async () => {
    const list = drawn(<CheckList model={checkList} />).checkList();
    expect(await list.affectedBy(/SG-Pilot/)).toEqual(["Compliant devices", "2 more items"]);
  });
});

describe("BY-7 semanticDiff", () => {
  test("reads counts, items and what changes in one", async () => {
    const diff = drawn(<SemanticDiff model={semanticDiff} opened={0} />).semanticDiff();
    expect(await diff.status()).toBe("current");
    expect(await diff.counts()).toEqual([{ label: "Policies changed", text: "1", state: "known", note: "" }]);
    expect(await diff.item("Compliant devices")).toMatchObject({
      type: "Settings catalog",
      word: "Would be updated",
      kind: "updated",
      changeCount: "1 change",
      changes: [],
    });
    const changes = await diff.open("Compliant devices");
    expect(changes).toEqual([
      {
        group: "Widens who is reached",
        consequence: "widens",
        path: "Assignments / SG-Pilot",
        before: "Not set",
        after: "SG-Pilot Group",
        uncertainty: null,
      },
    ]);
    expect(await diff.open("Compliant devices")).toEqual(changes);
    await expect(diff.open("Name not recorded")).rejects.toThrow("SemanticDiff: there is no list of changes.");
  });

  test("says that a void comparison is void, and what voided it", async () => {
    const diff = drawn(<SemanticDiff model={castOf("preview_void").semanticDiff} />).semanticDiff();
    expect((await diff.items()).map(({ isVoid }) => isVoid)).not.toContain(false);
    expect((await diff.freshness().read()).changes).toHaveLength(1);
  });

  test("searches, and shows what is already as wanted", async () => {
    const diff = drawn(<SemanticDiff model={castOf("preview_current").semanticDiff} />).semanticDiff();
    await diff.showUnchanged();
    expect(await diff.item("Wi-Fi, head office")).toMatchObject({ kind: "unchanged" });
    await diff.search("no such thing");
    expect([await diff.items(), await diff.nothingFound()]).toEqual([[], "Nothing in this preview matches."]);
    await diff.search("");
    expect(await diff.nothingFound()).toBeNull();
  });

  test("scrolls to an item of ten thousand that is not drawn yet", async () => {
    const model = resolveSemanticDiff(tenThousandItems, scenarioContext);
    const all = model.body.state === "compared" ? model.body.items : [];
    const far = all[45]?.name.external ?? "";
    const diff = drawn(<SemanticDiff model={model} />).semanticDiff();
    expect((await diff.items()).map(({ name }) => name)).not.toContain(far);
    expect((await diff.item(far)).name).toBe(far);
    const before = all[5]?.name.external ?? "";
    expect((await diff.item(before)).name).toBe(before);
  });
});

describe("RW-4 scopePicker", () => {
  function Searching({ onChoose }: { onChoose: (runs: readonly ItemRun[], chosen: boolean) => void }) {
    const [query, setQuery] = useState("");
    const model = resolvePicker(scenario("mapping_required").facts, scenarioItems, query, scenarioContext);
    return <ScopePicker model={model} onSearch={setQuery} onChoose={onChoose} />;
  }
  const chooser = () => vi.fn<(runs: readonly ItemRun[], chosen: boolean) => void>();

  test("reads sections, groups and items, and what of them is chosen", async () => {
    const picker = drawn(<ScopePicker model={pickerOf("mapping_required")} />).scopePicker("Items");
    expect(await picker.status()).toBe("choosing");
    expect(await picker.row(/^Settings catalog policy, Windows/)).toMatchObject({
      kind: "group",
      chosen: "all",
      isOpen: true,
    });
    expect(await picker.row("Corporate devices")).toMatchObject({
      kind: "item",
      chosen: "none",
      mark: "Metadata only",
    });
    expect((await picker.rows())[0]).toMatchObject({ kind: "section", chosen: null });
    expect(await picker.chosenText()).toMatch(/^12 of 15/);
  });

  test("chooses and leaves out by name, and does nothing twice", async () => {
    const onChoose = chooser();
    const picker = drawn(<ScopePicker model={pickerOf("mapping_required")} onChoose={onChoose} />).scopePicker();
    await picker.choose("BitLocker, corporate laptops");
    expect(onChoose).not.toHaveBeenCalled();
    await picker.leaveOut("BitLocker, corporate laptops");
    expect(onChoose).toHaveBeenLastCalledWith([{ first: 0, count: 1 }], false);
    await picker.choose("Require compliant device");
    expect(onChoose).toHaveBeenLastCalledWith([{ first: 12, count: 1 }], true);
    await picker.takeBulk("Select 3 items");
    expect(onChoose).toHaveBeenCalledTimes(3);
  });

  test("chooses of a group what is shown, and leaves it out, whatever of it was chosen before", async () => {
    const base = scopePicker(4);
    function Choosing() {
      const [chosen, setChosen] = useState<readonly number[]>([0, 2]);
      if (base.body.state !== "choosing") return null;
      const [group] = base.body.groups;
      const choice = chosen.length === 4 ? "all" : chosen.length === 0 ? "none" : "some";
      const body = {
        ...base.body,
        groups: [{ ...group, choice }] as const,
        chosen: chosen.map((first) => ({ first, count: 1 })),
        chosenText: `${chosen.length} of 4`,
      } as const;
      return (
        <ScopePicker
          model={{ ...base, body }}
          onChoose={(runs, wanted) => {
            const items = [0, 1, 2, 3].filter((index) =>
              runs.some(({ first, count }) => index >= first && index < first + count)
                ? wanted
                : chosen.includes(index),
            );
            setChosen(items);
          }}
        />
      );
    }
    const picker = drawn(<Choosing />).scopePicker();
    await picker.leaveOut("Type 0");
    expect(await picker.chosenText()).toBe("0 of 4");
    await picker.choose("Policy 1");
    await picker.choose("Type 0");
    await picker.choose("Type 0");
    expect(await picker.chosenText()).toBe("4 of 4");
  });

  test("leaves alone a group of which everything shown is chosen, though not everything is", async () => {
    const onChoose = chooser();
    const model = resolvePicker(scenario("mapping_required").facts, scenarioItems, "bitlocker", scenarioContext);
    if (model.body.state !== "choosing") throw new RangeError("The scenario has nothing to choose from.");
    const [group] = model.body.groups;
    const body = { ...model.body, groups: [{ ...group, choice: "some" }] } as const;
    const picker = drawn(<ScopePicker model={{ ...model, body }} onChoose={onChoose} />).scopePicker();
    await picker.choose(/^Settings catalog policy, Windows/);
    expect(onChoose).not.toHaveBeenCalled();
  });

  test("searches for an item of a closed group, and leaves the search as it was", async () => {
    const onChoose = chooser();
    const picker = drawn(<Searching onChoose={onChoose} />).scopePicker();
    const shown = await picker.shownText();
    await picker.close(/^Settings catalog policy, Windows/);
    expect((await picker.rows()).map(({ name }) => name)).not.toContain("Kiosk lockdown, retail");
    await picker.leaveOut("Kiosk lockdown, retail");
    expect(onChoose).toHaveBeenCalledExactlyOnceWith([expect.objectContaining({ count: 1 })], false);
    expect(await picker.shownText()).toBe(shown);
    await expect(picker.choose("Kiosk lockdown, wholesale")).rejects.toThrow(
      /^ScopePicker: there is no row “Kiosk lockdown, wholesale”/,
    );
  });

  test("scrolls to a row of ten thousand where the host does not search (RW-14)", async () => {
    const onChoose = chooser();
    const picker = drawn(<ScopePicker model={scopePicker(10_000)} onChoose={onChoose} />).scopePicker();
    await picker.open("Type 0");
    await picker.choose("Policy 57");
    expect(onChoose).toHaveBeenCalledExactlyOnceWith([{ first: 57, count: 1 }], true);
  });

  test("says why nothing can be chosen", async () => {
    const picker = drawn(<ScopePicker model={pickerOf("viewer")} />).scopePicker();
    expect(await picker.status()).toBe("shut");
    await expect(picker.choose("Require compliant device")).rejects.toThrow(
      /nothing can be chosen: .*restore capability/,
    );
    await expect(picker.takeBulk("Select 3 items")).rejects.toThrow(/is blocked: .*restore capability/);
  });
});

describe("BY-5 mappingResolver", () => {
  test("reads every reference, and maps one through the picker", async () => {
    const onMap = vi.fn<(key: string, target: MappingTarget) => void>();
    const resolver = drawn(
      <MappingResolver model={castOf("mapping_required").mappingResolver} onMap={onMap} />,
    ).mappingResolver();
    expect(await resolver.progress()).toBe("1 of 2 resolved");
    expect(await resolver.mapping("Field kiosks")).toMatchObject({
      state: "unresolved",
      target: null,
      word: "Required",
      usage: "Group, used by 4 items",
    });
    await resolver.map("Field kiosks", "Retail kiosks");
    expect(onMap).toHaveBeenCalledExactlyOnceWith(
      "group/field-kiosks",
      expect.objectContaining({ id: "retail-kiosks" }),
    );
    expect(await resolver.dialog().isThere()).toBe(false);
  });

  test("reads what stands for a reference, and shows those that need no decision", async () => {
    const resolver = drawn(<MappingResolver model={castOf("mapping_required").mappingResolver} />).mappingResolver();
    const before = (await resolver.mappings()).length;
    await resolver.showSame();
    const [same] = (await resolver.mappings()).slice(before);
    expect(same).toMatchObject({ state: "same", source: same?.target });
  });

  test("leaves a reference out, and reads what is therefore not written", async () => {
    const onAction = actions();
    const resolver = drawn(
      <MappingResolver model={castOf("mapping_required").mappingResolver} onAction={onAction} />,
    ).mappingResolver();
    const labels = (await resolver.actions()).map(({ label }) => label);
    expect(labels[0]).toBe("Choose a target group");
    await resolver.takeFrom("Field kiosks", labels[1] ?? "");
    expect(onAction).toHaveBeenCalledOnce();
    const skipped = drawn(<MappingResolver model={castOf("mapping_skipped").mappingResolver} />).mappingResolver();
    expect(await skipped.mapping("Field kiosks")).toMatchObject({
      state: "left_out",
      consequence: expect.stringContaining("No assignment to this group is written."),
    });
  });
});

describe("PF-12 mappingPickerDialog", () => {
  const entry = (index: number): MappingTarget => ({
    id: `g${index}`,
    name: { external: `Group ${index}` },
    detail: null,
  });
  const many: FilledPicker = {
    state: "filled",
    kind: "group",
    heading: "Resolve target group mapping",
    searchLabel: "Search groups",
    nothingFound: "No cached group has this in its name.",
    entries: [entry(0), ...Array.from({ length: 9_999 }, (_, index) => entry(index + 1))],
    useLabel: "Use this group",
    note: "Cached 20 Nov 2026. The target may hold more.",
    action: null,
  };
  const draw = () => {
    const onUse = vi.fn<(target: MappingTarget) => void>();
    const onClose = vi.fn<() => void>();
    const dialog = drawn(
      <MappingPickerDialog
        model={many}
        source={{ external: "Field kiosks" }}
        usage="Group"
        chosen={null}
        open
        onClose={onClose}
        onUse={onUse}
      />,
    ).mappingPickerDialog();
    return { dialog, onUse, onClose };
  };

  test("chooses by name one of ten thousand entries, and records nothing before it is used", async () => {
    const { dialog, onUse } = draw();
    expect(await dialog.source()).toBe("Field kiosks");
    expect((await dialog.entries()).length).toBeLessThan(60);
    await expect(dialog.use()).rejects.toThrow("“Use this group” is blocked: Nothing is chosen yet.");
    await dialog.choose("Group 4242");
    expect(await dialog.chosen()).toBe("Group 4242");
    expect(onUse).not.toHaveBeenCalled();
    await dialog.use();
    expect(onUse).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "g4242" }));
  });

  test("says what a search does not find, and is left without a choice", async () => {
    const { dialog, onUse, onClose } = draw();
    await dialog.search("Nobody");
    expect(await dialog.nothingFound()).toBe("No cached group has this in its name.");
    await dialog.cancel();
    expect(onClose).toHaveBeenCalledOnce();
    expect(onUse).not.toHaveBeenCalled();
  });

  test("says that the cache is empty, and leads to the sync", async () => {
    const objects = drawn(<MappingResolver model={castOf("mapping_directory_not_read").mappingResolver} />);
    const dialog = await objects.mappingResolver().openPicker(0);
    expect(await dialog.status()).toBe("empty");
    expect(await dialog.empty()).toMatch(/cached directory/);
    expect((await dialog.actions()).map(({ label }) => label)).toContain("Open group sync");
  });
});

describe("BY-11 typedConfirmation", () => {
  test("reads how what was typed stands against the label, and what else is open", async () => {
    const confirmation = drawn(
      <TypedConfirmation model={castOf("confirmation_differs").typedConfirmation} />,
    ).typedConfirmation();
    expect(await confirmation.read()).toMatchObject({
      status: "open",
      label: "Contoso Production",
      comparison: "different",
      text: expect.stringMatching(/differs/),
    });
  });

  test("types key by key, and nothing that stood there stays", async () => {
    const onType = vi.fn<(text: string, pasted: boolean) => void>();
    const model = castOf("confirmation_differs").typedConfirmation;
    function Typing() {
      const [typed, setTyped] = useState("old");
      const field = model.field.state === "open" ? { ...model.field, typed: { external: typed || " " } } : model.field;
      return (
        <TypedConfirmation
          model={
            typed === "" && field.state === "open"
              ? { ...model, field: { ...field, typed: null } }
              : { ...model, field }
          }
          onType={(text, pasted) => {
            setTyped(text);
            onType(text, pasted);
          }}
        />
      );
    }
    const confirmation = drawn(<Typing />).typedConfirmation();
    await confirmation.type("Contoso {Production}");
    expect((await confirmation.read()).typed).toBe("Contoso {Production}");
    expect(onType).toHaveBeenLastCalledWith("Contoso {Production}", false);
  });

  test("says why nothing can be typed", async () => {
    const shut = drawn(<TypedConfirmation model={castOf("viewer").typedConfirmation} />).typedConfirmation();
    await expect(shut.type("Contoso Production")).rejects.toThrow(/nothing can be typed: .*restore capability/);
  });

  test("reads what was confirmed (SI-6)", async () => {
    const record = drawn(<TypedConfirmation model={castOf("in_progress").typedConfirmation} />).typedConfirmation();
    expect(await record.read()).toMatchObject({ status: "recorded", typed: "Contoso Production", comparison: null });
  });

  test("reads the conditions beside it (RW-10)", async () => {
    const model = castOf("confirmation_differs").typedConfirmation;
    const place = { step: "confirm_execute", anchor: "dry-run", label: "Go to dry-run", href: "#dry-run" };
    const confirmation = drawn(
      <TypedConfirmation
        model={{
          ...model,
          conditions: {
            state: "open",
            text: "1 condition is not met",
            unmet: [{ code: "dry_run", reason: "Dry-run is on.", clearedBy: place, status: "pending" }],
            met: null,
          },
        }}
      />,
    ).typedConfirmation();
    expect(await confirmation.openConditions()).toEqual([
      { reason: "Dry-run is on.", clearedBy: { label: "Go to dry-run", href: "#dry-run" } },
    ]);
    await confirmation.take("Go to dry-run");
    expect(location.hash).toBe("#dry-run");
  });
});

describe("RW-10 dryRunSwitch", () => {
  test("reads the position, what it means, and why it cannot be turned", async () => {
    const { dryRunSwitch } = castOf("armed");
    expect(
      await drawn(<DryRunSwitch model={dryRunSwitch} />)
        .dryRunSwitch()
        .read(),
    ).toEqual({
      label: "Preview only (Dry-run)",
      on: false,
      note: "Off. Execution writes to Contoso Production.",
      reason: null,
    });
    const { reason } = await drawn(<DryRunSwitch model={castOf("viewer").dryRunSwitch} />)
      .dryRunSwitch()
      .read();
    expect(reason).toMatch(/restore capability/);
  });

  test("turns it, unless it stands so already, and says why one that is shut stays", async () => {
    const onSwitch = vi.fn<(on: boolean) => void>();
    const object = drawn(<DryRunSwitch model={castOf("armed").dryRunSwitch} onSwitch={onSwitch} />).dryRunSwitch();
    await object.turn("off");
    expect(onSwitch).not.toHaveBeenCalled();
    await object.turn("on");
    expect(onSwitch.mock.calls).toEqual([[true]]);
    const shut = drawn(<DryRunSwitch model={castOf("viewer").dryRunSwitch} onSwitch={onSwitch} />).dryRunSwitch();
    await expect(shut.turn(castOf("viewer").dryRunSwitch.on ? "off" : "on")).rejects.toThrow(/restore capability/);
  });
});

describe("RW-11 wizardShell", () => {
  const model = {
    contract: contractVersion,
    subject: "Restore run rr_2041",
    status: "Previewed",
    target: { label: { external: "Contoso Production" }, badge: wizardOf("armed").badge },
    question: "Do you really want to do this?",
    announcement: null,
  } as const;

  test("reads what the page is about, where it acts and what it asks", async () => {
    expect(
      await drawn(<WizardShell model={model}>Content</WizardShell>)
        .wizardShell()
        .read(),
    ).toEqual({
      subject: "Restore run rr_2041",
      status: "Previewed",
      target: "Contoso Production",
      environment: "Prod",
      question: "Do you really want to do this?",
      announcement: null,
    });
  });

  test("goes by its question", async () => {
    const shell = drawn(<WizardShell model={model}>Content</WizardShell>).wizardShell(/really want/);
    expect(await shell.name()).toBe("Do you really want to do this?");
  });

  test("names no target where none is known", async () => {
    const shell = drawn(
      <WizardShell model={{ ...model, target: null, status: null, announcement: "Checks finished." }}>
        Content
      </WizardShell>,
    ).wizardShell();
    expect(await shell.read()).toMatchObject({
      status: null,
      target: null,
      environment: null,
      announcement: "Checks finished.",
    });
  });
});

describe("RW-11 environmentBadge", () => {
  test("reads the word and the kind of environment", async () => {
    const { badge } = wizardOf("armed");
    expect(
      await drawn(<EnvironmentBadge model={badge} />)
        .environmentBadge()
        .read(),
    ).toEqual({
      text: badge.text,
      environment: badge.environment,
    });
  });
});

describe("RR-10 resultSummary", () => {
  test("reads outcomes, failures first, and the cause", async () => {
    const { summary } = resultOf("needs_review");
    const object = drawn(<ResultSummary model={summary} />).resultSummary();
    const counts = summary.body.state === "counted" ? summary.body.counts : [];
    expect(await object.outcomes()).toMatchObject(
      counts.map(({ id, label, measure }) => ({ outcome: id, label, text: measure.text, state: measure.state })),
    );
    expect(
      await drawn(<ResultSummary model={resultSummary} />)
        .resultSummary()
        .cause(),
    ).toMatch(/^Throttled/);
  });

  test("reads words where nothing was counted, and where only counts exist", async () => {
    const uncounted = drawn(<ResultSummary model={resultOf("completed_without_counts").summary} />).resultSummary();
    expect(await uncounted.status()).toBe("uncounted");
    expect(await uncounted.uncounted()).toMatch(/^Result summary unavailable/);
    expect(await uncounted.outcomes()).toEqual([]);
    const counts = drawn(<ResultSummary model={resultOf("needs_review_counts_only").summary} />).resultSummary();
    expect(await counts.metadataOnly()).toMatch(/^Metadata-only evidence/);
  });
});

describe("runTimeline", () => {
  test("reads what happened, by whom and when, and where no time was recorded", async () => {
    const timeline = drawn(<RunTimeline model={runTimeline} />).runTimeline();
    const [created, queued] = await timeline.events();
    expect(created).toMatchObject({ sentence: "Run created", actor: "Dana Ortiz", when: "20 Nov 2026, 16:46 UTC" });
    expect(queued?.when).toBe("Time not recorded");
    expect(await timeline.status()).toBe("recorded");
  });
});

describe("BY-12 receipt", () => {
  test("reads facts, what it shows and does not show, and its hash; and takes what it offers", async () => {
    const onAction = actions();
    const model = castOf("completed_with_evidence").receipt;
    const object = drawn(<Receipt model={model} onAction={onAction} />).receipt();
    const body = model.body.state === "issued" ? model.body : null;
    expect(await object.status()).toBe("issued");
    expect(await object.hash()).toBe(body?.hash.value);
    expect((await object.sentences()).doesNotShow).toHaveLength(body?.doesNotProve.length ?? 0);
    expect(await object.facts()).toHaveLength(body?.sections.flatMap(({ rows }) => rows).length ?? 0);
    const [first] = await object.actions();
    await object.take(first?.label ?? "");
    expect(onAction).toHaveBeenCalledOnce();
  });

  test("reads why there is none", async () => {
    const body = { state: "missing", reason: "Nothing was recorded." } as const;
    const object = drawn(<Receipt model={{ ...receipt, body }} />).receipt();
    expect(await object.missing()).toBe("Nothing was recorded.");
    expect(await object.hash()).toBeNull();
  });
});
