import { asking, recordOf, type TestTool } from "./tool.js";

/** What is used of user-event: hand over `userEvent`, or what `userEvent.setup()` returns. */
export interface DomUser {
  click(element: Element): Promise<void>;
  clear(element: Element): Promise<void>;
  type(element: Element, text: string): Promise<void>;
}

export interface InDomOptions {
  /** Testing Library's own `waitFor`, where its timers or its `act` are needed; without it the kit waits by itself. */
  readonly waitFor?: (<Answer>(ask: () => Promise<Answer>) => Promise<Answer>) | undefined;
  /** How many milliseconds something may take to appear, where there is no `waitFor`. Default 1000. */
  readonly patience?: number | undefined;
}

/** Page objects in a document, for Testing Library: `kit(inDom(userEvent))`, or within one element. */
export function inDom(
  user: DomUser,
  root: Element = document.body,
  { waitFor, patience = 1000 }: InDomOptions = {},
): TestTool {
  const at = (address: string): Element => {
    const element = address === ":scope" ? root : root.querySelector(address);
    if (element === null) throw new Error(`What stood at ${address} is gone.`);
    return element;
  };
  return {
    read: async () => recordOf(root),
    click: async (address) => user.click(at(address)),
    // A document without layout has nothing to scroll.
    show: async (address) => at(address).scrollIntoView?.({ block: "start" }),
    type: async (address, text) => {
      const field = at(address);
      await user.clear(field);
      // Brackets name keys to user-event, and doubled they are themselves.
      if (text !== "") await user.type(field, text.replaceAll(/[[{]/g, "$&$&"));
    },
    until: (ask) => (waitFor === undefined ? asking(ask, patience) : waitFor(ask)),
  };
}
