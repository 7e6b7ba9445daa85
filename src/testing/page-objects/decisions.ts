import { PageObject } from "./page-object.js";
import { actionIn, actionOf, changesIn, type SeenAction, type SeenChange, statusOf, textOf } from "./reading.js";

/** A decision as the operator finds it. */
export interface SeenDecision {
  /** The status in words: the largest text of the page. */
  readonly title: string;
  /** The literal of the status, such as "blocked". */
  readonly status: string | null;
  /** When the fact behind it was recorded. */
  readonly at: string | null;
  readonly reason: string;
  readonly impact: string;
  /** The one thing to do next. */
  readonly primaryAction: SeenAction;
  /** The fact beside the action. */
  readonly claim: string | null;
  /** Follow-up that stays visible. */
  readonly attention: { readonly title: string; readonly text: string } | null;
}

/** Page object of `DecisionCard`. */
export class DecisionCardObject extends PageObject {
  async read(): Promise<SeenDecision> {
    return this.lookInto((root) => {
      const status = this.needed(root.part("status"), "status");
      const attention = root.part("attention")?.tags("p")[0];
      const lead = attention?.tags("strong")[0]?.text ?? "";
      return {
        title: textOf(status.part("title")) ?? "",
        status: statusOf(root),
        at: textOf(status.part("time")),
        reason: textOf(root.part("reason")) ?? "",
        impact: textOf(root.part("impact")) ?? "",
        primaryAction: this.needed(
          actionIn(this.needed(root.part("primary-action"), "primary action")),
          "primary action",
        ),
        claim: textOf(root.part("claim")),
        attention: attention === undefined ? null : { title: lead, text: attention.text.slice(lead.length).trim() },
      };
    });
  }

  /** Takes the primary action; waits while it is blocked, and then says why it still is. */
  async takePrimaryAction(): Promise<void> {
    const { primaryAction } = await this.read();
    await this.takeIn((root) => this.needed(root.part("primary-action"), "primary action"), primaryAction.label);
  }
}

/** Page object of `ActionControl`, by its label. */
export class ActionControlObject extends PageObject {
  async read(): Promise<SeenAction> {
    return this.look(actionOf);
  }

  /** Clicks it even where it is blocked, to see that nothing comes of it. `take` is what an operator means. */
  async clickAnyway(): Promise<void> {
    await this.click((root) => root.part("control") ?? root);
  }
}

/** What a freshness band says. */
export interface SeenFreshness {
  readonly text: string;
  /** The literal of the state, such as "invalidated". */
  readonly status: string | null;
  /** When the evidence was produced. */
  readonly at: string | null;
  /** The inputs that moved since. */
  readonly changes: readonly SeenChange[];
  /** Why the evidence cannot prove that it is current. */
  readonly reason: string | null;
  /** The one way forward. */
  readonly action: SeenAction | null;
}

/** Page object of `FreshnessBand`, by its text. */
export class FreshnessBandObject extends PageObject {
  async read(): Promise<SeenFreshness> {
    return this.look((root) => ({
      text: textOf(root.part("text")) ?? "",
      status: statusOf(root),
      at: textOf(root.part("time")),
      changes: changesIn(root),
      reason: textOf(root.part("reason")),
      action: actionIn(root),
    }));
  }
}

/** What a dry-run switch says. */
export interface SeenDryRun {
  readonly label: string | null;
  readonly on: boolean;
  /** What the position means. */
  readonly note: string | null;
  /** Why it cannot be turned, where it cannot and the note does not say so already; null elsewhere. */
  readonly reason: string | null;
}

/** Page object of `DryRunSwitch`, by its label. */
export class DryRunSwitchObject extends PageObject {
  async read(): Promise<SeenDryRun> {
    return this.look((root) => ({
      label: textOf(root.part("label")),
      on: statusOf(root) === "on",
      note: textOf(root.part("note")),
      reason: textOf(root.part("reason")),
    }));
  }

  /** Turns it; nothing happens where it stands so already. One that is shut says why. */
  async turn(position: "on" | "off"): Promise<void> {
    const { on, note, reason } = await this.read();
    if (on === (position === "on")) return;
    const field = await this.look((root) => this.needed(root.part("switch"), "switch"));
    if (field.attribute("aria-disabled") === "true") throw this.error(`it cannot be turned: ${reason ?? note ?? ""}`);
    await this.tool.click(field.address);
  }
}

/** Page object of `EnvironmentBadge`, by its word. */
export class EnvironmentBadgeObject extends PageObject {
  /** The word, and the kind of environment that it stands for. */
  async read(): Promise<{ readonly text: string; readonly environment: string | null }> {
    return this.look((root) => ({ text: root.text, environment: statusOf(root) }));
  }
}
