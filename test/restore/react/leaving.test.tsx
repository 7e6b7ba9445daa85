import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { RestoreHost } from "../../../src/restore/ports.js";
import { type LeaveGuard, RestoreRunWizard } from "../../../src/restore/react/index.js";
import { resolveLeaving } from "../../../src/restore/resolvers/steps/index.js";
import type { RestoreStepId } from "../../../src/restore/resolvers/reasons.js";
import {
  interruption,
  type RestoreScenarioId,
  scenario,
  scenarioContext,
  scenarioDirectory,
  scenarioItems,
  withRun,
} from "../../../src/testing/index.js";
import { contexts } from "../../contract/languages.js";
import { documentOf, fakeHost } from "./fake-host.js";

const exit = { kind: "link", id: "close", label: "Close", href: "#close" } as const;
const context = () => scenarioContext;

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

/** A step over a host, and a router that asks before it leaves. */
async function open(id: RestoreScenarioId, step: RestoreStepId) {
  const { facts } = scenario(id);
  const { host, pending } = fakeHost({ ...documentOf(facts), directory: scenarioDirectory });
  const { backupSet } = facts;
  const sets = backupSet === null ? [] : [backupSet, { ...backupSet, id: "another", name: "Another set" }];
  const over: RestoreHost = {
    ...host,
    listItems: () => Promise.resolve({ ok: true, value: scenarioItems }),
    listBackupSets: () => Promise.resolve({ ok: true, value: sets }),
  };
  let guard: LeaveGuard | null = null;
  const keepGuard = (given: LeaveGuard | null) => {
    guard = given;
  };
  const router = { stay: vi.fn<() => void>(), go: vi.fn<() => void>() };
  const page = (asks: boolean) => (
    <RestoreRunWizard
      host={over}
      runId={facts.run.id}
      step={step}
      contextFor={context}
      exit={exit}
      leaving={asks ? router : null}
      onLeaveGuard={keepGuard}
    />
  );
  const { rerender } = render(page(false));
  await screen.findByRole("heading", { level: 1 });
  return {
    facts,
    pending,
    router,
    asks: () => guard?.() === true,
    leave: async () => {
      rerender(page(true));
      return screen.findByRole("dialog", { name: "Leave without applying?" });
    },
    settle: () => rerender(page(false)),
  };
}

async function chooseUpdateOnly() {
  await userEvent.click(screen.getByRole("button", { name: "Change scope" }));
  await userEvent.click(screen.getByRole("radio", { name: /^Update only/ }));
}

describe("BY-14 leaving a scope that is not applied asks", () => {
  test("and nothing is asked where nothing is left behind", async () => {
    const { asks } = await open("scope_all", "define_restore_scope");
    expect(asks()).toBe(false);
    await chooseUpdateOnly();
    expect(asks()).toBe(true);
    await userEvent.click(screen.getByRole("radio", { name: /^Create missing/ }));
    expect(asks()).toBe(false);
  });

  test("to stay, which Escape does too", async () => {
    const { leave, router } = await open("scope_all", "define_restore_scope");
    await chooseUpdateOnly();
    const dialog = await leave();
    expect(dialog).toHaveAccessibleDescription(/It is kept in this tab/);
    await userEvent.click(within(dialog).getByRole("button", { name: "Stay on this page" }));
    expect(router.stay).toHaveBeenCalledOnce();
    expect(router.go).not.toHaveBeenCalled();
  });

  test("to leave, and keeps the draft", async () => {
    const { leave, router, pending } = await open("scope_all", "define_restore_scope");
    await chooseUpdateOnly();
    const dialog = await leave();
    await userEvent.click(within(dialog).getByRole("button", { name: "Leave and keep the draft" }));
    expect(router.go).toHaveBeenCalledOnce();
    expect(pending).toEqual([]);
    expect(sessionStorage.length).toBe(1);
  });

  test("to apply, and leaves once it is saved", async () => {
    const { leave, router, pending, facts } = await open("scope_all", "define_restore_scope");
    await chooseUpdateOnly();
    const dialog = await leave();
    await userEvent.click(within(dialog).getByRole("button", { name: "Apply scope and leave" }));
    expect(pending.map(({ change }) => change?.event)).toEqual(["scope_defined"]);
    expect(router.go).not.toHaveBeenCalled();
    act(() => pending[0]?.answer(documentOf(withRun(facts, { restoreMode: "update_only" }), 99)));
    await waitFor(() => expect(router.go).toHaveBeenCalledOnce());
  });

  test("and stays where the host refuses to apply it", async () => {
    const { leave, router, pending } = await open("scope_all", "define_restore_scope");
    await chooseUpdateOnly();
    const dialog = await leave();
    await userEvent.click(within(dialog).getByRole("button", { name: "Apply scope and leave" }));
    act(() => pending[0]?.answer(interruption("run_moved").problem));
    await waitFor(() => expect(router.stay).toHaveBeenCalledOnce());
    expect(router.go).not.toHaveBeenCalled();
    expect(screen.getByRole("group", { name: "The run has changed" })).toBeVisible();
  });
});

test("BY-14 leaving a backup set that is chosen and not used asks, and says what using it would undo (BY-2)", async () => {
  const { asks, leave, pending } = await open("preview_current", "select_backup_set");
  await screen.findByRole("option", { name: /Another set/ });
  await userEvent.selectOptions(screen.getByRole("combobox"), "another");
  expect(screen.getByRole("combobox")).toHaveValue("another");
  await waitFor(() => expect(asks()).toBe(true));
  const dialog = await leave();
  expect(dialog).toHaveTextContent("Choosing another set voids");
  await userEvent.click(within(dialog).getByRole("button", { name: "Use this backup set and leave" }));
  expect(pending[0]?.change).toEqual({ event: "backup_set_selected", backupSetId: "another" });
});

test("BY-14 leaving a reason that is being written asks, and says that it is not kept (RW-20)", async () => {
  const { asks, leave } = await open("checks_not_evaluated", "safety_checks");
  await userEvent.click(screen.getByRole("button", { name: "Accept this finding" }));
  expect(asks()).toBe(false);
  await userEvent.type(screen.getByRole("textbox", { name: "Why this is acceptable" }), "Agreed");
  expect(asks()).toBe(true);
  const dialog = await leave();
  expect(within(dialog).getAllByRole("button")).toHaveLength(2);
  expect(dialog).toHaveTextContent("is not kept");
});

test("BY-14 leaving a mapping that is chosen and not used asks (BY-5)", async () => {
  const { asks } = await open("mapping_required", "define_restore_scope");
  await userEvent.click(screen.getByRole("button", { name: "Show 2 references" }));
  await userEvent.click(screen.getByRole("button", { name: "Choose a target group" }));
  expect(asks()).toBe(false);
  await userEvent.click((await screen.findAllByRole("option"))[0] as HTMLElement);
  expect(asks()).toBe(true);
});

test.each(["backup_set", "scope", "decision", "reason"] as const)(
  "leaving a %s is asked about in German too",
  (what) => {
    const page = {
      apply: { kind: "blocked", id: "a", label: "b", reason: "c", clearedBy: null },
      undoes: "d",
    } as const;
    const english = resolveLeaving(what, page, contexts.en);
    const german = resolveLeaving(what, page, contexts.de);
    expect(german.detail).not.toBe(english.detail);
    expect(german.undoes).toBeNull();
    expect(german.apply?.kind ?? "blocked").toBe("blocked");
  },
);
