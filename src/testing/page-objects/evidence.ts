import { scrolledTo } from "./drawn-rows.js";
import { FreshnessBandObject } from "./decisions.js";
import { isNamed, isOpen, PageObject, type Which } from "./page-object.js";
import {
  actionIn,
  isStruck,
  placeIn,
  type SeenAction,
  type SeenCount,
  type SeenPlace,
  statusOf,
  textOf,
  textsOf,
} from "./reading.js";
import type { Seen } from "./seen.js";

/** Findings of one severity, as the operator finds them. */
export interface SeenFindingGroup {
  readonly title: string;
  /** The literal of the severity, such as "not_evaluated". */
  readonly severity: string | null;
  /** The count as it is written. */
  readonly count: string;
  /** What the severity means. */
  readonly note: string;
  /** How many of them somebody accepted. */
  readonly accepted: string | null;
  /** Findings that are shown; none while the group is folded. */
  readonly findings: readonly SeenFinding[];
}

/** One finding. */
export interface SeenFinding {
  readonly sentence: string;
  /** Name of the check. */
  readonly check: string;
  /** Whether it is struck, because it describes inputs that are gone. */
  readonly isVoid: boolean;
  /** The number of items as a phrase, or the name of the only one; null where it concerns none. */
  readonly affected: string | null;
  /** The place that settles it. */
  readonly settledAt: SeenPlace | null;
  readonly acceptance: SeenAcceptance | null;
  /** What the operator can do about it, such as accept it. */
  readonly action: SeenAction | null;
}

/** A record that somebody took responsibility. */
export interface SeenAcceptance {
  /** "given", or "lapsed" where it is of an earlier finding. */
  readonly status: string | null;
  readonly text: string;
  /** Why, in that person's words. */
  readonly reason: string;
}

/** What an evidence list shares: whether it ran, whether it still holds, and whether it runs now. */
abstract class EvidenceObject extends PageObject {
  /** How current it is, such as "invalidated"; else "not_run" or "loading". */
  async status(): Promise<string | null> {
    return this.look(statusOf);
  }

  /** What is therefore not known, where it never ran. */
  async notRun(): Promise<string | null> {
    return this.look((root) => textOf(root.part("not-run")));
  }

  /** What runs now; null while nothing does. */
  async activity(): Promise<string | null> {
    return this.look((root) => textOf(root.part("activity")));
  }

  /** The band that says what voided it; it is there where the evidence is not current. */
  freshness(): FreshnessBandObject {
    return new FreshnessBandObject(this.tool, this.root, "FreshnessBand", undefined);
  }
}

/** Page object of `CheckList`. */
export class CheckListObject extends EvidenceObject {
  /** Every group, most serious first. */
  async groups(): Promise<readonly SeenFindingGroup[]> {
    return this.look((root) => root.parts("group").map(groupOf));
  }

  /** A group by its title. */
  async group(title: Which): Promise<SeenFindingGroup> {
    return this.look((root) => groupOf(this.groupIn(root, title)));
  }

  /** Shows the findings of a group that is folded; nothing happens where they are shown. */
  async unfold(title: Which): Promise<void> {
    const opener = await this.look((root) => {
      const group = this.groupIn(root, title);
      return group.part("findings") === null
        ? this.needed(group.part("disclosure"), "control that unfolds the group")
        : null;
    });
    if (opener !== null) await this.tool.click(opener.address);
    await this.look((root) => this.needed(this.groupIn(root, title).part("findings"), "list of findings"));
  }

  /** A finding by its whole sentence or a part of it. */
  async finding(sentence: Which): Promise<SeenFinding> {
    return this.look((root) => findingOf(this.findingIn(root, sentence)));
  }

  /** The items that a finding concerns, as far as they are listed; unfolds them to look. */
  async affectedBy(sentence: Which): Promise<readonly string[]> {
    const opener = await this.look((root) => this.findingIn(root, sentence).part("disclosure"));
    if (opener !== null && !isOpen(opener)) await this.tool.click(opener.address);
    return this.look((root) => {
      const list = this.needed(this.findingIn(root, sentence).part("affected"), "list of affected items");
      // A single item is named, and not listed.
      return opener === null ? [list.text] : list.tags("li").map(({ text }) => text);
    });
  }

