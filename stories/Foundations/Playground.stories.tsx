import type { Meta, StoryObj } from "@storybook/react-vite";
import { type ReactNode, useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { expect, userEvent, within } from "storybook/test";
import {
  BackupQualitySummary,
  CollapsedDiagnostics,
  CompactSafetyStatus,
  DecisionCard,
  ProcessFlow,
  ProofAside,
} from "../../src/index.js";
import { type RestoreFacts, resolveResult, resolveWizard } from "../../src/restore/index.js";
import { scenarioContext } from "../../src/testing/index.js";
import { accessibleText } from "../accessible-text.js";
import { domText } from "../dom-text.js";
import { firstFacts, made, type Move, moves, outlook } from "../playground-run.js";
import type { SixModels } from "../workflow-page.js";

interface Play {
  readonly facts: RestoreFacts;
  /** Moves so far; each takes a minute, so that no picture depends on the day. */
  readonly count: number;
}

const first: Play = { facts: firstFacts, count: 0 };

function play({ facts, count }: Play, move: Move): Play {
  return { facts: made(facts, move, momentOf(count)), count: count + 1 };
}

function momentOf(count: number): string {
  return new Date(Date.parse("2026-11-20T16:40:00Z") + 60_000 * count).toISOString();
}

/** The component that draws a view model. */
const components: Readonly<Record<keyof SixModels, string>> = {
  decision: "DecisionCard",
  flow: "ProcessFlow",
  quality: "BackupQualitySummary",
  proof: "ProofAside",
  compact: "CompactSafetyStatus",
  diagnostics: "CollapsedDiagnostics",
};

/** A restore run whose facts are changed by hand, and everything that follows from them. */
function PlaygroundPage() {
  const [{ facts, count }, make] = useReducer(play, first);
  const models = useMemo(() => modelsOf(facts), [facts]);
  const [shown, setShown] = useState<keyof SixModels>("decision");
  const drawn = useRef<HTMLDivElement>(null);
  const spoken = useReading(drawn, accessibleText);
  const readDom = useCallback(
    (page: Element) => {
      const part = page.querySelector(`[data-component="${components[shown]}"]`);
      return part === null ? [] : domText(part);
    },
    [shown],
  );
  const dom = useReading(drawn, readDom);
  return (
    <main className="cr:@container cr:mx-auto cr:max-w-[1440px] cr:text-sm cr:text-ink" data-component="Playground">
      <h1 className="cr:pb-5 cr:text-xl cr:tracking-[-0.012em] cr:text-ink-muted">What follows from these facts?</h1>
      <div className="cr:grid cr:gap-x-16 cr:gap-y-8 cr:@5xl:grid-cols-[17rem_minmax(0,1fr)]">
        <Moves facts={facts} at={momentOf(count)} onMove={make} />
        <div ref={drawn} className="cr:@container cr:min-w-0">
          <div className="cr:grid cr:gap-x-12 cr:@3xl:grid-cols-[minmax(0,1fr)_19rem]">
            <div className="cr:min-w-0">
              <DecisionCard model={models.decision} />
              <ProcessFlow model={models.flow} count="hidden" density="compact" />
              <BackupQualitySummary model={models.quality} density="compact" />
            </div>
            <div className="cr:min-w-0">
              <ProofAside model={models.proof} density="compact" className="cr:pb-9" />
              <CompactSafetyStatus model={models.compact} />
              <CollapsedDiagnostics model={models.diagnostics} />
            </div>
          </div>
        </div>
      </div>
      <div className="cr:mt-10 cr:grid cr:gap-x-12 cr:gap-y-8 cr:@5xl:grid-cols-3">
        <Source id="facts" title="Facts" text={JSON.stringify(abridged(facts), null, 2)} />
        <Source id="model" title="View model" text={JSON.stringify(models[shown], null, 2)}>
          <select
            aria-label="Which view model"
            className="cr:min-h-6 cr:rounded-sm cr:border cr:border-line-strong cr:bg-surface-raised cr:px-2 cr:font-mono cr:text-xs"
            value={shown}
            onChange={({ target }) => setShown(target.value as keyof SixModels)}
          >
            {Object.keys(components).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </Source>
        <Source id="dom" title={`DOM of ${components[shown]}`} text={dom.join("\n")} />
      </div>
      <div className="cr:mt-8">
        <Source id="spoken" title="Accessible text" text={spoken.join("\n")} />
      </div>
    </main>
  );
}

function modelsOf(facts: RestoreFacts): SixModels {
  const wizard = resolveWizard(facts, "confirm_execute", scenarioContext);
  return facts.run.execution === null ? wizard : { ...wizard, ...resolveResult(facts, scenarioContext) };
}

/** What can be tried now. What the run would refuse says so, and what a move undoes stands beside it before it is made. */
function Moves({ facts, at, onMove }: { facts: RestoreFacts; at: string; onMove: (move: Move) => void }) {
  return (
    <nav aria-label="Facts to change" className="cr:grid cr:content-start cr:gap-y-4 cr:@xl:max-cr:@5xl:grid-cols-2">
      {moves.map(({ title, moves: group }) => (
        <section key={title} className="cr:border-t cr:border-line cr:pt-3" aria-label={title}>
          <h2 className="cr:mb-1 cr:text-compact cr:font-semibold">{title}</h2>
          <ul>
            {group.map((move) => (
              <li key={move.id}>
                <MoveControl facts={facts} move={move} at={at} onMove={onMove} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function MoveControl({
  facts,
  move,
  at,
  onMove,
}: {
  facts: RestoreFacts;
  move: Move;
  at: string;
  onMove: (move: Move) => void;
}) {
  const { refused, undoes } = outlook(facts, move, at);
  const so = move.isSo?.(facts) ?? false;
  const note = refused ?? undoes.join(", ");
  const noteId = `${move.id}-note`;
  return (
    <div className="cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-2">
      <button
        type="button"
        className={
          refused === null
            ? "cr:min-h-7 cr:cursor-pointer cr:text-start cr:underline cr:decoration-line-strong cr:underline-offset-4 cr:hover:decoration-ink"
            : "cr:min-h-7 cr:cursor-not-allowed cr:text-start cr:text-ink-muted"
        }
        aria-pressed={move.isSo === null ? undefined : so}
        aria-disabled={refused === null ? undefined : true}
        aria-describedby={note === "" ? undefined : noteId}
        onClick={() => {
          if (refused === null) onMove(move);
        }}
      >
        {move.label}
      </button>
      {so ? <span className="cr:text-xs cr:font-semibold">current</span> : null}
      {note === "" ? null : (
        <span id={noteId} className="cr:w-full cr:pb-1 cr:font-mono cr:text-xs cr:text-ink-muted cr:wrap-anywhere">
          {refused === null ? note : `refused: ${note}`}
        </span>
      )}
    </div>
  );
}

/** Text that scrolls in its own box, with the lines that the last move changed. */
function Source({ id, title, text, children }: { id: string; title: string; text: string; children?: ReactNode }) {
  const lines = text.split("\n");
  const before = usePrevious(text);
  // Before the first reading there was nothing to change.
  const old = new Set((before === "" ? text : before).split("\n"));
  return (
    <section className="cr:min-w-0" aria-labelledby={id}>
      <div className="cr:flex cr:min-h-8 cr:items-center cr:justify-between cr:gap-x-3">
        <h2 id={id} className="cr:text-compact cr:font-semibold">
          {title}
        </h2>
        {children}
      </div>
      <pre
        // A box that scrolls is reached by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-labelledby={id}
        className="cr:mt-2 cr:h-96 cr:overflow-auto cr:border-y cr:border-line cr:py-3 cr:font-mono cr:text-xs"
        data-part={id}
      >
        {lines.map((line, index) => (
          <span
            key={index}
            className={old.has(line) ? "cr:block" : "cr:block cr:bg-info-surface cr:text-info-ink"}
            data-changed={old.has(line) ? undefined : ""}
          >
            {line}
          </span>
        ))}
      </pre>
    </section>
  );
}

/** The value before the present one; the present one where there was none. */
function usePrevious<Value>(value: Value): Value {
  const [[present, previous], setPair] = useState([value, value] as const);
  if (present === value) return previous;
  setPair([value, present]);
  return present;
}

/** What is read of a part of the page, whenever it changes. */
function useReading(
  root: React.RefObject<HTMLElement | null>,
  read: (part: Element) => readonly string[],
): readonly string[] {
  const [lines, setLines] = useState<readonly string[]>([]);
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const readNow = () => setLines(read(element));
    readNow();
    const observer = new MutationObserver(readNow);
    observer.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
    return () => observer.disconnect();
  }, [root, read]);
  return lines;
}

/** The same facts, with every long list as its length. */
function abridged(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 3 ? `${value.length} entries` : value.map(abridged);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, abridged(part)] as const));
}

const meta = {
  title: "Foundations/Playground",
  component: PlaygroundPage,
  parameters: { controls: { disable: true } },
  tags: ["!autodocs"],
} satisfies Meta<typeof PlaygroundPage>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

/** From an empty draft to a restore that was read back, by keyboard alone, with one change of mind on the way. */
export const Walkthrough: Story = {
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement);
    const press = async (name: string) => {
      // Without scrolling, so that the picture begins at the top of the page.
      canvas.getByRole("button", { name }).focus({ preventScroll: true });
      await userEvent.keyboard("{Enter}");
    };
    const decision = () => canvasElement.querySelector("[data-component='DecisionCard']");
    const sees = (status: string) => expect(decision()).toHaveTextContent(status);

    await step("An empty draft asks for a backup set, and takes no scope", async () => {
      await sees("Backup set required");
      const select = canvas.getByRole("button", { name: "Select 12 items" });
      await expect(select).toHaveAttribute("aria-disabled", "true");
      await expect(select).toHaveAccessibleDescription("refused: backup_set_not_selected");
    });
    await step("Scope and mapping are asked for in turn", async () => {
      await press("Choose the nightly set");
      await sees("Scope required");
      await press("Select 12 items");
      await sees("Target mapping required");
      await press("Map Field kiosks");
      await sees("Checks required");
    });
    await step("A blocking finding stops the run, and other checks let it go on", async () => {
      await press("Run checks: one blocks");
      await sees("Blocked by checks");
      await press("Run checks: two warn");
      await sees("Preview required");
      await press("Generate preview");
      await sees("Dry-run is on");
    });
    await step("Another scope says beforehand what it voids, and then voids it", async () => {
      const fewer = canvas.getByRole("button", { name: "Select 10 items" });
      await expect(fewer).toHaveAccessibleDescription("voids checks, voids preview");
      await press("Select 10 items");
      await sees("Checks are void");
      await expect(canvas.getByRole("group", { name: "Accessible text" })).toHaveTextContent("3/7 gates complete");
      await expect(canvas.getByRole("group", { name: "View model" })).toHaveTextContent("Checks are void");
      await expect(canvas.getByRole("group", { name: "DOM of DecisionCard" })).toHaveTextContent(
        /<section .*data-component="DecisionCard".*Checks are void/,
      );
    });
    await step("Checks and preview of the new scope arm the run", async () => {
      await press("Run checks: two warn");
      await press("Generate preview");
      await press("Turn dry-run off");
      await press("Review impact, mistype the label");
      await sees("Confirmation required");
      await press("Review impact, type the label");
      await sees("Execution available");
    });
    await step("It is executed, and claims no more than was read back", async () => {
      await press("Execute");
      await press("Start");
      await sees("Execution in progress");
      await press("Finish");
      await sees("Completed, recovery proof incomplete");
      await press("Read the target back");
      await sees("Completed with evidence available");
    });
    await step("What is done is refused by name", async () => {
      const scope = canvas.getByRole("button", { name: "Select 12 items" });
      await expect(scope).toHaveAccessibleDescription("refused: run_already_left_preparation");
    });
  },
};
