import { FoldingObject, isOpen, PageObject, type Which } from "./page-object.js";
import { actionIn, type SeenAction, type SeenCount, statusOf, textOf, textsOf } from "./reading.js";
import type { Seen } from "./seen.js";

/** A fact of the proof, or the honest lack of it. */
export interface SeenProof {
  readonly label: string;
  /** The literal of what is known of it, such as "unavailable". */
  readonly status: string | null;
  readonly text: string;
  /** A second line, or why the fact is missing. */
  readonly detail: string | null;
  readonly at: string | null;
  /** Where it can be inspected. */
  readonly action: SeenAction | null;
}

/** Page object of `ProofAside`. */
export class ProofAsideObject extends PageObject {
  /** Every fact, in order. */
  async facts(): Promise<readonly SeenProof[]> {
    return this.lookInto((root) => root.parts("fact").map(proofOf));
  }

  /** A fact by its label. */
  async fact(label: Which): Promise<SeenProof> {
    return this.lookInto((root) => proofOf(this.only("fact", label, root.parts("fact"), termOf)));
  }

  /** Takes the action of one fact. */
  async takeFrom(fact: Which, label: string | RegExp): Promise<void> {
    await this.takeIn((root) => this.only("fact", fact, root.parts("fact"), termOf), label);
  }
}

function proofOf(fact: Seen): SeenProof {
  return {
    label: termOf(fact),
    status: statusOf(fact),
    text: textOf(fact.part("text")) ?? "",
    detail: textOf(fact.part("detail")),
    at: textOf(fact.part("time")),
    action: actionIn(fact),
  };
}

/** A count of the quality summary. */
export interface SeenQuality extends SeenCount {
  /** Whether it deserves a look. */
  readonly attention: boolean;
}

/** Page object of `BackupQualitySummary`. */
export class BackupQualitySummaryObject extends PageObject {
  /** Every count, in order. */
  async counts(): Promise<readonly SeenQuality[]> {
    return this.lookInto((root) => root.parts("row").map((row) => qualityOf(row, root)));
  }

  async count(label: Which): Promise<SeenQuality> {
    return this.lookInto((root) => qualityOf(this.only("count", label, root.parts("row"), termOf), root));
  }

  /** What the counts do not prove. */
  async disclaimer(): Promise<string> {
    return this.lookInto((root) => textOf(root.part("disclaimer")) ?? "");
  }
}

function qualityOf(row: Seen, root: Seen): SeenQuality {
  const known = statusOf(row) === "known";
  // Why nothing was counted stands once where it is the same for every count.
  const note = [known ? null : textOf(root.part("missing")), textOf(row.part("note"))].filter(Boolean).join(" ");
  return {
    label: termOf(row),
    text: textOf(row.part("count")) ?? "",
    state: known ? "known" : "unavailable",
    note,
    attention: row.part("glyph") !== null,
  };
}

/** Page object of `CollapsedDiagnostics`. */
export class CollapsedDiagnosticsObject extends FoldingObject {
  /** The phrase that says what is inside. */
  async summary(): Promise<string> {
    return this.lookInto((root) => textOf(root.part("summary")) ?? "");
  }

  /** What is inside; opens it to look. */
  async entries(): Promise<readonly { readonly label: string; readonly value: string }[]> {
    await this.open();
    return this.lookInto((root) =>
      root.parts("entry").map((one) => ({ label: termOf(one), value: definitionOf(one) })),
    );
  }
}

/** A fact of a receipt. */
export interface SeenReceiptFact {
  readonly section: string;
  readonly label: string;
  readonly value: string;
}

/** Page object of `Receipt`. */
export class ReceiptObject extends PageObject {
  /** Shows the facts where the page keeps them closed at first. */
  async open(): Promise<void> {
    const opener = await this.look((root) => root.part("unfold"));
    if (opener !== null && !isOpen(opener)) await this.tool.click(opener.address);
  }

  /** "issued", "missing" or "loading". */
  async status(): Promise<string | null> {
    return this.look(statusOf);
  }

  /** Why there is no receipt; null where there is one. */
  async missing(): Promise<string | null> {
    return this.look((root) => textOf(root.part("missing")));
  }