  /** Accepts a finding with a reason (RW-20). Without a readable one nothing is accepted, and the error says what the page says. */
  async accept(sentence: Which, reason: string): Promise<void> {
    const form = (root: Seen) => this.findingIn(root, sentence).part("accept");
    const { action } = await this.finding(sentence);
    const { label } = this.needed(action, "way to accept this finding");
    if ((await this.look(form)) === null) await this.takeIn((root) => this.findingIn(root, sentence), label);
    const field = await this.look((root) => this.needed(form(root)?.tags("textarea")[0], "field for the reason"));
    await this.tool.type(field.address, reason);
    await this.takeIn((root) => this.needed(form(root), "field for the reason"), label);
    // Once it is accepted the finding may be gone from the list.
    const error = await this.look((root) => textOf(root.part("error")));
    if (error !== null) throw this.error(error);
  }

  /** Takes an action on a finding, such as taking an acceptance back, or follows its link. */
  async takeFrom(sentence: Which, label: string | RegExp): Promise<void> {
    await this.takeIn((root) => this.findingIn(root, sentence), label);
  }

  private groupIn(root: Seen, title: Which): Seen {
    return this.only("group", title, root.parts("group"), titleOf);
  }

  private findingIn(root: Seen, sentence: Which): Seen {
    return this.only("finding", sentence, root.parts("finding"), (one) => textOf(one.part("sentence")) ?? "");
  }
}

function titleOf(group: Seen): string {
  return textOf(group.part("heading")) ?? "";
}

function groupOf(group: Seen): SeenFindingGroup {
  const accepted = textOf(group.part("accepted"));
  const note = textOf(group.part("note")) ?? "";
  return {
    title: titleOf(group),
    severity: group.attribute("data-severity"),
    count: textOf(group.part("count")) ?? "",
    note: accepted === null ? note : note.slice(0, -accepted.length).trim(),
    accepted,
    findings: group.parts("finding").map(findingOf),
  };
}

function findingOf(finding: Seen): SeenFinding {
  const sentence = finding.part("sentence");
  const acceptance = finding.part("acceptance");
  return {
    sentence: textOf(sentence) ?? "",
    check: textOf(finding.part("check")) ?? "",
    isVoid: sentence !== null && isStruck(sentence),
    affected: textOf(finding.part("disclosure") ?? finding.part("affected")),
    settledAt: placeIn(finding),
    acceptance:
      acceptance === null
        ? null
        : {
            status: statusOf(acceptance),
            text: acceptance.tags("p")[0]?.text ?? "",
            reason: acceptance.tags("p")[1]?.text ?? "",
          },
    action: actionIn(finding),
  };
}

/** An item of the comparison, as the operator finds it. */
export interface SeenDiffItem {
  readonly name: string;
  /** Kind of item. */
  readonly type: string;
  /** What would happen, in words. */
  readonly word: string;
  /** The literal of what would happen, such as "created". */
  readonly kind: string | null;
  /** Whether it is struck, because it describes inputs that are gone. */
  readonly isVoid: boolean;
  /** What is undecided, or why the item is skipped. */
  readonly reason: string | null;
  /** Where that is decided. */
  readonly settledAt: SeenPlace | null;
  readonly notes: readonly string[];
  /** The number of changes as a phrase; null where there are none to show. */
  readonly changeCount: string | null;
  /** Changes that are shown; none while they are folded. */
  readonly changes: readonly SeenDifference[];
}

/** One change of an item. */
export interface SeenDifference {
  /** The consequence in words. */
  readonly group: string;
  /** The literal of the consequence, such as "widens". */
  readonly consequence: string | null;
  /** Where in the item, from the outside in. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** What is not known of it; null where it is certain. */
  readonly uncertainty: string | null;
}

/** Page object of `SemanticDiff`. */
export class SemanticDiffObject extends EvidenceObject {
  /** What is counted. */
  async counts(): Promise<readonly SeenCount[]> {
    return this.look((root) => root.parts("count").map(countOf));
  }

