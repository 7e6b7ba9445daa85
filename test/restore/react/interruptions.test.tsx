import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { HostRefusal, RestoreHost, RunDocument } from "../../../src/restore/ports.js";
import { OperationPage, RestoreResultPage, RestoreRunWizard } from "../../../src/restore/react/index.js";
import type { RestoreStepId } from "../../../src/restore/resolvers/reasons.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import {
  armed,
  executed,
  interruption,
  type InterruptionId,
  previewed,
  scenario,
  scenarioContext,
  scenarioItems,
  scoped,
} from "../../../src/testing/index.js";
import { documentOf, fakeHost } from "./fake-host.js";

const exit = { kind: "link", id: "close", label: "All restore runs", href: "#runs" } as const;
const context = () => scenarioContext;
const problemOf = (id: InterruptionId) => interruption(id).problem;

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

/** The wizard over a host whose readings answer what the test says, after the first one. */
async function open(facts: RestoreFacts, step: RestoreStepId) {
  const { host, pending } = fakeHost(documentOf(facts));
  const readings: (RunDocument | HostRefusal)[] = [];
  const load = vi.fn<RestoreHost["loadRun"]>((id) => {
    const next = readings.shift();
    if (next === undefined) return host.loadRun(id);
    return Promise.resolve("run" in next ? { ok: true, value: next } : { ok: false, problem: next });
  });
  const listItems = () => Promise.resolve({ ok: true, value: scenarioItems } as const);
  const over: RestoreHost = { ...host, loadRun: load, listItems };
  const started = vi.fn<(document: RunDocument) => void>();
  const signIn = vi.fn<() => void>();
  const page = render(
    <RestoreRunWizard
      host={over}
      runId={facts.run.id}
      step={step}
      contextFor={context}
      exit={exit}
      onStarted={started}
      onSignIn={signIn}
    />,
  );
  await screen.findByRole("heading", { level: 1 });
  return { pending, load, readings, started, signIn, unmount: page.unmount };
}

const part = (problem: HTMLElement, name: "known" | "kept" | "anew") =>
  problem.querySelector<HTMLElement>(`[data-part=${name}]`)?.textContent ?? "";

const executeButton = () => screen.getByRole("button", { name: /^Restore (?:11 policies )?to Contoso Production$/ });

const outdated = "What this page shows may no longer be so.";

async function confirmAndExecute() {
  await userEvent.click(screen.getByRole("checkbox", { name: /I reviewed the impact/ }));
  await userEvent.type(screen.getByRole("textbox"), "Contoso Production");
  await userEvent.click(executeButton());
}

describe("BY-14 a session that ends", () => {
  test("keeps what was chosen, leads to signing in, and shows the choice again on the same step", async () => {
    const { facts } = scenario("mapping_required");
    const first = await open(facts, "define_restore_scope");
    await userEvent.click(screen.getByRole("button", { name: "Change scope" }));
    await userEvent.click(screen.getByRole("radio", { name: /^Update only/ }));
    await userEvent.click(screen.getByRole("button", { name: "Apply scope" }));
    act(() => first.pending[0]?.answer(problemOf("session_ended")));
    const problem = await screen.findByRole("group", { name: "Your session has ended" });
    expect(part(problem, "known")).toContain("Your request changed nothing.");
    expect(part(problem, "kept")).toContain("What you chose and did not apply is kept in this tab.");
    // The browser does not ask whether to leave: signing in leads back here, and the choice is kept.
    await waitFor(() => {
      const leaving = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(leaving);
      expect(leaving.defaultPrevented).toBe(false);
    });
    await userEvent.click(within(problem).getByRole("button", { name: "Sign in and come back" }));
    expect(first.signIn).toHaveBeenCalledOnce();
    first.unmount();
    await open(facts, "define_restore_scope");
    expect(screen.getByRole("radio", { name: /^Update only/ })).toBeChecked();
    expect(screen.getByRole("button", { name: "Apply scope" })).toBeVisible();
  });
});

describe("SI-11 an operator who may no longer", () => {
  test("prepare is told so, and the page then shows what it may", async () => {
    const { pending, readings } = await open(scoped, "safety_checks");
    await userEvent.click(screen.getByRole("button", { name: "Run checks" }));
    act(() => pending[0]?.answer(problemOf("not_allowed")));
    const problem = await screen.findByRole("group", { name: "Not allowed" });
    expect(problem).toHaveTextContent("A workspace administrator can grant the capability.");
    readings.push(documentOf({ ...scoped, operator: { ...scoped.operator, capabilities: [] } }));
    await userEvent.click(within(problem).getByRole("button", { name: "Load the run again" }));
    await waitFor(() =>
      expect(screen.getByRole("button", { name: "Run checks" })).toHaveAttribute("aria-disabled", "true"),
    );
    expect(problem).not.toBeInTheDocument();
  });

  test("see the run is led away from it, and nothing is said to be kept", async () => {
    const { pending } = await open(scoped, "safety_checks");
    await userEvent.click(screen.getByRole("button", { name: "Run checks" }));
    act(() => pending[0]?.answer(problemOf("not_found")));
    const problem = await screen.findByRole("group", { name: "Not found" });
    expect(part(problem, "known")).toContain("It is gone, or you may no longer see it.");
    expect(part(problem, "kept")).toBe("");
    expect(within(problem).getByRole("link", { name: "Leave this page" })).toHaveAttribute("href", "#runs");
  });
});

