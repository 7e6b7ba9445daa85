import { actionOf, nameOf, type SeenAction, textOf } from "./reading.js";
import { Seen } from "./seen.js";
import type { TestTool } from "./tool.js";

/** Says which component was looked for, what in it is not there, and what is there instead. */
export class PageObjectError extends Error {
  override readonly name = "PageObjectError";
}

/** Which of several: by its whole name, by an expression, or by its index from 0. */
export type Which = string | RegExp | number;

/** Where a page object looks: the whole page, or a component that contains what it looks for. */
export type Scope = (page: Seen) => Seen;

/** What all page objects share: finding their component, waiting for it, and taking its actions. */
export abstract class PageObject {
  constructor(
    protected readonly tool: TestTool,
    private readonly scope: Scope,
    /** Name of the component, as in `data-component`. */
    private readonly component: string,
    private readonly which: Which | undefined,
  ) {}

  /** Whether the component is on the page now; does not wait for it. */
  async isThere(): Promise<boolean> {
    const page = Seen.page(await this.tool.read());
    return this.candidates(page).length > 0;
  }

  /** The name that the component bears on the page: its heading, or the words that stand for one. */
  async name(): Promise<string> {
    return this.look(nameOf);
  }

  /** What is on its way, in the component's words; null where nothing is. */
  async loading(): Promise<string | null> {
    return this.look((root) => wordsOf(root.part("loading")));
  }

  /** What could not be read, in the component's words; null where nothing failed. */
  async failed(): Promise<string | null> {
    return this.look((root) => wordsOf(root.part("failed")));
  }

  /** Everything that the component offers to do, in order. */
  async actions(): Promise<readonly SeenAction[]> {
    return this.look((root) => controlsIn(root).map(actionOf));
  }

  /** Takes an action, or follows a link, by its label; waits while it is blocked, and then says why it still is. */
  async take(label: string | RegExp): Promise<void> {
    await this.takeIn((root) => root, label);
  }

  protected async takeIn(part: (root: Seen) => Seen, label: string | RegExp): Promise<void> {
    await this.click((root) => {
      const within = part(root);
      const controls = controlsIn(within);
      const links = within.descendants().filter(({ tag, parent }) => tag === "a" && !isControl(parent));
      const offered = [
        ...controls.map((one) => ({ one, label: actionOf(one).label })),
        ...links.map((one) => ({ one, label: one.text })),
      ];
      const { one } = this.only("action", label, offered, (offer) => offer.label);
      return isControl(one) ? this.takable(one) : one;
    });
  }

  /** What is clicked to take an action, unless it is blocked. */
  protected takable(control: Seen): Seen {
    const action = actionOf(control);
    if (action.kind === "blocked") throw this.error(`“${action.label}” is blocked: ${action.reason}`);
    return control.part("control") ?? control;
  }

  /** Reads the component, once it is there, and whatever `read` asks for with it. */
  protected async look<Answer>(read: (root: Seen) => Answer): Promise<Answer> {
    return this.tool.until(async () => read(this.root(Seen.page(await this.tool.read()))));
  }

  /** Reads what the component shows, once it has it: what is on its way is not taken for nothing. */
  protected async lookInto<Answer>(read: (root: Seen) => Answer): Promise<Answer> {
    return this.look((root) => {
      const unread = root.part("loading") ?? root.part("failed");
      if (unread !== null) throw this.error(`it has nothing to show: ${wordsOf(unread)}`);
      return read(root);
    });
  }

  /** Clicks what `find` finds in the component. */
  protected async click(find: (root: Seen) => Seen): Promise<void> {
    await this.tool.click((await this.look(find)).address);
  }

  /** The component on a page that was read. */
  protected readonly root: Scope = (page) => {
    const found = this.candidates(page);
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return only;
    const looked = this.which === undefined ? this.component : `${this.component} ${shown(this.which)}`;
    const all = this.scope(page).components(this.component);
    if (only !== undefined)
      throw new PageObjectError(
        `There are ${found.length} of ${looked}: ${listed(found.map(nameOf))}. Say which, by name or by index.`,
      );
    const instead =
      all.length > 0
        ? `There are: ${listed(all.map(nameOf))}.`
        : `Components there: ${listed([...new Set(this.scope(page).components().map(titleOf))])}.`;
    throw new PageObjectError(`There is no ${looked}. ${instead}`);
  };

  private candidates(page: Seen): readonly Seen[] {
    const all = this.scope(page).components(this.component);
    const { which } = this;
    if (which === undefined) return all;
    if (typeof which === "number") return all.slice(which, which + 1);
    return all.filter((one) => isNamed(nameOf(one), which));
  }

  /** The one of several that bears a name; the error says what there is instead. */
  protected only<One>(what: string, which: Which, all: readonly One[], name: (one: One) => string): One {
    const found =
      typeof which === "number" ? all.slice(which, which + 1) : all.filter((one) => isNamed(name(one), which));
    const [only, ...others] = found;
    if (only === undefined)
      throw this.error(`there is no ${what} ${shown(which)}. There are: ${listed(all.map(name))}.`);
    if (others.length > 0) throw this.error(`there are ${found.length} of ${what} ${shown(which)}.`);
    return only;
  }

  /** A part that has to be there; the error says of what it is a part. */
  protected needed<Part>(part: Part | null | undefined, what: string): Part {
    if (part === null || part === undefined) throw this.error(`there is no ${what}.`);
    return part;
  }

  protected error(message: string): PageObjectError {
    const named = this.which === undefined ? "" : ` ${shown(this.which)}`;
    return new PageObjectError(`${this.component}${named}: ${message}`);
  }
}

/** A page object of a component that folds. */
export abstract class FoldingObject extends PageObject {
  /** Whether what the component hides at first is open. */
  async isOpen(): Promise<boolean> {
    return this.look((root) => isOpen(this.opener(root)));
  }

  /** Opens it; nothing happens where it is open. */
  async open(): Promise<void> {
    const opener = await this.look((root) => this.opener(root));
    if (isOpen(opener)) return;
    await this.tool.click(opener.address);
    await this.look((root) => {
      if (!isOpen(this.opener(root))) throw this.error("it did not open.");
    });
  }

  /** Closes it; nothing happens where it is closed. */
  async close(): Promise<void> {
    const opener = await this.look((root) => this.opener(root));
    if (isOpen(opener)) await this.tool.click(opener.address);
  }

  /** The control that opens and closes. */
  protected opener(root: Seen): Seen {
    return this.needed(
      root.tags("button").find((button) => button.attribute("aria-expanded") !== null),
      "control that opens it",
    );
  }
}

/** The first words of a part that stands in for content. */
function wordsOf(part: Seen | null): string | null {
  return textOf(part?.tags("p")[0]);
}

export function isOpen(opener: Seen): boolean {
  return opener.attribute("aria-expanded") === "true";
}

export function isNamed(name: string, which: string | RegExp): boolean {
  return typeof which === "string" ? name === which : name.search(which) !== -1;
}

function controlsIn(part: Seen): readonly Seen[] {
  return isControl(part) ? [part] : part.components("ActionControl");
}

function isControl(element: Seen | null): boolean {
  return element?.attribute("data-component") === "ActionControl";
}

function titleOf(component: Seen): string {
  return `${component.attribute("data-component")} ${nameOf(component)}`.trim();
}

function shown(which: Which): string {
  return typeof which === "string" ? `“${which}”` : String(which);
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.map((name) => `“${name}”`).join(", ");
}