  /** Every fact that it lists, section by section. */
  async facts(): Promise<readonly SeenReceiptFact[]> {
    return this.look((root) =>
      root.parts("facts").flatMap((section) =>
        section.parts("fact").map((fact) => ({
          section: textOf(section.part("heading")) ?? "",
          label: termOf(fact),
          value: definitionOf(fact),
        })),
      ),
    );
  }

  /** What it shows, and what it does not show, in its own sentences. */
  async sentences(): Promise<{ readonly shows: readonly string[]; readonly doesNotShow: readonly string[] }> {
    return this.look((root) => ({
      shows: textsOf(this.needed(root.part("shows"), "list of what it shows"), "sentence"),
      doesNotShow: textsOf(this.needed(root.part("does-not-show"), "list of what it does not show"), "sentence"),
    }));
  }

  /** The digits that tell the document from any other; null where there is none. */
  async hash(): Promise<string | null> {
    return this.look((root) => textOf(root.part("hash")));
  }
}

/** An outcome and how many items had it. */
export interface SeenOutcome extends SeenCount {
  /** The id of the outcome, such as "partially_applied". */
  readonly outcome: string | null;
}

/** Page object of `ResultSummary`. */
export class ResultSummaryObject extends PageObject {
  /** "counted", "uncounted" or "loading". */
  async status(): Promise<string | null> {
    return this.look(statusOf);
  }

  /** Every outcome, failures first; none where nothing was counted. */
  async outcomes(): Promise<readonly SeenOutcome[]> {
    return this.look((root) => root.parts("outcome").map(outcomeOf));
  }

  async outcome(label: Which): Promise<SeenOutcome> {
    return this.look((root) => outcomeOf(this.only("outcome", label, root.parts("outcome"), termOf)));
  }

  /** The words in place of counts; null where there are counts. */
  async uncounted(): Promise<string | null> {
    return this.look((root) => textOf(root.part("uncounted")));
  }

  /** The primary cause of what needs follow-up. */
  async cause(): Promise<string | null> {
    return this.look((root) => textOf(root.part("cause")));
  }

  /** That there are only counts and no records of single items. */
  async metadataOnly(): Promise<string | null> {
    return this.look((root) => textOf(root.part("rows")));
  }
}

function outcomeOf(outcome: Seen): SeenOutcome {
  const measure = outcome.part("measure");
  return {
    label: termOf(outcome),
    outcome: statusOf(outcome),
    text: measure?.text ?? "",
    state: measure?.attribute("data-status") === "unavailable" ? "unavailable" : "known",
    note: textOf(outcome.part("note")) ?? "",
  };
}

/** One thing that happened. */
export interface SeenEvent {
  readonly sentence: string;
  /** The literal of what became of it, such as "recorded". */
  readonly status: string | null;
  /** Who did it; null where it was the product's own work. */
  readonly actor: string | null;
  /** When, or that nobody recorded it. */
  readonly when: string;
  readonly detail: string | null;
  readonly action: SeenAction | null;
}

/** Page object of `RunTimeline`. */
export class RunTimelineObject extends PageObject {
  /** "recorded", "empty" or "loading". */
  async status(): Promise<string | null> {
    return this.look(statusOf);
  }

  /** Every event that is listed, oldest first. */
  async events(): Promise<readonly SeenEvent[]> {
    return this.look((root) => root.parts("event").map(eventOf));
  }

  /** How many events are counted and not listed; null where all are listed. */
  async earlier(): Promise<string | null> {
    return this.look((root) => textOf(root.part("earlier")));
  }
}

function eventOf(event: Seen): SeenEvent {
  return {
    sentence: textOf(event.part("sentence")) ?? "",
    status: statusOf(event),
    actor: textOf(event.part("actor")),
    when: textOf(event.part("when")) ?? "",
    detail: textOf(event.part("detail")),
    action: actionIn(event),
  };
}

/** The term of a row; what is said beside it for the ear is no part of its name. */
function termOf(row: Seen): string {
  const [term] = row.tags("dt");
  return term?.textBefore(term.part("attention")) ?? "";
}

function definitionOf(row: Seen): string {
  return row.tags("dd")[0]?.text ?? "";
}
