import { act, render, renderHook, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import type { Assessment, DirectorySync, RestoreHost, RunDocument } from "../../../src/restore/ports.js";
import { verifyReceipt } from "../../../src/restore/index.js";
import { RestoreResultPage, RestoreRunWizard } from "../../../src/restore/react/index.js";
import type { RestoreStepId } from "../../../src/restore/resolvers/reasons.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import {
  armed,
  executed,
  inDom,
  kit,
  previewed,
  scenario,
  scenarioContext,
  scenarioDirectory,
  scoped,
  withRun,
} from "../../../src/testing/index.js";
import { useRestoreRun } from "../../../src/restore/react/wizard/use-restore-run.js";
import { keepUnsentDraft, keptUnsentDraft } from "../../../src/restore/react/wizard/unsent-draft.js";
import { scopeDraftOf } from "../../../src/restore/resolvers/steps/scope-step.js";
import { documentOf, fakeHost } from "./fake-host.js";

const exit = { kind: "link", id: "close", label: "Close", href: "#close" } as const;
const context = () => scenarioContext;

async function open(facts: RestoreFacts, step: RestoreStepId) {
  const { host, pending, syncs, moved } = fakeHost(documentOf(facts));
  const started = vi.fn<(document: RunDocument) => void>();
  const page = (at: RestoreStepId, over: RestoreHost = host) => (
    <RestoreRunWizard host={over} runId={facts.run.id} step={at} contextFor={context} exit={exit} onStarted={started} />
  );
  const { rerender, unmount } = render(page(step));
  await screen.findByRole("heading", { level: 1 });
  return { pending, syncs, moved, started, unmount, goTo: (at: RestoreStepId) => rerender(page(at)) };
}

const executeButton = () => screen.getByRole("button", { name: /^Restore 11 policies to Contoso Production$/ });

async function confirm() {
  await userEvent.click(screen.getByRole("checkbox", { name: /I reviewed the impact/ }));
  await userEvent.type(screen.getByRole("textbox"), "Contoso Production");
}

test("the first step leads with the decision, and shows selector, quality, gates, proof and diagnostics in that order (PF-4)", async () => {
  await open(scenario("source_selected").facts, "select_backup_set");
  const parts = [...document.querySelectorAll<HTMLElement>("[data-component]")].map(
    (part) => part.dataset["component"],
  );
  const expected = [
    "DecisionCard",
    "BackupSetSelector",
    "BackupQualitySummary",
    "ProcessFlow",
    "ProofAside",
    "CollapsedDiagnostics",
  ];
  expect(parts.filter((part) => expected.includes(part ?? ""))).toEqual(expected);
});

test("two clicks start one execution", async () => {
  const { pending, started } = await open({ ...armed, confirmation: previewed.confirmation }, "confirm_execute");
  await confirm();
  await userEvent.dblClick(executeButton());
  expect(pending.map(({ call }) => call)).toEqual(["execute"]);
  act(() => pending[0]?.answer(documentOf(executed("queued", {}))));
  await waitFor(() => expect(started).toHaveBeenCalledOnce());
});

test("a press on what is drawn executes nothing of what came in since and is not drawn yet (RW-16)", async () => {
  const { label } = armed.run.target;
  const asked = { kind: "preview", state: "running", stage: "comparing", problem: null } as const;
  const times = { requestedAt: armed.run.updatedAt, startedAt: null, finishedAt: null };
  const assessment: Assessment = {
    id: "assessment-1",
    requestedBy: armed.run.requestedBy,
    fingerprint: "",
    ...asked,
    ...times,
  };
  const { host, pending, moved } = fakeHost({ ...documentOf(armed, 5), assessment });
  const { result } = renderHook(() => useRestoreRun(host, armed.run.id, scenarioContext));
  await waitFor(() => expect(result.current.document).not.toBeNull());
  act(() => result.current.setConfirmation({ reviewedImpact: true, typedLabel: label, pasted: false }));
  const drawn = result.current;
  const { preview } = armed.run;
  const later = withRun(armed, { preview: preview && { ...preview, capturedAt: "2026-11-21T08:00:00Z" } });
  act(() => moved(documentOf(later, 7)));
  await waitFor(() => expect(result.current.document?.run.revision).toBe(7));
  act(() => drawn.execute(() => {}));
  expect(pending).toEqual([]);
  expect(result.current.confirmation.typedLabel).toBe("");
});

