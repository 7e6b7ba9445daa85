import { scrolledTo } from "./drawn-rows.js";
import { isNamed, isOpen, PageObject, type Which } from "./page-object.js";
import { placeIn, type SeenBlocker, statusOf, textOf, textsOf } from "./reading.js";
import type { Seen } from "./seen.js";

/** A row of the scope picker: a group, or an item of one. */
export interface SeenScopeRow {
  readonly kind: "section" | "group" | "item";
  readonly name: string;
  /** What is said beside the name, such as "3 of 12 selected". */
  readonly note: string | null;
  /** The mark that keeps an item from being written, in words. */
  readonly mark: string | null;
  /** Whether all, some or none of it is chosen; null for a section, which cannot be. */
  readonly chosen: "all" | "some" | "none" | null;
  /** Whether a group shows its items; null for an item. */
  readonly isOpen: boolean | null;
}

/** Page object of `ScopePicker`. Rows that are not drawn are searched for, and where the host does not search, scrolled to. */
export class ScopePickerObject extends PageObject {
  /** "choosing", "shut", "empty" or "loading". */
  async status(): Promise<string | null> {
    return this.look(statusOf);
  }

  /** Why nothing can be chosen; null while it can. */
  async shut(): Promise<string | null> {
    return this.look((root) => textOf(root.part("shut")));
  }

  /** The choice as a phrase. */
  async chosenText(): Promise<string> {
    return this.look((root) => textOf(root.part("chosen")) ?? "");
  }

  /** What is shown, as a phrase. */
  async shownText(): Promise<string> {
    return this.look((root) => textOf(root.part("shown")) ?? "");
  }

  /** Rows that are drawn now, in order. */
  async rows(): Promise<readonly SeenScopeRow[]> {
    return this.look((root) => rowsIn(root).map(rowOf));
  }

  /** A group or an item by its name; leaves the search as it was. */
  async row(name: string | RegExp): Promise<SeenScopeRow> {
    return this.withRow(name, async (row) => rowOf(row));
  }

  /** Chooses an item, or what a search shows of a group; nothing happens where it is chosen. */
  async choose(name: string | RegExp): Promise<void> {
    await this.set(name, true);
  }

  /** Leaves an item, or what a search shows of a group, out; nothing happens where it is not chosen. */
  async leaveOut(name: string | RegExp): Promise<void> {
    await this.set(name, false);
  }

  /** Opens a group. */
  async open(group: string | RegExp): Promise<void> {
    await this.withRow(group, async (row) => {
      if (rowOf(row).isOpen === false) await this.tool.click((row.part("opener") ?? row).address);
    });
  }

  /** Closes a group. */
  async close(group: string | RegExp): Promise<void> {
    await this.withRow(group, async (row) => {
      if (rowOf(row).isOpen === true) await this.tool.click((row.part("opener") ?? row).address);
    });
  }

  /** Searches; an empty text ends the search. */
  async search(text: string): Promise<void> {
    const field = await this.look((root) => this.field(root));
    await this.tool.type(field.address, text);
  }

  /** Takes one of the two actions on everything that is shown, by its label. */
  async takeBulk(label: string | RegExp): Promise<void> {
    await this.click((root) => {
      const bulk = this.only("bulk action", label, root.parts("bulk"), (one) => one.tags("button")[0]?.text ?? "");
      if (statusOf(bulk) === "blocked")
        throw this.error(`“${bulk.tags("button")[0]?.text}” is blocked: ${reasonOf(bulk)}`);
      return this.needed(bulk.tags("button")[0], "bulk action");
    });
  }

  private async set(name: string | RegExp, wanted: boolean): Promise<void> {
    const shut = await this.shut();
    if (shut !== null) throw this.error(`nothing can be chosen: ${shut}`);
    await this.withRow(name, async (row) => {
      const { kind, name: found } = rowOf(row);
      const shown = row.attribute("data-shown");
      if (shown === null) throw this.error(`“${found}” is a ${kind}, and only groups and items are chosen.`);
      if (shown === (wanted ? "all" : "none")) return;
      await this.tool.click((row.part("box") ?? row).address);
      // A group of which some is chosen is chosen as a whole before it can be left out.
      if (wanted || shown === "all") return;
      const whole = await this.look((root) => {
        const now = this.only("row", found, rowsIn(root), (one) => rowOf(one).name);
        if (now.attribute("data-shown") !== "all") throw this.error(`“${found}” was not chosen as a whole.`);
        return now;
      });
      await this.tool.click((whole.part("box") ?? whole).address);
    });
  }

