import { expect, type Page, test } from "@playwright/test";
import { inPlaywright, kit } from "../../src/testing/index.js";
import { press, tabTo } from "./keyboard.js";
import { product, replacementGroup } from "./product.js";

const restore = (page: Page) => page.getByRole("button", { name: /^Restore \d+ policies to Contoso Production$/ });
/** The page's one polite live region for what the operator asked for. */
const announced = (page: Page) => page.locator("[data-part=announcement]");
const runIdOf = (page: Page) => /restore-runs\/([^/]+)/.exec(page.url())?.[1] ?? "";

test("an operator restores the sample with the keyboard alone, and the target then holds what was restored", async ({
  page,
  request,
}) => {
  const api = product(request);
  const question = page.getByRole("heading", { level: 1 });

  await test.step("a new run is begun from the overview", async () => {
    await page.goto("/");
    await press(page, page.getByRole("button", { name: "New restore run for Contoso Production" }), "Enter");
    await expect(question).toHaveText("What are we restoring from?");
  });

  await test.step("Next is blocked without a backup set, and says so", async () => {
    const next = page.getByRole("button", { name: "Next: Define restore scope" });
    await expect(next).toHaveAttribute("aria-disabled", "true");
    await expect(next).toHaveAccessibleDescription(/No backup set is selected\./);
    await press(page, next, "Enter");
    await expect(page).toHaveURL(/select_backup_set$/);
  });

  await test.step("choosing a set changes nothing until it is used", async () => {
    await page.reload();
    await tabTo(page, page.getByRole("combobox", { name: "Backup set" }));
    await page.keyboard.type("Contoso baseline");
    expect((await api.load(runIdOf(page))).run.backupSetId).toBeNull();
    await press(page, page.getByRole("button", { name: "Use this backup set" }), "Enter");
    await press(page, page.getByRole("link", { name: "Next: Define restore scope" }), "Enter");
    await expect(question).toHaveText("What exactly should be restored?");
    await expect(question).toBeFocused();
  });

  await test.step("an open mapping blocks Next until the operator decides it", async () => {
    await press(page, page.getByRole("button", { name: "Apply scope" }), "Enter");
    const next = page.getByRole("button", { name: "Next: Safety & conflict checks" });
    await expect(next).toHaveAccessibleDescription(/1 required mapping is not resolved: group/);
    await expect(page.getByText("9 of 10 resolved")).toBeVisible();
    await press(page, page.getByRole("button", { name: "Show 10 references" }), "Enter");
    await press(page, page.getByRole("button", { name: "Choose a target group" }), "Enter");
    const dialog = page.getByRole("dialog", { name: "Resolve target group mapping" });
    await tabTo(page, dialog.getByRole("searchbox"));
    await page.keyboard.type(replacementGroup);
    await tabTo(page, dialog.getByRole("listbox"));
    await page.keyboard.press("Space");
    await press(page, dialog.getByRole("button", { name: "Use this group" }), "Enter");
    await expect(page.getByText("10 of 10 resolved")).toBeVisible();
    await press(page, page.getByRole("link", { name: "Next: Safety & conflict checks" }), "Enter");
    await expect(question).toBeFocused();
  });

  await test.step("checks and preview say what they found, in the one live region", async () => {
    await press(page, page.getByRole("button", { name: "Run checks" }), "Enter");
    await expect(announced(page)).toHaveText(/^Checks finished: 0 blocking findings/);
    await press(page, page.getByRole("link", { name: "Next: Preview" }), "Enter");
    await expect(question).toHaveText("What would happen?");
    await press(page, page.getByRole("button", { name: "Generate preview" }), "Enter");
    await expect(announced(page)).toHaveText(/^Preview finished: \d+ policies would be written\./);
    await press(page, page.getByRole("link", { name: "Next: Confirm & execute" }).first(), "Enter");
    await expect(question).toHaveText("Do you really want to do this?");
  });

  await test.step("dry-run blocks execution, with every reason", async () => {
    await expect(restore(page)).toHaveAttribute("aria-disabled", "true");
    await expect(restore(page)).toHaveAccessibleDescription(
      /3 conditions are not met\. First: “Preview only \(Dry-run\)” is on\./,
    );
    await press(page, restore(page), "Enter");
    expect((await api.load(runIdOf(page))).run.execution).toBeNull();
  });

  await test.step("the typed label is compared to the character", async () => {
    await page.reload();
    await press(page, page.getByRole("switch", { name: "Preview only (Dry-run)" }), "Space");
    await expect(page.getByText("Off. Execution writes to Contoso Production.")).toBeVisible();
    await press(page, page.getByRole("checkbox", { name: "I reviewed the impact" }), "Space");
    await tabTo(page, page.getByRole("textbox", { name: /^Type Contoso Production/ }));
    await page.keyboard.type("Contoso production");
    await expect(page.getByText("Character 9 differs: lowercase p, expected capital P.")).toBeVisible();
    await expect(restore(page)).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Contoso Production");
    await expect(page.getByText("All conditions are met")).toBeVisible();
  });

  await test.step("execution starts once, and its result says what the evidence says", async () => {
    await tabTo(page, restore(page));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(question).toHaveText("What happened?");
    const decision = kit(inPlaywright(page)).decisionCard("Restore result");
    await expect
      .poll(() => decision.read(), { timeout: 30_000 })
      .toMatchObject({
        title: "Completed with evidence available",
        impact: expect.stringMatching(/Review evidence before treating the restore as recovery proof\.$/),
      });
    const { run, operation, evidence } = await api.load(runIdOf(page));
    expect(run.execution?.status).toBe("completed");
    expect(operation?.outcome).toBe("succeeded");
    const snapshot = evidence.find(({ state }) => state === "active");
    const { checked = 0, notChecked = 0 } = snapshot?.coverage ?? {};
    expect(checked).toBeGreaterThan(0);
    await expect(page.getByRole("region", { name: "Post-run evidence" })).toContainText(
      `${checked} of ${checked + notChecked} items read back`,
    );
    expect(snapshot?.findings?.filter(({ result }) => result === "differs" || result === "missing")).toEqual([]);
  });

  await test.step("the operation page leads back to the restore's own truth", async () => {
    await press(page, page.getByRole("link", { name: "View operation" }).first(), "Enter");
    await expect(page.getByText("Operation finished", { exact: true })).toBeVisible();
    await press(page, page.getByRole("link", { name: "Open restore run" }), "Enter");
    await expect(question).toHaveText("What happened?");
  });

  await test.step("a second preview reads the target again and finds nothing left to write (RW-22)", async () => {
    const { summary } = (await api.previewedRun()).run.preview ?? {};
    expect(summary?.policiesChanged).toBe(0);
    expect(summary?.policiesCreated).toBe(0);
    expect(summary?.unchanged).toBeGreaterThan(0);
  });
});