describe("RW-16 a run that is not as the page shows it", () => {
  test("412: is loaded again, and says since when it differs", async () => {
    const { pending, load } = await open(scoped, "safety_checks");
    await userEvent.click(screen.getByRole("button", { name: "Run checks" }));
    act(() => pending[0]?.answer(problemOf("run_moved")));
    const problem = await screen.findByRole("group", { name: "The run has changed" });
    expect(part(problem, "known")).toMatch(/^What is known ?The run was changed after it was read here at .+\d\d:\d\d/);
    await userEvent.click(within(problem).getByRole("button", { name: "Load the run again" }));
    expect(load).toHaveBeenCalledTimes(2);
    await waitFor(() => expect(problem).not.toBeInTheDocument());
  });

  test("409: lists every reason, and says that the confirmation starts over", async () => {
    const { pending } = await open({ ...armed, confirmation: previewed.confirmation }, "confirm_execute");
    await confirmAndExecute();
    act(() => pending[0]?.answer(problemOf("refused")));
    const problem = await screen.findByRole("group", { name: "Execution is blocked" });
    expect(within(problem).getAllByRole("listitem")).toHaveLength(2);
    expect(part(problem, "anew")).toContain("The tick and the typed label.");
    expect(
      within(problem)
        .getAllByRole("button")
        .map(({ textContent }) => textContent),
    ).toEqual(["Load the run again"]);
    // Beside the refusal nothing goes on saying that all is ready.
    expect(screen.getByRole("checkbox", { name: /I reviewed the impact/ })).not.toBeChecked();
    expect(screen.getByRole("textbox")).toHaveValue("");
    expect(executeButton()).toHaveAttribute("aria-disabled", "true");
    expect(screen.queryByText("Ready to write", { exact: false })).toBeNull();
    expect(screen.getAllByText(outdated, { exact: false }).length).toBeGreaterThan(0);
    await userEvent.click(within(problem).getByRole("button", { name: "Load the run again" }));
    await confirmAndExecute();
    expect(pending.map(({ call }) => call)).toEqual(["execute", "execute"]);
  });

  test("422: a request that cannot be used is made anew of the run as it then is", async () => {
    const { pending } = await open({ ...armed, confirmation: previewed.confirmation }, "confirm_execute");
    await confirmAndExecute();
    act(() => pending[0]?.answer(problemOf("not_accepted")));
    const problem = await screen.findByRole("group", { name: "Key used before" });
    expect(executeButton()).toHaveAttribute("aria-disabled", "true");
    await userEvent.click(within(problem).getByRole("button", { name: "Load the run again" }));
    await waitFor(() => expect(problem).not.toBeInTheDocument());
  });

  test("of which a change was lost is not executed before it is read again", async () => {
    const { pending } = await open({ ...armed, confirmation: previewed.confirmation }, "confirm_execute");
    await userEvent.click(screen.getByRole("checkbox", { name: /I reviewed the impact/ }));
    await userEvent.type(screen.getByRole("textbox"), "Contoso Production");
    await userEvent.click(screen.getByRole("switch", { name: /Dry-run/ }));
    act(() => pending[0]?.answer(problemOf("failed")));
    const problem = await screen.findByRole("group", { name: "Something went wrong here" });
    expect(part(problem, "anew")).toContain("The tick and the typed label.");
    expect(screen.getByRole("textbox")).toHaveValue("");
    expect(executeButton()).toHaveAttribute("aria-disabled", "true");
    await userEvent.click(executeButton());
    expect(pending.map(({ call }) => call)).toEqual(["changeRun"]);
  });
});

test("BY-15 429: the server is not asked before the moment that it named, and then for the same thing", async () => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  const { pending } = await open(scoped, "safety_checks");
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime.bind(vi) });
  await user.click(screen.getByRole("button", { name: "Run checks" }));
  const retryAt = new Date(Date.now() + 60_000).toISOString();
  act(() => pending[0]?.answer({ ...problemOf("too_many_requests"), retryAt }));
  const again = await screen.findByRole("button", { name: "Ask again" });
  expect(again).toHaveAccessibleDescription(/The server takes requests again from .+ on\.$/);
  await user.click(again);
  expect(pending).toHaveLength(1);
  act(() => void vi.advanceTimersByTime(60_000));
  await user.click(screen.getByRole("button", { name: "Ask again" }));
  expect(pending.map(({ call }) => call)).toEqual(["runChecks", "runChecks"]);
  vi.useRealTimers();
});

test("BY-3 500: whether a change was saved is not claimed, and the run is read", async () => {
  const { pending, load } = await open(scoped, "safety_checks");
  await userEvent.click(screen.getByRole("button", { name: "Run checks" }));
  act(() => pending[0]?.answer(problemOf("failed")));
  const problem = await screen.findByRole("group", { name: "Something went wrong here" });
  expect(part(problem, "known")).toContain("Whether your request was carried out is not known.");
  await userEvent.click(within(problem).getByRole("button", { name: "Load the run again" }));
  expect(load).toHaveBeenCalledTimes(2);
});

