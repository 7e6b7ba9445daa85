import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComponentType } from "react";
import { renderToString } from "react-dom/server";
import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  type ActionProps,
  BackupQualitySummary,
  CollapsedDiagnostics,
  CompactSafetyStatus,
  DecisionCard,
  ProcessFlow,
  ProofAside,
} from "../../src/index.js";
import { inDom, kit, wizardOf } from "../../src/testing/index.js";
import { contractVersion, type FailedModel, type LoadingModel } from "../../src/view-models/index.js";

type Six = ComponentType<{ model: object; density?: "comfortable" | "compact" } & ActionProps>;

interface Named {
  readonly component: Six;
  readonly model: { readonly id: string };
  readonly title: string;
  /** Rows that a host may expect of it. */
  readonly rows?: number;
  /** The model of an ordinary run, which takes as many lines as most do. */
  readonly typical: object;
  /** Widths at which a page holds it, in CSS px. */
  readonly widths: readonly number[];
}

const wide = [320, 343, 760];
const { decision, flow, compact, proof, quality, diagnostics } = wizardOf("preview_current");
const six: Readonly<Record<string, Named>> = {
  ProcessFlow: {
    component: ProcessFlow as Six,
    model: flow,
    title: flow.title,
    rows: flow.gates.length,
    typical: wizardOf("identity_decided").flow,
    widths: wide,
  },
  DecisionCard: {
    component: DecisionCard as Six,
    model: decision,
    title: decision.name,
    typical: decision,
    widths: wide,
  },
  CompactSafetyStatus: {
    component: CompactSafetyStatus as Six,
    model: compact,
    title: compact.name,
    typical: wizardOf("scope_required").compact,
    widths: wide,
  },
  ProofAside: {
    component: ProofAside as Six,
    model: proof,
    title: proof.title,
    rows: proof.facts.length,
    typical: wizardOf("mapping_required").proof,
    widths: [320, 343, 375],
  },
  BackupQualitySummary: {
    component: BackupQualitySummary as Six,
    model: quality,
    title: quality.title,
    rows: quality.rows.length,
    typical: quality,
    widths: wide,
  },
  CollapsedDiagnostics: {
    component: CollapsedDiagnostics as Six,
    model: diagnostics,
    title: diagnostics.title,
    typical: diagnostics,
    widths: wide,
  },
};

const reading = "The run is being read.";
const lost = "The run could not be read. Nothing is known of it.";

function box(element: Element | null) {
  if (element === null) throw new TypeError("There is no such element.");
  const { left, top, width, bottom } = element.getBoundingClientRect();
  return { left, top, width, bottom };
}

// A font that comes with the first text would move it too.
beforeAll(async () => {
  await Promise.all([400, 500, 600].map((weight) => document.fonts.load(`${weight} 1em "Inter Variable"`)));
});

describe.each(Object.entries(six))("%s", (_, { component: Component, model, title, rows, typical, widths }) => {
  const base = { contract: contractVersion, id: model.id, title };
  const loading: LoadingModel = { ...base, state: "loading", text: reading, ...(rows === undefined ? {} : { rows }) };
  const failed: FailedModel = {
    ...base,
    state: "failed",
    text: lost,
    action: { kind: "callback", id: "read_again", label: "Read the run again" },
  };

  test("says what is on its way, offers nothing, and claims nothing", () => {
    const { container } = render(<Component model={loading} />);
    expect(screen.getByText(reading)).toBeVisible();
    expect(screen.getByRole("heading", { name: title })).toBeVisible();
    expect(container.firstElementChild).toHaveAttribute("aria-busy", "true");
    expect(container.firstElementChild).toHaveAttribute("data-status", "loading");
    expect(container.querySelector("a, button, [data-tone=positive]")).toBeNull();
  });

  test.each(widths)("moves nothing that is there already when it comes, at %i px", (width) => {
    const page = (shown: object) => (
      <div style={{ width }}>
        <p>Before</p>
        <Component model={shown} />
      </div>
    );
    const { container, rerender } = render(page(loading));
    const root = () => container.querySelector("[data-component]");
    const name = () => document.getElementById(`${model.id}-title`);
    const before = [box(root()), box(name())] as const;
    rerender(page(model));
    const { left, top, width: across } = before[0];
    expect(box(root())).toMatchObject({ left, top, width: across });
    expect(box(name())).toMatchObject({ left: before[1].left, top: before[1].top });
    expect(root()).not.toHaveAttribute("aria-busy");
  });

  describe.each(widths)("at %i px", (width) => {
    test.each(["comfortable", "compact"] as const)("keeps what follows where it is when it comes, %s", (density) => {
      const page = (shown: object) => (
        <div style={{ width }}>
          <Component model={shown} density={density} />
          <p>What follows</p>
        </div>
      );
      const { rerender } = render(page(loading));
      const follows = () => box(screen.getByText("What follows"));
      const before = follows();
      rerender(page(typical));
      expect(follows()).toEqual(before);
    });
  });

  test("that could not be read says so, as what is not known, and asks again", async () => {
    const onAction = vi.fn<NonNullable<ActionProps["onAction"]>>();
    const { container } = render(<Component model={failed} onAction={onAction} />);
    expect(screen.getByText(lost)).toBeVisible();
    expect(container.firstElementChild).toHaveAttribute("data-status", "failed");
    expect(container.firstElementChild).not.toHaveAttribute("aria-busy");
    expect(container.querySelector("[data-part=glyph]")).toHaveAttribute("data-glyph", "question");
    await userEvent.click(screen.getByRole("button", { name: "Read the run again" }));
    expect(onAction).toHaveBeenCalledExactlyOnceWith("read_again", failed.action);
  });

  test("in a state that this version does not know is not known, and is not on its way", () => {
    const { container } = render(<Component model={{ ...failed, state: "archived" }} />);
    expect(container.firstElementChild).toHaveAttribute("data-status", "unknown");
    expect(container.firstElementChild).not.toHaveAttribute("aria-busy");
    expect(container.querySelector("[data-glyph=question]")).not.toBeNull();
  });

  test.each([loading, failed])("is drawn by a server as by a browser ($state)", (shown) => {
    const { container } = render(<Component model={shown} />);
    expect(container.textContent).toContain(shown.text);
    const drawn = document.createElement("div");
    drawn.innerHTML = renderToString(<Component model={shown} />);
    expect(drawn.textContent).toBe(container.textContent);
  });
});

describe("a page object", () => {
  const loading: LoadingModel = {
    contract: contractVersion,
    id: flow.id,
    title: flow.title,
    state: "loading",
    text: reading,
  };
  const { processFlow } = kit(inDom(userEvent, document.body, { patience: 50 }));

  test("reads what is on its way, and takes it for no answer", async () => {
    render(<ProcessFlow model={loading} />);
    expect(await processFlow().loading()).toBe(reading);
    expect(await processFlow().failed()).toBeNull();
    await expect(processFlow().nextGate()).rejects.toThrow(`it has nothing to show: ${reading}`);
  });

  test("waits for what is on its way", async () => {
    const { rerender } = render(<ProcessFlow model={loading} />);
    const next = kit(inDom(userEvent)).processFlow().nextGate();
    rerender(<ProcessFlow model={flow} />);
    expect((await next)?.title).toBe(flow.gates.find(({ position }) => position === "next")?.title);
    expect(await processFlow().loading()).toBeNull();
  });
});