test("a blocked execute button asks the host for nothing", async () => {
  const { pending } = await open(previewed, "confirm_execute");
  await userEvent.click(executeButton());
  expect(pending).toEqual([]);
});

test("an answer older than the run on the page is dropped", async () => {
  const { pending } = await open(withRun(scoped, { revision: 9 }), "safety_checks");
  await userEvent.click(screen.getByRole("button", { name: "Run checks" }));
  expect(pending[0]?.revision).toBe(9);
  act(() => pending[0]?.answer(documentOf(scenario("checks_blocking").facts, 5)));
  await waitFor(() => expect(screen.queryByText(/^Checks are reading/)).toBeNull());
  expect(screen.getByText("Checks have not run")).toBeVisible();
});

test("the page says that checks are running, and what they found", async () => {
  const { pending } = await open(scoped, "safety_checks");
  await userEvent.click(screen.getByRole("button", { name: "Run checks" }));
  const working = screen.getByText(/^Checks are reading/);
  expect(working).toBeVisible();
  expect(working).toHaveTextContent("Checks are reading Contoso Production.");
  act(() => pending[0]?.answer(documentOf(scenario("checks_blocking").facts, 7)));
  await waitFor(() =>
    expect(screen.getByRole("status")).toHaveTextContent(
      "Checks finished: 1 blocking finding, 0 not evaluated, 2 warnings.",
    ),
  );
  expect(screen.getByRole("button", { name: "Run checks again" })).toHaveFocus();
});