describe("BY-3 a connection that is lost", () => {
  const readAt = "2026-11-20T17:20:00Z";
  const offline = { problem: problemOf("offline"), asked: "load", readAt } as const;

  test("leaves the result readable, with its age, and takes the focus from nobody", () => {
    const { facts } = scenario("completed_with_evidence");
    render(<RestoreResultPage facts={facts} context={scenarioContext} exit={exit} interruption={offline} />);
    const problem = screen.getByRole("group", { name: "Server not reached" });
    expect(problem).toHaveTextContent("This page shows what was read at 20 Nov 2026, 17:20 UTC.");
    expect(screen.getByText("Completed with evidence available")).toBeVisible();
    expect(document.body).toHaveFocus();
    expect(screen.getByRole("status")).toHaveTextContent("Server not reached.");
  });

  test("leaves the operation readable too", () => {
    const { operation, run } = scenario("completed_with_evidence").facts;
    if (operation === null) throw new TypeError("The scenario has no operation.");
    const restoreRun = { id: run.id, href: "#run", followUp: false };
    render(
      <OperationPage
        facts={{ operation, restoreRun }}
        context={scenarioContext}
        target={null}
        exit={exit}
        interruption={offline}
      />,
    );
    expect(screen.getByRole("group", { name: "Server not reached" })).toHaveTextContent("17:20 UTC");
    expect(screen.getByText("Operation finished")).toBeVisible();
  });

  test("leaves a step of the wizard readable when it cannot be read again", async () => {
    const { pending, readings } = await open(scoped, "safety_checks");
    await userEvent.click(screen.getByRole("button", { name: "Run checks" }));
    act(() => pending[0]?.answer(problemOf("run_moved")));
    readings.push(problemOf("offline"));
    await userEvent.click(await screen.findByRole("button", { name: "Load the run again" }));
    expect(await screen.findByRole("group", { name: "Server not reached" })).toHaveTextContent(
      /shows what was read at/,
    );
    // What was read stays, and nothing of it counts as how the run is.
    expect(screen.getByText("12 items selected")).toBeVisible();
    expect(screen.getByText("Page out of date")).toBeVisible();
    expect(screen.queryByText("Checks have not run")).toBeNull();
  });
});

describe("RW-15 an execution that nobody answered", () => {
  const lost = problemOf("execution_unknown");

  async function unanswered(...read: readonly (RunDocument | HostRefusal)[]) {
    const page = await open({ ...armed, confirmation: previewed.confirmation }, "confirm_execute");
    await confirmAndExecute();
    page.readings.push(...read);
    act(() => page.pending[0]?.answer(lost));
    return page;
  }

  test("is looked for by reading the run, and where it arrived the operator is led to it", async () => {
    const { started, pending } = await unanswered(documentOf(executed("queued", {}), 99));
    await waitFor(() => expect(started).toHaveBeenCalledOnce());
    expect(pending.map(({ call }) => call)).toEqual(["execute"]);
  });

  test("and where it did not, that is said, and nothing is confirmed any more", async () => {
    const { started, pending } = await unanswered();
    const problem = await screen.findByRole("group", { name: "No execution found so far" });
    expect(part(problem, "known")).toContain("asking again cannot start a second execution");
    expect(started).not.toHaveBeenCalled();
    expect(screen.getByRole("textbox")).toHaveValue("");
    expect(executeButton()).toHaveAttribute("aria-disabled", "true");
    expect(screen.getByText("Page out of date")).toBeVisible();
    expect(pending).toHaveLength(1);
    await userEvent.click(within(problem).getByRole("button", { name: "Load the run again" }));
    await waitFor(() => expect(problem).not.toBeInTheDocument());
    await confirmAndExecute();
    expect(pending.map(({ call }) => call)).toEqual(["execute", "execute"]);
  });

  test("is never repeated while nobody knows: the run is read first", async () => {
    const { load, pending, readings } = await unanswered(problemOf("offline"));
    const problem = await screen.findByRole("group", { name: "Whether execution was queued is not known" });
    expect(part(problem, "known")).toContain("The request may have arrived.");
    const readSoFar = load.mock.calls.length;
    readings.push(problemOf("offline"));
    expect(screen.getByRole("checkbox", { name: /I reviewed the impact/ })).toHaveAccessibleDescription(
      expect.stringContaining(outdated),
    );
    await userEvent.click(executeButton());
    await userEvent.click(screen.getByRole("button", { name: "Load the run again" }));
    await waitFor(() => expect(load).toHaveBeenCalledTimes(readSoFar + 1));
    expect(pending.map(({ call }) => call)).toEqual(["execute"]);
    expect(await screen.findByRole("group", { name: "Whether execution was queued is not known" })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Load the run again" }));
    expect(await screen.findByRole("group", { name: "No execution found so far" })).toBeVisible();
  });
});