  private async withRow<Answer>(name: string | RegExp, act: (row: Seen) => Promise<Answer>): Promise<Answer> {
    const drawn = async () => this.look(rowsIn);
    const named = (row: Seen) => isNamed(rowOf(row).name, name);
    const only = (rows: readonly Seen[]) => this.only("row", name, rows, (row) => rowOf(row).name);
    const now = await drawn();
    if (now.some(named)) return act(only(now));

    const { value, shown } = await this.look((root) => ({
      value: this.field(root).value ?? "",
      shown: textOf(root.part("shown")),
    }));
    if (typeof name === "string") {
      await this.search(name);
      try {
        return await act(await this.tool.until(async () => only(await drawn())));
      } catch (error) {
        // Where the host searched, the row is not there; where nothing was searched, it may only be out of sight.
        if ((await this.shownText()) !== shown) throw error;
      } finally {
        await this.search(value);
      }
    }
    const row = await scrolledTo(this.tool, drawn, named);
    return act(row ?? only(await drawn()));
  }

  private field(root: Seen): Seen {
    return this.needed(root.tags("input")[0], "search field");
  }
}

const choices: Readonly<Record<string, SeenScopeRow["chosen"]>> = { true: "all", mixed: "some", false: "none" };

function rowsIn(root: Seen): readonly Seen[] {
  return root
    .own()
    .filter((row) => row.attribute("role") === "treeitem")
    .toSorted((one, other) => Number(one.attribute("data-index")) - Number(other.attribute("data-index")));
}

function rowOf(row: Seen): SeenScopeRow {
  const kind = row.attribute("data-part") as SeenScopeRow["kind"];
  return {
    kind,
    name: textOf(row.part("name")) ?? "",
    note: textOf(row.part("note")),
    mark: textOf(row.part("mark-word")),
    chosen: choices[row.attribute("aria-checked") ?? ""] ?? null,
    isOpen: kind === "item" ? null : isOpen(row),
  };
}

function reasonOf(bulk: Seen): string {
  const saidBy = bulk.tags("button")[0]?.attribute("aria-describedby") ?? null;
  return saidBy === null ? "" : (bulk.byId(saidBy)?.text ?? "");
}

/** A reference and its resolution, as the operator finds them. */
export interface SeenMapping {
  /** Name of the object in the source. */
  readonly source: string;
  /** Name of what stands for it; null where nothing does. */
  readonly target: string | null;
  /** "mapped", "left_out", "unresolved" or "same". */
  readonly state: string | null;
  /** The resolution in words. */
  readonly word: string;
  /** Kind and use in one phrase. */
  readonly usage: string;
  /** Why it is not resolved. */
  readonly reason: string | null;
  /** What is not written, because it is left out. */
  readonly consequence: string | null;
  /** What might stand for it. */
  readonly suggestion: string | null;
  /** Why it may not be left out. */
  readonly skipRefused: string | null;
}

/** Page object of `MappingResolver`. */
export class MappingResolverObject extends PageObject {
  /** "mapping", "empty" or "loading". */
  async status(): Promise<string | null> {
    return this.look(statusOf);
  }

  /** How many references are resolved, as a phrase. */
  async progress(): Promise<string | null> {
    return this.look((root) => textOf(root.part("progress")));
  }

  /** Every reference that is shown, in order. */
  async mappings(): Promise<readonly SeenMapping[]> {
    return this.look((root) => root.parts("mapping").map(mappingOf));
  }

  /** A reference by the name of its source. */
  async mapping(source: Which): Promise<SeenMapping> {
    return this.look((root) => mappingOf(this.mappingIn(root, source)));
  }

  /** Shows the references where the page keeps them closed at first. */
  async open(): Promise<void> {
    const opener = await this.look((root) => root.part("unfold"));
    if (opener !== null && !isOpen(opener)) await this.tool.click(opener.address);
  }

  /** Shows the references that the target knows as the same objects. */
  async showSame(): Promise<void> {
    const opener = await this.look((root) =>
      this.needed(
        root.parts("disclosure").find((one) => one.attribute("aria-expanded") !== null),
        "references that are the same",
      ),
    );
    if (!isOpen(opener)) await this.tool.click(opener.address);
  }

  /** Chooses what stands for a reference, through the picker. */
  async map(source: Which, target: string): Promise<void> {
    const dialog = await this.openPicker(source);
    await dialog.choose(target);
    await dialog.use();
  }

  /** Opens the picker for a reference. */
  async openPicker(source: Which): Promise<MappingPickerDialogObject> {
    await this.click((root) => {
      const actions = this.needed(this.mappingIn(root, source).part("actions"), "actions");
      return this.takable(this.needed(actions.components("ActionControl")[0], "way to choose a target"));
    });
    const dialog = this.dialog();
    await dialog.name();
    return dialog;
  }

  /** The picker, which is there while it is open. */
  dialog(): MappingPickerDialogObject {
    return new MappingPickerDialogObject(this.tool, this.root, "MappingPickerDialog", undefined);
  }

  /** Takes an action on a reference by its label, such as leaving it out or confirming a suggestion. */
  async takeFrom(source: Which, label: string | RegExp): Promise<void> {
    await this.takeIn((root) => this.mappingIn(root, source), label);
  }

  private mappingIn(root: Seen, source: Which): Seen {
    return this.only("reference", source, root.parts("mapping"), (one) => mappingOf(one).source);
  }
}

