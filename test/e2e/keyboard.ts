import { expect, type Locator, type Page } from "@playwright/test";

const furthest = 150;

/** Presses Tab until the control has focus, as somebody without a pointer would; fails where it cannot be reached. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < furthest; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${String(control)} was not reached with ${furthest} presses of Tab.`);
}

/** Goes to a control with Tab and presses a key on it. */
export async function press(page: Page, control: Locator, key: "Enter" | "Space"): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}
