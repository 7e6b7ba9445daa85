import { expect, type Page, test } from "@playwright/test";
import { inPlaywright, kit } from "../../src/testing/index.js";
import { product, stepAddress } from "./product.js";

const question = (page: Page) => page.getByRole("heading", { level: 1 });
const restore = (page: Page) => page.getByRole("button", { name: /^Restore \d+ polic(y|ies) to Contoso Production$/ });

async function confirm(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: "I reviewed the impact" }).check();
  await page.getByRole("textbox", { name: /^Type Contoso Production/ }).fill("Contoso Production");
  await expect(page.getByText("All conditions are met")).toBeVisible();
}

test.describe("BY-14 what is chosen and not applied", () => {
  test("is asked about before Back leaves it, is kept, and is there again after a reload", async ({
    page,
    request,
  }) => {
    const run = await product(request).scopedRun();
    await page.goto(stepAddress(run, "select_backup_set"));
    await page.getByRole("link", { name: "Next: Define restore scope" }).click();
    await page.getByRole("button", { name: "Change scope" }).click();
    await page.getByRole("radio", { name: /^Update only/ }).check();
    const dialog = page.getByRole("dialog", { name: "Leave without applying?" });

    await page.goBack();
    await dialog.getByRole("button", { name: "Stay on this page" }).click();
    await expect(dialog).toBeHidden();
    await expect(question(page)).toHaveText("What exactly should be restored?");
    await expect(page).toHaveURL(/define_restore_scope/);

    page.on("dialog", (asked) => void asked.accept());
    await page.reload();
    await expect(page.getByRole("radio", { name: /^Update only/ })).toBeChecked();

    await page.getByRole("link", { name: "All restore runs of this environment" }).click();
    await dialog.getByRole("button", { name: "Apply scope and leave" }).click();
    await expect(page).toHaveURL(/restore-runs$/);
    expect((await product(request).load(run.run.id)).run.restoreMode).toBe("update_only");
  });
});

test.describe("PF-12 the group sync that a picker opens", () => {
  test.afterEach(({ request }) => product(request).changeTarget("answer_normally"));

  test("is told while the directory is read and where it fails, and afterwards the run has the new directory", async ({
    page,
    request,
  }) => {
    const api = product(request);
    const draft = await api.newRun();
    const scope = { event: "scope_defined", scope: { mode: "all" }, restoreMode: "create_missing" } as const;
    const run = await api.change(draft, scope);
    const readAt = async () => (await api.load(run.run.id)).directory?.readAt ?? "";
    const before = await readAt();
    await page.goto(`${stepAddress(run, "define_restore_scope")}#mappings`);
    await page.getByRole("button", { name: "Choose a target group" }).first().click();
    const picker = page.getByRole("dialog", { name: "Resolve target group mapping" });
    const sync = picker.getByRole("button", { name: "Open group sync" });

    await api.changeTarget("throttle");
    await sync.click();
    await expect(picker.locator("[data-part=sync]")).toContainText("The last reading of the target’s directory failed");
    await expect(picker.locator("[data-part=sync]")).toContainText("The target asks to wait.");
    expect(await readAt()).toBe(before);

    await api.changeTarget("hold_reads");
    await sync.click();
    await expect(picker.locator("[data-part=sync]")).toContainText("Dana Okafor asked for it");
    await expect(sync).toHaveAttribute("aria-disabled", "true");
    await expect(picker).toContainText("The target’s directory is being read already.");

    await api.changeTarget("answer_normally");
    await expect(picker.locator("[data-part=sync]")).toBeHidden();
    await expect(sync).not.toHaveAttribute("aria-disabled", "true");
    await expect.poll(async () => Date.parse(await readAt())).toBeGreaterThan(Date.parse(before));
  });
});

test.describe("RW-20 RW-7 a check that could not be evaluated", () => {
  test.afterEach(({ request }) => product(request).changeTarget("lift_limits"));

  test("is never counted as free of conflict, blocks until it is accepted by name with a reason, and blocks again once that is taken back", async ({
    page,
    request,
  }) => {
    const api = product(request);
    await api.changeTarget("withhold_type", "settings_catalog");
    const { run } = await api.scopedRun();
    const next = () => kit(inPlaywright(page)).actionControl("Next: Preview").read();
    await page.goto(stepAddress(await api.load(run.id), "safety_checks"));
    await page.getByRole("button", { name: "Run checks" }).click();
    const group = page.locator("[data-part=group][data-severity=not_evaluated]");
    await expect(group).toContainText("Not known, so never counted as free of conflict.");
    await expect(group).not.toHaveAttribute("data-status", "complete");
    await expect.poll(async () => (await next()).kind).toBe("blocked");

    const accept = page.getByRole("button", { name: "Accept this finding" });
    const open = await accept.count();
    expect(open).toBeGreaterThan(0);
    for (let left = open; left > 0; left -= 1) {
      await accept.first().click();
      await page.getByRole("textbox", { name: "Why this is acceptable" }).fill("Agreed in change 4711.");
      await page.getByRole("button", { name: "Accept this finding" }).first().click();
      await expect(page.getByRole("button", { name: "Take the acceptance back" })).toHaveCount(open - left + 1);
    }
    const { acceptances } = (await api.load(run.id)).run;
    expect(acceptances.map(({ reason, acceptedBy }) => [reason, acceptedBy.name])).toEqual(
      acceptances.map(() => ["Agreed in change 4711.", "Dana Okafor"]),
    );
    expect(acceptances).toHaveLength(open);

    await page.getByRole("button", { name: "Take the acceptance back" }).first().click();
    await expect(page.getByRole("button", { name: "Take the acceptance back" })).toHaveCount(open - 1);
    await expect.poll(async () => (await next()).kind).toBe("blocked");
  });
});

