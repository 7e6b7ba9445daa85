import { FoldingObject, PageObject, type Which } from "./page-object.js";
import {
  actionIn,
  changesIn,
  type SeenAction,
  type SeenBlocker,
  type SeenChange,
  placeIn,
  statusOf,
  textOf,
} from "./reading.js";
import type { Seen } from "./seen.js";

/** A gate as the operator finds it. */
export interface SeenGate {
  readonly title: string;
  /** The word of its state, such as "Void". */
  readonly word: string;
  /** The literal of its state, such as "invalidated". */
  readonly status: string | null;
  readonly reason: string;
  /** Whether it is the next one. */
  readonly isNext: boolean;
  /** What deserves a look although its condition holds. */
  readonly notice: string | null;
  /** When its evidence was produced. */
  readonly at: string | null;
  /** The inputs that moved since. */
  readonly changes: readonly SeenChange[];
  /** Further reasons why it is open, besides `reason`. */
  readonly blockers: readonly SeenBlocker[];
  readonly action: SeenAction | null;
}

/** Page object of `ProcessFlow`. */
export class ProcessFlowObject extends PageObject {
  /** The count, such as "2/7 gates complete"; null where the flow does not show it. */
  async progress(): Promise<string | null> {
    return this.lookInto((root) => textOf(root.part("progress")));
  }

  /** Every gate, in order. */
  async gates(): Promise<readonly SeenGate[]> {
    return this.lookInto((root) => root.parts("gate").map(gateOf));
  }

  /** A gate by its title. */
  async gate(title: Which): Promise<SeenGate> {
    return this.lookInto((root) => gateOf(this.gateIn(root, title)));
  }

  /** The gate that comes next; null where every gate is complete. */
  async nextGate(): Promise<SeenGate | null> {
    return (await this.gates()).find(({ isNext }) => isNext) ?? null;
  }

  /** Takes the way forward that a gate offers: its action, or the link of one of its reasons. */
  async takeFrom(title: Which, label: string | RegExp): Promise<void> {
    await this.takeIn((root) => this.gateIn(root, title), label);
  }

  private gateIn(root: Seen, title: Which): Seen {
    return this.only("gate", title, root.parts("gate"), titleOf);
  }
}

function titleOf(gate: Seen): string {
  return textOf(gate.part("title")) ?? "";
}

function gateOf(gate: Seen): SeenGate {
  return {
    title: titleOf(gate),
    word: textOf(gate.part("word")) ?? "",
    status: statusOf(gate),
    reason: textOf(gate.part("reason")) ?? "",
    isNext: gate.attribute("aria-current") === "step",
    notice: textOf(gate.part("notice")),
    at: textOf(gate.part("time")),
    changes: changesIn(gate),
    blockers: gate
      .parts("blocker")
      .map((one) => ({ reason: one.tags("span")[0]?.text ?? "", clearedBy: placeIn(one) })),
    action: actionIn(gate),
  };
}

/** The compact status as the operator finds it. */
export interface SeenSafetyStatus {
  /** The count, such as "2/7 gates complete". */
  readonly progress: string;
  /** The phrase that names the next gate; null where every gate is complete. */
  readonly nextGate: string | null;
  /** Whether execution may start, in words. */
  readonly execution: string;
  /** The literal of that answer, such as "unavailable". */
  readonly status: string | null;
}

/** Page object of `CompactSafetyStatus`. */
export class CompactSafetyStatusObject extends FoldingObject {
  async read(): Promise<SeenSafetyStatus> {
    return this.lookInto((root) => ({
      progress: textOf(root.part("progress")) ?? "",
      nextGate: textOf(root.part("next-gate")),
      execution: textOf(root.part("execution")) ?? "",
      status: statusOf(root),
    }));
  }

  /** Opens the gates and hands over their flow. */
  async openGates(): Promise<ProcessFlowObject> {
    await this.open();
    return this.flow();
  }

  /** The flow, which is there while the gates are open. */
  flow(): ProcessFlowObject {
    return new ProcessFlowObject(this.tool, this.root, "ProcessFlow", undefined);
  }
}

/** A step as the operator finds it. */
export interface SeenStep {
  readonly title: string;
  /** What is known of its work, in words. */
  readonly note: string;
  /** The same as a literal. */
  readonly status: string | null;
  /** Whether it is the page on screen. */
  readonly isCurrent: boolean;
  /** Where it leads; null where it cannot be opened, or is open. */
  readonly href: string | null;
}

/** Page object of `StepRail`. */
export class StepRailObject extends FoldingObject {
  /** Every step, in order. */
  async steps(): Promise<readonly SeenStep[]> {
    return this.look((root) => root.parts("step").map(stepOf));
  }

  async step(title: Which): Promise<SeenStep> {
    return this.look((root) => stepOf(this.only("step", title, root.parts("step"), (step) => stepOf(step).title)));
  }

  /** The step on screen; null where the rail marks none. */
  async currentStep(): Promise<SeenStep | null> {
    return (await this.steps()).find(({ isCurrent }) => isCurrent) ?? null;
  }

  /** The one line that a narrow rail shows in place of the steps. */
  async summary(): Promise<string> {
    return this.look((root) => textOf(root.part("summary")) ?? "");
  }

  /** Goes to a step; it has to be one that can be opened. */
  async goTo(title: Which): Promise<void> {
    await this.click((root) => {
      const step = this.only("step", title, root.parts("step"), (one) => stepOf(one).title);
      const { note, title: name, isCurrent } = stepOf(step);
      return this.needed(step.tags("a")[0], `link to “${name}”: ${isCurrent ? "it is the page on screen" : note}`);
    });
  }
}

function stepOf(step: Seen): SeenStep {
  return {
    title: textOf(step.part("title")) ?? "",
    note: textOf(step.part("note")) ?? "",
    status: statusOf(step),
    isCurrent: step.descendants().some((one) => one.attribute("aria-current") === "step"),
    href: placeIn(step)?.href ?? null,
  };
}

/** What the frame of a page says. */
export interface SeenShell {
  /** What the page is about. */
  readonly subject: string | null;
  /** How it stands, in words; null where that is not told. */
  readonly status: string | null;
  /** The target's label; null where it is not known. */
  readonly target: string | null;
  /** The kind of environment, in words; null where the target is not known. */
  readonly environment: string | null;
  readonly question: string | null;
  /** What the live region tells; null while it tells nothing. */
  readonly announcement: string | null;
}

/** Page object of `WizardShell`. */
export class WizardShellObject extends PageObject {
  async read(): Promise<SeenShell> {
    return this.look((root) => {
      const target = root.part("target");
      return {
        subject: textOf(root.part("subject")),
        status: textOf(root.part("status")),
        target: textOf(target?.part("label")),
        environment: textOf(target?.components("EnvironmentBadge")[0]),
        question: textOf(root.part("question")),
        announcement: textOf(root.part("announcement")) || null,
      };
    });
  }
}
