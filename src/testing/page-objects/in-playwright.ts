import { asking, recordOf, type TestTool } from "./tool.js";

/** What is used of Playwright's `Locator`. */
export interface PlaywrightLocator {
  locator(selector: string): PlaywrightLocator;
  evaluate<Answer>(ask: (element: Element) => Answer): Promise<Answer>;
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  pressSequentially(text: string): Promise<void>;
}

/** What is used of Playwright's `Page`. */
export interface PlaywrightPage {
  locator(selector: string): PlaywrightLocator;
}

export interface InPlaywrightOptions {
  /** How many milliseconds something may take to appear. Default 5000, as with Playwright's own `expect`. */
  readonly patience?: number | undefined;
}

/** Page objects on a page of Playwright, or in a part of one: `kit(inPlaywright(page))`. */
export function inPlaywright(
  within: PlaywrightPage | PlaywrightLocator,
  { patience = 5000 }: InPlaywrightOptions = {},
): TestTool {
  const root = "evaluate" in within && "fill" in within && !("goto" in within) ? within : within.locator("body");
  const at = (address: string) => (address === ":scope" ? root : root.locator(address));
  return {
    read: () => root.evaluate(recordOf),
    click: (address) => at(address).click(),
    show: (address) => at(address).evaluate((element) => element.scrollIntoView({ block: "start" })),
    type: async (address, text) => {
      const field = at(address);
      await field.fill("");
      if (text !== "") await field.pressSequentially(text);
    },
    until: (ask) => asking(ask, patience),
  };
}