test.describe("RW-15 RW-16 an execution is started once", () => {
  test("by a double click, on a slow network, and not by a second tab that confirmed the same", async ({
    page,
    context,
    request,
  }) => {
    const api = product(request);
    await api.changeTarget("edit_setting");
    const run = await api.change(await api.previewedRun(), { event: "dry_run_set", dryRun: false });
    const address = stepAddress(run, "confirm_execute");
    const other = await context.newPage();
    await page.goto(address);
    await other.goto(address);
    await confirm(page);
    await confirm(other);

    let asked = 0;
    let goOn = (): void => undefined;
    const slow = new Promise<void>((done) => {
      goOn = done;
    });
    await page.route("**/execute", async (route) => {
      asked += 1;
      await slow;
      await route.continue();
    });
    await restore(page).dblclick();
    await restore(page).press("Enter");
    await restore(other).click();
    await expect(question(other)).toHaveText("What happened?");
    goOn();
    await expect(page.getByRole("group", { name: "The run has changed" })).toBeVisible();
    expect(asked).toBe(1);

    const trail = await (await request.get("/api/workspaces/demo/audit")).text();
    const ours = trail.split("\n").filter((line) => line.includes(run.run.id) && line.includes('"execution_queued"'));
    expect(ours).toHaveLength(1);
    await page.getByRole("button", { name: "Load the run again" }).click();
    await expect(page.getByText("This run cannot be started a second time.")).toBeVisible();
  });

  test("and where its answer is lost, the run is read, and the operator is led to what it became", async ({
    page,
    request,
  }) => {
    const api = product(request);
    await api.changeTarget("edit_setting");
    const run = await api.change(await api.previewedRun(), { event: "dry_run_set", dryRun: false });
    await page.goto(stepAddress(run, "confirm_execute"));
    await confirm(page);
    let asked = 0;
    await page.route("**/execute", async (route) => {
      asked += 1;
      await route.fetch();
      await route.abort();
    });
    await restore(page).click();
    await expect(question(page)).toHaveText("What happened?");
    expect(asked).toBe(1);
  });
});

test("BY-3 SI-8 a result stays readable without a connection, says its age, and reads on once there is one", async ({
  page,
  context,
  request,
}) => {
  const { run } = await product(request).previewedRun();
  await page.goto(`/workspaces/demo/environments/${run.environmentId}/restore-runs/${run.id}`);
  await expect(page.getByText("Not executed", { exact: true }).first()).toBeVisible();
  await context.setOffline(true);
  await page.evaluate(() => {
    // As when the operator comes back to the tab.
    window.dispatchEvent(new Event("visibilitychange"));
  });
  const problem = page.getByRole("group", { name: "Server not reached" });
  await expect(problem).toContainText(/This page shows what was read at \d/);
  await expect(page.getByText("Not executed", { exact: true }).first()).toBeVisible();
  await context.setOffline(false);
  await expect(problem).toBeHidden({ timeout: 15_000 });
});

test.describe("BY-4 two policies of the target have an item's name", () => {
  let name = "";
  test.afterEach(({ request }) => product(request).changeTarget("delete_policy", name));

  test("the checks say so, nobody but the operator chooses, and what was chosen is what is previewed and written", async ({
    page,
    request,
  }) => {
    const api = product(request);
    const { run, item } = await api.runOfOneItem();
    name = item.name;
    await api.changeTarget("edit_setting", name);
    await api.changeTarget("duplicate_policy", name);
    await page.goto(stepAddress(run, "safety_checks"));
    await page.getByRole("button", { name: "Run checks" }).click();
    const identity = page.locator("#identity");
    await expect(identity).toContainText("Decide which policy is meant");
    const next = () => kit(inPlaywright(page)).actionControl("Next: Preview").read();
    expect((await next()).kind).toBe("blocked");

    await identity.getByRole("button", { name: "Choose the policy" }).click();
    const picker = page.getByRole("dialog", { name: "Which policy of the target is it?" });
    // The target takes a name once for a type, so creating a third is no answer.
    await expect(picker.getByRole("option")).toHaveCount(2);
    await expect(picker.getByText("None of these")).toHaveCount(0);
    await picker.getByRole("option").filter({ hasText: "-second" }).click();
    await picker.getByRole("button", { name: "Use this answer" }).click();
    await expect(identity).toContainText("Decided");
    const [decision] = Object.values((await api.load(run.run.id)).run.identityDecisions);
    expect(decision?.decision).toBe("match");
    expect(decision?.targetId).toMatch(/-second$/);

    await page.getByRole("button", { name: "Run checks again" }).click();
    await expect.poll(async () => (await next()).kind, { timeout: 30_000 }).toBe("link");
    await page.getByRole("link", { name: "Next: Preview" }).click();
    await page.getByRole("button", { name: "Generate preview" }).click();
    await expect(page.getByText("1 policy would be written").first()).toBeVisible({ timeout: 30_000 });
    const previewed = (await api.load(run.run.id)).run.preview?.items.map(({ targetId }) => targetId);
    expect(previewed).toEqual([decision?.targetId]);

    await page.goto(stepAddress(run, "confirm_execute"));
    await page.getByRole("switch", { name: /Dry-run/ }).click();
    await confirm(page);
    await restore(page).click();
    await expect
      .poll(async () => (await api.load(run.run.id)).run.execution?.status, { timeout: 60_000 })
      .toBe("completed");
    const results = (await api.load(run.run.id)).run.execution?.results;
    expect(JSON.stringify(results)).toContain(item.id);
  });
});
