import { expect, type Page, test } from "@playwright/test";
import type { ImportFile } from "../../reference/api/imports.js";
import { inPlaywright, kit } from "../../src/testing/index.js";
import { product, stepAddress } from "./product.js";

/** An export of one policy. */
function exportOf(id: string, name: string): readonly ImportFile[] {
  const policy = {
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
    id,
    name,
    description: "",
    platforms: "windows10",
    technologies: "mdm",
    roleScopeTagIds: ["0"],
    settings: [],
    assignments: [],
  };
  return [{ path: "SettingsCatalog/Policy.json", base64: Buffer.from(JSON.stringify(policy)).toString("base64") }];
}

const target = "Fabrikam Test";
const wanted = "Windows - BitLocker baseline";
const alike = "WINDOWS - BitLocker baseline";

test.describe("BY-4 a policy of the target whose name only looks like an item's", () => {
  test("is never taken for it; the operator says that it is none of them, and it is created beside that one", async ({
    page,
    request,
  }) => {
    const api = product(request);
    const ids = ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"] as const;
    const run = await api.newRunOf(
      { as: "backup", name: "Fabrikam backup", files: [...exportOf(ids[0], wanted)] },
      { as: "target", name: target, environment: "test", files: [...exportOf(ids[1], alike)] },
    );
    const next = () => kit(inPlaywright(page)).actionControl("Next: Preview").read();
    const identity = page.locator("#identity");
    await page.goto(stepAddress(run, "safety_checks"));
    await page.getByRole("button", { name: "Run checks" }).click();
    await expect(identity).toContainText("Decide which policy is meant");
    expect((await next()).kind).toBe("blocked");

    const picker = await choosing(page);
    await expect(picker.getByRole("option")).toHaveCount(2);
    await expect(picker.getByRole("option", { selected: true })).toHaveCount(0);
    await expect(picker.getByRole("option").first()).toContainText(alike);
    await picker.getByRole("option", { name: "None of these: it would be created" }).click();
    await picker.getByRole("button", { name: "Use this answer" }).click();
    await expect(identity).toContainText("Decided");
    await expect(identity).toContainText("None of these: it would be created");
    expect(Object.values((await api.load(run.run.id)).run.identityDecisions)).toMatchObject([{ decision: "create" }]);

    await page.getByRole("button", { name: "Run checks again" }).click();
    await expect.poll(async () => (await next()).kind, { timeout: 30_000 }).toBe("link");
    await page.getByRole("link", { name: "Next: Preview" }).click();
    await page.getByRole("button", { name: "Generate preview" }).click();
    await expect(page.getByText("1 policy would be written").first()).toBeVisible({ timeout: 30_000 });
    expect((await api.load(run.run.id)).run.preview?.items).toMatchObject([{ action: "create", targetId: null }]);

    await page.goto(stepAddress(run, "confirm_execute"));
    await page.getByRole("switch", { name: /Dry-run/ }).click();
    await page.getByRole("checkbox", { name: "I reviewed the impact" }).check();
    await page.getByRole("textbox", { name: `Type ${target}` }).fill(target);
    await page.getByRole("button", { name: `Restore 1 policy to ${target}` }).click();
    const status = async () => (await api.load(run.run.id)).run.execution?.status;
    await expect.poll(status, { timeout: 60_000 }).toBe("completed");

    // Now the target has both, and another one of this name could not be created.
    const again = await api.wholeRun(run.run.environmentId, run.run.backupSetId ?? "");
    await page.goto(stepAddress(again, "safety_checks"));
    await page.getByRole("button", { name: "Run checks" }).click();
    const both = (await choosing(page)).getByRole("option");
    // By their letters: a text alone is found in capitals too.
    for (const name of [alike, wanted]) await expect(both.filter({ hasText: new RegExp(name) })).toHaveCount(1);
    await expect(both).toHaveCount(2);
  });
});

async function choosing(page: Page) {
  await page.locator("#identity").getByRole("button", { name: "Choose the policy" }).click();
  return page.getByRole("dialog", { name: "Which policy of the target is it?" });
}
