/** One element as it stood when it was read, as plain data: it can cross from a browser into a test. */
export interface ElementRecord {
  /** Name of the element, in lower case. */
  readonly tag: string;
  /** Its attributes, without those that only paint. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Texts as they stand, and elements by their index in the record. */
  readonly children: readonly (string | number)[];
  /** What a field holds; null where the element is none. */
  readonly value: string | null;
  readonly focused: boolean;
}

/** A part of a page at one moment: every element once, parents before their children, the part itself first. */
export type PageRecord = readonly ElementRecord[];

/**
 * What page objects need of a test tool. `inDom` and `inPlaywright` are two of them; another one is five methods and
 * `recordOf`. An address is a CSS selector from the part that `read` reads.
 */
export interface TestTool {
  /** The page, or the part of it that is looked at, as it stands now. */
  read(): Promise<PageRecord>;
  click(address: string): Promise<void>;
  /** Scrolls until an element is in sight. */
  show(address: string): Promise<void>;
  /** Types a text in place of what the field holds, key by key. */
  type(address: string, text: string): Promise<void>;
  /** Asks until an answer comes without an error, or the tool's patience is at its end. */
  until<Answer>(ask: () => Promise<Answer>): Promise<Answer>;
}

/**
 * Reads an element with all that stands in it. It refers to nothing outside itself, so that a tool can send it into a
 * browser.
 */
export function recordOf(root: Element): PageRecord {
  const elements = [root];
  const records: ElementRecord[] = [];
  // The list grows while it is read.
  for (const element of elements) {
    const attributes: Record<string, string> = {};
    for (const { name, value } of element.attributes) {
      if (name !== "class" && name !== "style") attributes[name] = value;
    }
    const children: (string | number)[] = [];
    for (const child of element.childNodes) {
      if (child.nodeType === 3) children.push(child.nodeValue ?? "");
      if (child.nodeType === 1) children.push(elements.push(child as Element) - 1);
    }
    const tag = element.tagName.toLowerCase();
    const isField = tag === "input" || tag === "textarea" || tag === "select";
    records.push({
      tag,
      attributes,
      children,
      value: isField ? (element as HTMLInputElement).value : null,
      focused: element === element.ownerDocument.activeElement,
    });
  }
  return records;
}

/** Asks every few milliseconds until an answer comes without an error; after `patience` milliseconds, throws the last one. */
export async function asking<Answer>(ask: () => Promise<Answer>, patience: number): Promise<Answer> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() >= end) throw error;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
}