describe("RW-6 checks that go on at the host", () => {
  const asked: Assessment = {
    id: "assessment-1",
    kind: "checks",
    state: "running",
    stage: "reading_target",
    requestedAt: "2026-03-01T09:00:00Z",
    requestedBy: scoped.run.requestedBy,
    startedAt: "2026-03-01T09:00:00Z",
    finishedAt: null,
    fingerprint: "sha256:asked",
    problem: null,
  };
  const underWay: RunDocument = { ...documentOf(scoped), assessment: asked };
  const ended = (change: Partial<Assessment>): Assessment => ({
    ...asked,
    stage: null,
    finishedAt: "2026-03-01T09:01:00Z",
    ...change,
  });

  async function running() {
    const page = await open(scoped, "safety_checks");
    await userEvent.click(screen.getByRole("button", { name: "Run checks" }));
    page.moved(underWay);
    act(() => page.pending[0]?.answer(underWay));
    await screen.findByRole("button", { name: "Cancel the checks" });
    return page;
  }

  test("are shown as running after the answer, until the run tells what they found", async () => {
    const { moved } = await running();
    const told = document.querySelector("#checks-under-way");
    expect(told).toHaveTextContent(
      "Checks are running since 1 Mar 2026, 09:00 UTC, asked for by Dana Okafor. The target is being read.",
    );
    expect(told).toContainElement(screen.getByRole("button", { name: "Cancel the checks" }));
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(/^Checks are running since/));
    const found = documentOf(scenario("checks_blocking").facts, 7);
    act(() => moved({ ...found, assessment: ended({ state: "succeeded" }) }));
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("Checks finished: 1 blocking finding"));
    expect(document.querySelector("#checks-under-way")).toBeNull();
  });

  test("are ended by whoever asks, and said to be", async () => {
    const { pending } = await running();
    await userEvent.click(screen.getByRole("button", { name: "Cancel the checks" }));
    expect(pending.at(-1)?.call).toBe("cancelAssessment");
    act(() => pending.at(-1)?.answer({ ...underWay, assessment: ended({ state: "cancelled" }) }));
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("The checks were cancelled."));
    expect(screen.queryByRole("button", { name: "Cancel the checks" })).toBeNull();
  });

  test("that came to nothing say why", async () => {
    const { moved } = await running();
    const problem = {
      type: "urn:checkrail:problem:target_throttled",
      title: "The target could not be read",
      status: 503,
      code: "target_throttled",
      detail: "It asks to wait.",
      reasons: [],
    };
    act(() => moved({ ...underWay, assessment: ended({ state: "failed", problem }) }));
    await waitFor(() => expect(screen.getByRole("group", { name: "The target could not be read" })).toHaveFocus());
    expect(document.querySelector("#checks-under-way")).toBeNull();
  });

  const unreachable = {
    ...{ type: "urn:checkrail:problem:target_unreachable", title: "The target could not be read", status: 503 },
    ...{ code: "target_unreachable", detail: "It did not answer.", reasons: [] },
  };

  test("are told to whoever comes to the page meanwhile, and can be ended there", async () => {
    const { pending } = await open({ ...scoped, assessment: asked }, "safety_checks");
    expect(screen.getByRole("status")).toHaveTextContent(/^Checks are running since .* The target is being read\.$/);
    expect(screen.getByText("Checks under way")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Cancel the checks" }));
    expect(pending.at(-1)?.call).toBe("cancelAssessment");
  });

  test("that failed before the page was loaded are told after it was, and announced once", async () => {
    const failed = { ...scoped, assessment: ended({ state: "failed", problem: unreachable }) };
    const { goTo } = await open(failed, "safety_checks");
    const told = /failed at 1 Mar 2026, 09:01 UTC\. The target could not be read: It did not answer\.$/;
    expect(screen.getByRole("status")).toHaveTextContent(told);
    expect(screen.getByText("The last checks failed")).toBeVisible();
    goTo("preview");
    expect(screen.getByText("Checks failed")).toBeVisible();
    goTo("safety_checks");
    await userEvent.click(screen.getByRole("button", { name: "Run checks" }));
    expect(screen.getByRole("status")).toHaveTextContent("Checks are being requested.");
  });

  test("that somebody began in another tab are told once the operator turns to this one", async () => {
    const { moved } = await open(scoped, "safety_checks");
    expect(screen.getByText("Checks have not run")).toBeVisible();
    moved(underWay);
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(/^Checks are running since/));
    act(() => moved({ ...underWay, assessment: ended({ state: "failed", problem: unreachable }) }));
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(/^The last checks, .* failed/));
    expect(screen.queryByRole("group", { name: "The target could not be read" })).toBeNull();
    expect(screen.getByText("The last checks failed")).toBeVisible();
  });
});

