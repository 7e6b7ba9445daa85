import { expect, test } from "@playwright/test";
import { inPlaywright, kit } from "../../src/testing/index.js";
import { press } from "./keyboard.js";
import { product, stepAddress } from "./product.js";

test("a scope change after the preview shows it void with its cause, not missing", async ({ page, request }) => {
  const { actionControl, freshnessBand } = kit(inPlaywright(page));
  const run = await product(request).previewedRun();
  await page.goto(stepAddress(run, "define_restore_scope"));
  await press(page, page.getByRole("button", { name: "Change scope" }), "Enter");
  await page.getByRole("radio", { name: "Create missing" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText("Applying another scope voids checks and preview.")).toBeVisible();
  expect(await actionControl("Next: Safety & conflict checks").read()).toMatchObject({
    kind: "blocked",
    reason: expect.stringContaining("not applied yet"),
  });
  await press(page, page.getByRole("button", { name: "Apply scope" }), "Enter");
  await expect(page.getByRole("link", { name: "Next: Safety & conflict checks" })).toBeVisible();

  await page.goto(stepAddress(run, "preview"));
  expect(await freshnessBand("Void since the restore mode changed").read()).toMatchObject({
    status: "invalidated",
    changes: [{ before: "create missing", after: "update only" }],
  });
  const diff = kit(inPlaywright(page)).semanticDiff();
  expect(await diff.status()).toBe("invalidated");
  expect((await diff.counts())[0]).toMatchObject({ label: "Policies changed" });
  expect((await diff.items()).map(({ isVoid }) => isVoid)).not.toContain(false);
  expect(await actionControl("Next: Confirm & execute").read()).toMatchObject({ kind: "blocked" });
});

test("a step has an address of its own, and Back leads to the step before", async ({ page, request }) => {
  const run = await product(request).previewedRun();
  const question = page.getByRole("heading", { level: 1 });
  await page.goto(stepAddress(run, "preview"));
  await expect(question).toHaveText("What would happen?");
  await expect(page).toHaveTitle(/^Preview/);
  await press(page, page.getByRole("link", { name: "Next: Confirm & execute" }).first(), "Enter");
  await expect(question).toHaveText("Do you really want to do this?");
  await page.goBack();
  await expect(question).toHaveText("What would happen?");
  await expect(question).toBeFocused();
  await page.goForward();
  await expect(question).toHaveText("Do you really want to do this?");
});

test("the rail leads to a step, whose compact status opens the gates that it speaks of (PF-9)", async ({
  page,
  request,
}) => {
  const { compactSafetyStatus, stepRail } = kit(inPlaywright(page));
  const run = await product(request).scopedRun();
  await page.goto(stepAddress(run, "define_restore_scope"));
  await stepRail().goTo("Safety & conflict checks");
  await expect.poll(() => stepRail().currentStep()).toMatchObject({ title: "Safety & conflict checks" });
  const status = compactSafetyStatus("Restore Safety Status");
  expect(await status.read()).toMatchObject({ nextGate: "Next gate: Validation", status: "unavailable" });
  const flow = await status.openGates();
  expect(await flow.nextGate()).toMatchObject({ title: "Validation", status: "next", isNext: true });
  await status.close();
  expect(await flow.isThere()).toBe(false);
});

test("a reason leads to the place that clears it, and leaving the page clears what was confirmed", async ({
  page,
  request,
}) => {
  const run = await product(request).previewedRun();
  await page.goto(stepAddress(run, "confirm_execute"));
  await press(page, page.getByRole("link", { name: "Go to review" }), "Enter");
  const reviewed = page.getByRole("checkbox", { name: "I reviewed the impact" });
  await expect(reviewed).toBeFocused();
  await page.keyboard.press("Space");
  await expect(reviewed).toBeChecked();
  await page.getByRole("link", { name: "Back: Preview" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What would happen?");
  await page.goBack();
  await expect(reviewed).not.toBeChecked();
});

test("a run that somebody else moved on is refused with the reason, and can be loaded again", async ({
  page,
  request,
}) => {
  const api = product(request);
  const run = await api.previewedRun();
  await page.goto(stepAddress(run, "confirm_execute"));
  const dryRun = page.getByRole("switch", { name: "Preview only (Dry-run)" });
  await expect(dryRun).toBeChecked();
  await api.change(run, { event: "dry_run_set", dryRun: false });
  await press(page, dryRun, "Space");
  const again = page.getByRole("button", { name: "Load the run again" });
  await expect(again).toBeVisible();
  await press(page, again, "Enter");
  await expect(again).toBeHidden();
  await expect(dryRun).not.toBeChecked();
});

test("a server that cannot be reached is told as such, and the page stays", async ({ page, request }) => {
  const run = await product(request).scopedRun();
  await page.goto(stepAddress(run, "safety_checks"));
  const runChecks = page.getByRole("button", { name: "Run checks" });
  await expect(runChecks).toBeVisible();
  await page.route("**/checks", (route) => route.abort());
  await press(page, runChecks, "Enter");
  await expect(page.getByRole("heading", { name: "Server not reached" })).toBeVisible();
  await page.unroute("**/checks");
  // Whether the checks were asked for is not known until the run was read again.
  await expect(runChecks).toHaveAttribute("aria-disabled", "true");
  await press(page, page.getByRole("button", { name: "Load the run again" }), "Enter");
  await expect(page.getByRole("heading", { name: "Server not reached" })).toBeHidden();
  await page.route("**/checks", (route) => route.fulfill({ json: { run: "not a run" } }));
  await runChecks.press("Enter");
  await expect(page.getByRole("heading", { name: "Answer not understood" })).toBeVisible();
  await expect(runChecks).toBeVisible();
});

test("what changed in the target after the preview is not overwritten, and the result asks for a look", async ({
  page,
  request,
}) => {
  const api = product(request);
  await api.changeTarget("edit_setting");
  const run = await api.previewedRun();
  await api.changeTarget("edit_setting");
  await page.goto(stepAddress(run, "confirm_execute"));
  await press(page, page.getByRole("switch", { name: "Preview only (Dry-run)" }), "Space");
  await expect(page.getByText("Off. Execution writes to Contoso Production.")).toBeVisible();
  await press(page, page.getByRole("checkbox", { name: "I reviewed the impact" }), "Space");
  await page.getByRole("textbox", { name: /^Type Contoso Production/ }).pressSequentially("Contoso Production");
  await press(page, page.getByRole("button", { name: /^Restore \d+ polic(y|ies) to Contoso Production$/ }), "Enter");
  const decision = kit(inPlaywright(page.getByRole("main"))).decisionCard("Restore result");
  await expect
    .poll(() => decision.read(), { timeout: 30_000 })
    .toMatchObject({ title: expect.stringMatching(/Completed with items needing review|Restore failed/) });
  await expect(page.getByRole("region", { name: "Item outcomes" })).toContainText("Failed");
});

test.describe("a member without the capability", () => {
  test.use({ extraHTTPHeaders: { "x-checkrail-operator": "viewer" } });

  test("sees why no run can be prepared", async ({ page }) => {
    await page.goto("/");
    const create = page.getByRole("button", { name: "New restore run for Contoso Production" });
    await expect(create).toHaveAttribute("aria-disabled", "true");
    await expect(create).toHaveAccessibleDescription(/not prepare one/);
  });
});