  /** What holds for many items. */
  async notes(): Promise<readonly string[]> {
    return this.look((root) =>
      root
        .parts("note")
        .filter((note) => !isInItem(note))
        .map(({ text }) => text),
    );
  }

  /** Searches items and what would change in them; an empty text ends the search. */
  async search(text: string): Promise<void> {
    const field = await this.look((root) => this.needed(root.part("search")?.tags("input")[0], "search field"));
    await this.tool.type(field.address, text);
  }

  /** Said where a search found nothing; null where it found something. */
  async nothingFound(): Promise<string | null> {
    return this.look((root) => textOf(root.part("nothing-found")) || null);
  }

  /** Shows the items that are already as wanted, where they wait behind a control. */
  async showUnchanged(): Promise<void> {
    const opener = await this.look((root) => this.needed(root.part("unchanged"), "items that are unchanged"));
    if (!isOpen(opener)) await this.tool.click(opener.address);
  }

  /** Items that are drawn now, in order; a long list draws only those near the window. */
  async items(): Promise<readonly SeenDiffItem[]> {
    return this.look((root) => root.parts("item").map(itemOf));
  }

  /** An item by its name; scrolls to it where it is not drawn yet. */
  async item(name: Which): Promise<SeenDiffItem> {
    await this.reach(name);
    return this.look((root) => itemOf(this.itemIn(root, name)));
  }

  /** Shows the changes of an item, and hands them over. */
  async open(name: Which): Promise<readonly SeenDifference[]> {
    await this.reach(name);
    const opener = await this.look((root) => this.needed(openerOf(this.itemIn(root, name)), "list of changes"));
    if (!isOpen(opener)) await this.tool.click(opener.address);
    return this.look((root) => {
      const item = this.itemIn(root, name);
      const now = openerOf(item);
      if (now !== undefined && !isOpen(now)) throw this.error("the changes did not open.");
      return itemOf(item).changes;
    });
  }

  private async reach(name: Which): Promise<void> {
    if (typeof name === "number") return;
    const rows = () => this.look((root) => root.tags("li").filter((row) => row.attribute("data-index") !== null));
    const isWanted = (row: Seen) => row.parts("item").some((item) => isNamed(itemName(item), name));
    const drawn = await rows();
    // A short list has no index, because all of it is drawn.
    if (drawn.length > 0 && !drawn.some(isWanted)) await scrolledTo(this.tool, rows, isWanted);
  }

  private itemIn(root: Seen, name: Which): Seen {
    return this.only("item", name, root.parts("item"), itemName);
  }
}

function isInItem(part: Seen): boolean {
  for (let above = part.parent; above !== null; above = above.parent)
    if (above.attribute("data-part") === "item") return true;
  return false;
}

function itemName(item: Seen): string {
  return textOf(item.part("name")) ?? "";
}

function openerOf(item: Seen): Seen | undefined {
  return item.tags("button").find((button) => button.attribute("aria-expanded") !== null);
}

function countOf(count: Seen): SeenCount {
  const measure = count.part("measure");
  return {
    label: count.tags("dt")[0]?.text ?? "",
    text: textOf(measure) ?? "",
    state: measure?.attribute("data-status") === "unavailable" ? "unavailable" : "known",
    note: count.tags("dd")[1]?.text ?? "",
  };
}

function itemOf(item: Seen): SeenDiffItem {
  const word = item.part("word");
  return {
    name: itemName(item),
    type: item.part("type")?.textBefore(openerOf(item)) ?? "",
    word: textOf(word) ?? "",
    kind: item.attribute("data-kind"),
    isVoid: word !== null && isStruck(word),
    reason: textOf(item.part("reason")),
    settledAt: placeIn(item),
    notes: textsOf(item, "note"),
    changeCount: openerOf(item)?.text ?? null,
    changes: item.parts("changes").flatMap((group) =>
      group.parts("change").map((change) => ({
        group: textOf(group.part("heading")) ?? "",
        consequence: group.attribute("data-consequence"),
        path: textOf(change.part("path")) ?? "",
        before: textOf(change.part("before")) ?? "",
        after: textOf(change.part("value")) ?? "",
        uncertainty: textOf(change.part("certainty")),
      })),
    ),
  };
}