test("an overtaken page calls nothing current, counts no gate, and its Next leads to what reads the run again (SI-2, BY-15)", async () => {
  const { pending } = await open(previewed, "preview");
  expect(screen.getByText("5/7 gates complete")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Generate preview again" }));
  const moved = {
    ...{ type: "urn:checkrail:problem:revision_moved", title: "The run has changed", status: 412 },
    ...{ code: "revision_moved", detail: "Somebody changed it.", reasons: [] },
  };
  act(() => pending[0]?.answer(moved));
  await screen.findByRole("group", { name: "The run has changed" });
  expect(screen.getByText("0/7 gates complete")).toBeVisible();
  expect(screen.queryByText(/Preview current/)).toBeNull();
  expect(screen.getByText("Preview as this page read it: it may have changed since")).toBeVisible();
  const next = document.querySelector<HTMLElement>("footer [data-part=next]");
  if (next === null) throw new TypeError("The step has no way on.");
  expect(within(next).getByRole("button")).toHaveAttribute("aria-disabled", "true");
  const jump = within(next).getByRole("link", { name: "See what happened" });
  const place = document.querySelector("#problem");
  expect(jump.getAttribute("href")).toBe(scenarioContext.href({ step: "preview", anchor: "problem" }));
  expect(place).toContainElement(screen.getByRole("button", { name: "Load the run again" }));
});

test("leaving the confirmation clears what was confirmed", async () => {
  const { goTo } = await open({ ...armed, confirmation: previewed.confirmation }, "confirm_execute");
  await confirm();
  expect(screen.getByText(/^All conditions are met/)).toBeVisible();
  goTo("preview");
  goTo("confirm_execute");
  expect(screen.getByRole("textbox")).toHaveValue("");
  expect(screen.getByRole("checkbox", { name: /I reviewed the impact/ })).not.toBeChecked();
});

test("focus moves to the question of the next step, and not on the first page", async () => {
  const { goTo } = await open(previewed, "preview");
  expect(document.body).toHaveFocus();
  goTo("confirm_execute");
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
});

test("a refusal shows every reason and takes focus", async () => {
  const { pending } = await open({ ...armed, confirmation: previewed.confirmation }, "confirm_execute");
  await confirm();
  await userEvent.click(executeButton());
  act(() =>
    pending[0]?.answer({
      type: "about:blank",
      title: "Execution is blocked",
      status: 409,
      code: "execution_blocked",
      detail: "Nothing was queued.",
      reasons: [
        { code: "a", reason: "The preview is void.", clearedBy: { step: "preview", anchor: "run-preview" } },
        { code: "b", reason: "Another restore is running.", clearedBy: null },
      ],
    }),
  );
  const problem = await screen.findByRole("group", { name: "Execution is blocked" });
  await waitFor(() => expect(problem).toHaveFocus());
  expect(problem).toHaveTextContent("The preview is void.");
  expect(problem).toHaveTextContent("Another restore is running.");
});

test("another preview of the same inputs takes the confirmation back, because it may show something else", async () => {
  const { pending } = await open({ ...armed, confirmation: previewed.confirmation }, "confirm_execute");
  await confirm();
  await userEvent.click(screen.getByRole("switch"));
  const { preview } = armed.run;
  const again = preview === null ? null : { ...preview, capturedAt: "2026-11-20T17:30:00Z" };
  act(() => pending[0]?.answer(documentOf(withRun(armed, { preview: again }), 20)));
  await waitFor(() => expect(screen.getByRole("textbox")).toHaveValue(""));
});

test("a change underneath takes the confirmation back", async () => {
  const { pending } = await open({ ...armed, confirmation: previewed.confirmation }, "confirm_execute");
  await confirm();
  await userEvent.click(screen.getByRole("switch"));
  act(() => pending[0]?.answer(documentOf(withRun(scenario("preview_void").facts, { dryRun: true }), 20)));
  await waitFor(() => expect(screen.getByRole("textbox")).toHaveValue(""));
});

describe("RW-20 a finding is accepted where it stands", () => {
  test("by name and with a reason, and taken back there too", async () => {
    const { facts } = scenario("checks_not_evaluated");
    const { pending } = await open(facts, "safety_checks");
    await userEvent.click(screen.getByRole("button", { name: "Accept this finding" }));
    await userEvent.click(screen.getByRole("button", { name: "Accept this finding" }));
    expect(pending).toEqual([]);
    await userEvent.type(screen.getByRole("textbox", { name: "Why this is acceptable" }), "Agreed in change 4711.");
    await userEvent.click(screen.getByRole("button", { name: "Accept this finding" }));
    expect(pending[0]?.change).toMatchObject({ event: "check_accepted", reason: "Agreed in change 4711." });
  });

  test("and the acceptance on record is taken back by name", async () => {
    const { pending } = await open(scenario("check_accepted").facts, "safety_checks");
    await userEvent.click(screen.getByRole("button", { name: "Take the acceptance back" }));
    const [accepted] = scenario("check_accepted").facts.run.acceptances;
    expect(pending[0]?.change).toEqual({
      event: "acceptance_withdrawn",
      check: accepted?.check,
      itemId: accepted?.itemId,
      finding: accepted?.finding,
    });
  });
});

describe("BY-5 a reference is decided in the resolver", () => {
  test("left out with its consequence in sight, and never by moving through a list", async () => {
    const { pending } = await open(scenario("mapping_required").facts, "define_restore_scope");
    await userEvent.click(screen.getByRole("button", { name: "Show 2 references" }));
    await userEvent.click(screen.getByRole("button", { name: "Leave this group out" }));
    expect(pending.map(({ change }) => change)).toEqual([
      { event: "mapping_decided", key: "group/field-kiosks", decision: { decision: "skip" } },
    ]);
  });
});

describe("PF-12 the group sync is opened where there is nothing to choose from", () => {
  const { facts } = scenario("mapping_directory_not_read");
  const asked: DirectorySync = {
    id: "sync-1",
    state: "reading",
    requestedAt: "2026-11-20T16:40:00Z",
    requestedBy: facts.run.requestedBy,
    finishedAt: null,
    changed: null,
    problem: null,
  };
  const read = { ...documentOf(scenario("mapping_required").facts), directory: scenarioDirectory };

  async function pressed() {
    const page = await open(facts, "define_restore_scope");
    await userEvent.click(screen.getByRole("button", { name: "Show 2 references" }));
    await userEvent.click(screen.getAllByRole("button", { name: "Choose a target group" })[0] ?? document.body);
    const picker = within(await screen.findByRole("dialog"));
    await userEvent.click(picker.getByRole("button", { name: "Open group sync" }));
    // What the eye reads; the ear is told the same.
    const seen = (text: RegExp) => picker.findByText(text, { ignore: "[role=status], [role=status] *" });
    return { ...page, picker, seen };
  }

  test("where it stands, is told as being read, and the groups are there to choose from once it ended", async () => {
    const { syncs, moved, picker, seen } = await pressed();
    expect(syncs.map(({ environmentId }) => environmentId)).toEqual([facts.run.environmentId]);
    moved({ ...documentOf(facts), directorySync: asked });
    await act(async () => syncs[0]?.answer({ ...asked, state: "queued" }));
    expect(await seen(/^The target’s directory is being read\./)).toBeVisible();
    await userEvent.click(picker.getByRole("button", { name: /Open group sync/ }));
    expect(syncs).toHaveLength(1);
    act(() => moved({ ...read, directorySync: { ...asked, state: "succeeded", changed: true } }));
    expect(await picker.findByRole("listbox")).toBeVisible();
    await waitFor(() => expect(screen.getByText("The target’s directory was read.")).toBeInTheDocument());
  });

  test("and where it fails says why, and can be asked for again", async () => {
    const { syncs, moved, picker, seen } = await pressed();
    moved({ ...documentOf(facts), directorySync: asked });
    await act(async () => syncs[0]?.answer(asked));
    const problem = { code: "throttled", detail: "The target asks to wait." } as const;
    const failed = { ...asked, state: "failed", finishedAt: "2026-11-20T16:41:00Z", problem } as const;
    act(() => moved({ ...documentOf(facts), directorySync: failed }));
    const told = await seen(/^The last reading of the target’s directory failed/);
    expect(told).toHaveTextContent("The target asks to wait.");
    await userEvent.click(picker.getByRole("button", { name: "Open group sync" }));
    expect(syncs).toHaveLength(2);
  });

  test("and a refusal of the host is told, as of everything that is asked for", async () => {
    const { syncs } = await pressed();
    const refusal = {
      type: "urn:checkrail:problem:capability_missing",
      status: 403,
      code: "capability_missing",
      title: "Not allowed",
      detail: "You may look here, not do this.",
      reasons: [],
    };
    const ofTheHost = document.body.appendChild(document.createElement("dialog"));
    ofTheHost.show();
    await act(async () => syncs[0]?.answer(refusal));
    expect(await screen.findByRole("group", { name: "Not allowed" })).toHaveFocus();
    expect(screen.getByRole("dialog")).toBe(ofTheHost);
    ofTheHost.remove();
  });
});

describe("BY-12 the receipt of a run", () => {
  test("stands closed, opens, and is taken along as the document that can be verified", async () => {
    const { facts } = scenario("completed_with_evidence");
    const files: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
      files.push(file as Blob);
      return "blob:receipt";
    });
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
    render(<RestoreResultPage facts={facts} context={scenarioContext} exit={exit} />);
    const receipt = kit(inDom(userEvent)).receipt();
    expect(await receipt.facts()).toEqual([]);
    await receipt.open();
    expect((await receipt.facts()).length).toBeGreaterThan(3);
    await userEvent.click(screen.getByRole("button", { name: "Download receipt" }));
    expect(verifyReceipt(JSON.parse((await files[0]?.text()) ?? "null"))).toMatchObject({ state: "unaltered" });
    vi.restoreAllMocks();
  });
});