function mappingOf(mapping: Seen): SeenMapping {
  const line = mapping.part("source");
  const becomes = line?.part("becomes") ?? null;
  return {
    source: line?.textBefore(becomes) ?? "",
    target: becomes === null ? null : (line?.textAfter(becomes) ?? null),
    state: mapping.attribute("data-state"),
    word: textOf(mapping.part("word")) ?? "",
    usage: textOf(mapping.part("usage")) ?? "",
    reason: textOf(mapping.part("reason")),
    consequence: textOf(mapping.part("consequence")),
    suggestion: textOf(mapping.part("suggestion")?.tags("p")[0]),
    skipRefused: textOf(mapping.part("skip-refused")),
  };
}

/** Page object of `MappingPickerDialog`. */
export class MappingPickerDialogObject extends PageObject {
  /** "filled" or "empty". */
  async status(): Promise<string | null> {
    return this.look(statusOf);
  }

  /** The object in the source. */
  async source(): Promise<string> {
    return this.look((root) => textOf(root.part("source")) ?? "");
  }

  /** Entries that are drawn now, in order. */
  async entries(): Promise<readonly string[]> {
    return this.look((root) => textsOf(root, "entry"));
  }

  /** The entry that is chosen; null where none is, or it is out of sight. */
  async chosen(): Promise<string | null> {
    return this.look((root) =>
      textOf(root.parts("entry").find((entry) => entry.attribute("aria-selected") === "true")),
    );
  }

  /** That the cache holds nothing; null where it holds something. */
  async empty(): Promise<string | null> {
    return this.look((root) => textOf(root.part("empty")?.tags("p")[0]));
  }

  /** That a search found nothing; null where it found something. */
  async nothingFound(): Promise<string | null> {
    return this.look((root) => textOf(root.part("nothing-found")));
  }

  /** Searches; an empty text ends the search. */
  async search(text: string): Promise<void> {
    const field = await this.look((root) => this.needed(root.tags("input")[0], "search field"));
    await this.tool.type(field.address, text);
  }

  /** Chooses an entry by its name; searches for it where it is not drawn. Nothing is recorded until `use`. */
  async choose(name: string): Promise<void> {
    if (!(await this.entries()).includes(name)) await this.search(name);
    await this.click((root) => this.only("entry", name, root.parts("entry"), ({ text }) => text));
  }

  /** Records the choice; the dialog closes. */
  async use(): Promise<void> {
    await this.click((root) => this.takable(this.needed(root.part("use"), "control that records the choice")));
  }

  /** Closes the dialog; nothing is recorded. */
  async cancel(): Promise<void> {
    await this.click((root) => this.takable(this.needed(root.part("cancel"), "control that closes the dialog")));
  }
}

/** The comparison of what was typed, as the operator finds it. */
export interface SeenConfirmation {
  /** "open", "shut", "recorded" or "impossible". */
  readonly status: string | null;
  /** The label that has to be typed; null where there is no field. */
  readonly label: string | null;
  /** What the field holds, or what was recorded; null where there is neither. */
  readonly typed: string | null;
  /** "equal", "empty", "unfinished" or "different"; null where nothing is compared. */
  readonly comparison: string | null;
  /** The comparison, or the record, in words. */
  readonly text: string | null;
  /** Differences that the eye would miss. */
  readonly flags: readonly string[];
  /** That it was pasted. */
  readonly pasted: string | null;
  /** Why nothing can be typed. */
  readonly reason: string | null;
}

/** Page object of `TypedConfirmation`. */
export class TypedConfirmationObject extends PageObject {
  async read(): Promise<SeenConfirmation> {
    return this.look((root) => {
      const status = statusOf(root);
      const field = root.part("field");
      return {
        status,
        label: textOf(root.part("label")),
        typed: status === "open" ? (this.field(root).value ?? "") : textOf(root.part("typed")),
        comparison: status === "open" && field !== null ? statusOf(field) : null,
        text: textOf(status === "recorded" ? root.part("said") : root.part("comparison")?.tags("p")[0]),
        flags:
          root
            .part("flags")
            ?.tags("li")
            .map(({ text }) => text) ?? [],
        pasted: textOf(root.part("pasted")),
        reason: status === "shut" || status === "impossible" ? textOf(root.part("said")) : null,
      };
    });
  }

  /** Conditions that do not hold yet, beside the typed label. */
  async openConditions(): Promise<readonly SeenBlocker[]> {
    return this.look((root) =>
      root.parts("condition").map((one) => ({ reason: one.tags("span")[0]?.text ?? "", clearedBy: placeIn(one) })),
    );
  }

  /** Types in place of what the field holds, key by key. */
  async type(text: string): Promise<void> {
    const { status, reason } = await this.read();
    if (status !== "open") throw this.error(`nothing can be typed: ${reason ?? `it is ${status}.`}`);
    await this.tool.type((await this.look((root) => this.field(root))).address, text);
  }

  private field(root: Seen): Seen {
    return this.needed(root.tags("input")[0], "field");
  }
}