describe("BY-4 which policy is meant is decided where the checks found it open", () => {
  test("by choosing among what they found", async () => {
    const { pending } = await open(scenario("identity_undecided").facts, "safety_checks");
    const { mappingResolver } = kit(inDom(userEvent));
    await mappingResolver().openPicker("Edge security baseline");
    const options = await screen.findAllByRole("option");
    expect(options).toHaveLength(2);
    await userEvent.click(options[1] as HTMLElement);
    await userEvent.click(screen.getByRole("button", { name: "Use this answer" }));
    expect(pending[0]?.change).toMatchObject({
      event: "identity_decided",
      decision: { decision: "match", targetId: "9c40" },
    });
  });
});

describe("BY-14 what was chosen and not applied", () => {
  const updateOnly = () => screen.getByRole("radio", { name: /^Update only/ });

  test("is there again after a reload of the tab, and asked about before it is left", async () => {
    sessionStorage.clear();
    const facts = scenario("mapping_required").facts;
    const first = await open(facts, "define_restore_scope");
    await userEvent.click(screen.getByRole("button", { name: "Change scope" }));
    await userEvent.click(updateOnly());
    const leaving = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    first.unmount();
    const second = await open(facts, "define_restore_scope");
    expect(updateOnly()).toBeChecked();
    // Choosing what the run has leaves nothing unsent.
    await userEvent.click(screen.getByRole("radio", { name: /^Create missing/ }));
    const free = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(free);
    expect(free.defaultPrevented).toBe(false);
    second.unmount();
    expect(sessionStorage.length).toBe(0);
  });

  test("is nothing once the run has another scope, and a storage that holds something else is not believed", () => {
    const { run } = scenario("mapping_required").facts;
    const selection = { kind: "only", itemIds: new Set(["a"]) } as const;
    const draft = { mode: "all", restoreMode: "update_only", selection } as const;
    sessionStorage.clear();
    for (const kept of [draft, { ...draft, selection: { ...selection, kind: "all_but" } }] as const) {
      keepUnsentDraft(sessionStorage, run, kept);
      expect(keptUnsentDraft(sessionStorage, run)).toEqual(kept);
    }
    const written = JSON.parse(Object.values<string>({ ...sessionStorage }).join("")) as { selection: object };
    expect(keptUnsentDraft(sessionStorage, { ...run, restoreMode: "update_only" })).toBeNull();
    for (const strange of [
      "{",
      "null",
      "[]",
      JSON.stringify({ mode: "all" }),
      JSON.stringify({ ...written, selection: null }),
      JSON.stringify({ ...written, selection: { ...written.selection, kind: "some" } }),
      JSON.stringify({ ...written, selection: { ...written.selection, itemIds: [1] } }),
    ]) {
      for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, strange);
      expect(keptUnsentDraft(sessionStorage, run)).toBeNull();
    }
    expect(keptUnsentDraft(null, run)).toBeNull();
    sessionStorage.clear();
  });

  test("a storage that is full keeps nothing, and the page goes on", () => {
    const full = {
      setItem: () => {
        throw new DOMException("Full", "QuotaExceededError");
      },
    } as unknown as Storage;
    const { run } = scenario("mapping_required").facts;
    expect(() => keepUnsentDraft(full, run, { ...scopeDraftOf({ run }), restoreMode: "update_only" })).not.toThrow();
  });
});
