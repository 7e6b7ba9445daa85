import type { Meta, StoryObj } from "@storybook/react-vite";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { expect } from "storybook/test";
import { appearanceOf } from "../../src/components/internal/appearance.js";
import { StatusGlyph } from "../../src/components/internal/StatusGlyph.js";
import { ActionControl, EnvironmentBadge } from "../../src/index.js";
import { ownTheme } from "../../src/tailwind/preset.js";
import { contractVersion, type StatusLiteral } from "../../src/view-models/index.js";
import { declaredTokens, type DesignTokens, useDesignTokens } from "../design-tokens.js";

const surfaces = ["--cr-surface", "--cr-surface-raised", "--cr-surface-sunken"];
const inks = ["--cr-ink", "--cr-ink-muted", "--cr-ink-faint", "--cr-accent"];
const strokes = ["--cr-line", "--cr-line-strong", "--cr-focus"];
const roles = ["ink", "surface", "line", "solid"] as const;

const statuses = Object.keys({
  complete: true,
  next: true,
  running: true,
  blocked: true,
  attention: true,
  pending: true,
  invalidated: true,
  stale: true,
  unknown: true,
  unavailable: true,
  recorded: true,
  unchanged: true,
} satisfies Record<StatusLiteral, true>).map(appearanceOf);

/** Every variable of the stylesheet as it is drawn in the theme and the brand of the toolbar. */
function TokensPage() {
  const tokens = useDesignTokens();
  if (tokens === null) return null;
  const tones = tokens.names.flatMap((name) => /^--cr-(.+)-solid$/.exec(name)?.[1] ?? []).filter((it) => it !== "tone");
  const grouped = new Set([
    ...surfaces,
    ...inks,
    ...strokes,
    ...tones.flatMap((tone) => roles.map((role) => `--cr-${tone}-${role}`)),
    ...tokens.names.filter((name) => name.startsWith("--cr-radius") || /^--cr-(action|badge|mono)/.test(name)),
  ]);
  return (
    <main className="cr:@container cr:mx-auto cr:max-w-[1184px] cr:text-sm cr:text-ink" data-component="Tokens">
      <div className="cr:flex cr:flex-wrap cr:items-baseline cr:justify-between cr:gap-x-4 cr:pb-6">
        <h1 className="cr:text-2xl cr:font-semibold cr:tracking-[-0.022em]">Tokens</h1>
        <p className="cr:font-mono cr:text-xs cr:text-ink-muted">{tokens.shownIn}</p>
      </div>
      <Part
        title="Surfaces"
        note="What the page and what lies on it are painted with, and every ink on it. Text asks for 4.5:1."
      >
        <div className="cr:grid cr:gap-6 cr:@3xl:grid-cols-3">
          {surfaces.map((surface) => (
            <Surface key={surface} surface={surface} tokens={tokens} />
          ))}
        </div>
      </Part>
      <Part title="Tones" note="How a status is painted. Its ink is read (4.5:1); its line and solid are seen (3:1).">
        <ul className="cr:divide-y cr:divide-line">
          {tones.map((tone) => (
            <Tone key={tone} tone={tone} tokens={tokens} />
          ))}
        </ul>
      </Part>
      <Part
        title="Lines"
        note="A hairline parts and says nothing, so nothing is asked of it. Outlines of controls and the focus ring are seen (3:1)."
      >
        <ul className="cr:grid cr:gap-6 cr:@3xl:grid-cols-3">
          {strokes.map((stroke) => (
            <li key={stroke} data-token={stroke}>
              <div className="cr:border-t-2" style={{ borderColor: `var(${stroke})` }} />
              <Fact name={stroke}>
                {stroke === "--cr-line" ? (
                  "1 px between parts"
                ) : (
                  <Ratio value={tokens.contrast(stroke, "--cr-surface")} asked={3} />
                )}
              </Fact>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Actions" note="One primary action a page. A brand may give it a colour of its own.">
        <ul className="cr:grid cr:items-end cr:gap-6 cr:@3xl:grid-cols-3">
          <Pair ink="--cr-action-ink" on="--cr-action" tokens={tokens}>
            <ActionControl model={{ kind: "callback", id: "token", label: "Generate preview" }} emphasis="primary" />
          </Pair>
          <Pair ink="--cr-badge-ink" on="--cr-ink" tokens={tokens}>
            <EnvironmentBadge model={{ contract: contractVersion, environment: "prod", text: "Prod" }} size="large" />
          </Pair>
        </ul>
      </Part>
      <Part title="Type" note="The font is the host’s. Sizes and line heights as drawn; weights 400, 500 and 600.">
        <ul className="cr:divide-y cr:divide-line">
          {Object.entries(ownTheme.fontSize).map(([name, [fontSize, lineHeight]]) => (
            <TypeSize key={name} name={name} style={{ fontSize, lineHeight }} />
          ))}
          <li className="cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-6 cr:gap-y-1 cr:py-3" data-token="--cr-mono">
            <Name>--cr-mono</Name>
            <code className="cr:min-w-0 cr:font-mono cr:text-sm cr:wrap-anywhere">sha256:4f8e2a7b90c1</code>
          </li>
        </ul>
      </Part>
      <Part title="Radii" note="One family: small for controls, large for what floats.">
        <ul className="cr:grid cr:grid-cols-2 cr:gap-6 cr:@3xl:grid-cols-3">
          {tokens.names
            .filter((name) => name.startsWith("--cr-radius"))
            .map((name) => (
              <li key={name} data-token={name}>
                <div
                  className="cr:h-16 cr:border cr:border-line-strong cr:bg-surface-raised"
                  style={{ borderRadius: `var(${name})` }}
                />
                <Fact name={name}>{tokens.valueOf(name)}</Fact>
              </li>
            ))}
        </ul>
      </Part>
      <Part title="Space" note="Distances on a grid of 4 px; half a step where a glyph meets a line.">
        <ul className="cr:grid cr:gap-y-1">
          {[0.5, 1, 2, 3, 4, 5, 6, 9, 12, 16].map((factor) => (
            <Distance key={factor} factor={factor} />
          ))}
        </ul>
      </Part>
      <Part
        title="On a part"
        note="Not on every page: what a tone or an armed button paints its part with, and what lies over a page behind a dialog."
      >
        <ul className="cr:grid cr:gap-x-6 cr:gap-y-1 cr:@3xl:grid-cols-3">
          {tokens.names
            .filter((name) => !grouped.has(name))
            .map((name) => (
              <li key={name} className="cr:font-mono cr:text-xs" data-token={name}>
                {name}
              </li>
            ))}
        </ul>
      </Part>
    </main>
  );
}

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="cr:grid cr:gap-x-10 cr:gap-y-4 cr:border-t cr:border-line cr:pt-5 cr:pb-10 cr:@3xl:grid-cols-[12rem_minmax(0,1fr)]">
      <div>
        <h2 className="cr:text-compact cr:font-semibold">{title}</h2>
        <p className="cr:mt-1 cr:max-w-prose cr:text-xs cr:text-ink-muted">{note}</p>
      </div>
      {children}
    </section>
  );
}

function Surface({ surface, tokens }: { surface: string; tokens: DesignTokens }) {
  return (
    <div
      className="cr:border cr:border-line cr:p-4"
      style={{ background: `var(${surface})`, borderRadius: "var(--cr-radius-large)" }}
      data-token={surface}
    >
      <Name>{surface}</Name>
      <ul className="cr:mt-3 cr:grid cr:gap-y-1">
        {inks.map((ink) => (
          <li
            key={ink}
            className="cr:flex cr:justify-between cr:gap-x-3"
            style={{ color: `var(${ink})` }}
            data-token={ink}
          >
            <span>{short(ink)}</span>
            <Ratio value={tokens.contrast(ink, surface)} asked={4.5} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Tone({ tone, tokens }: { tone: string; tokens: DesignTokens }) {
  const variable = (role: (typeof roles)[number]) => `--cr-${tone}-${role}`;
  return (
    <li
      className="cr:grid cr:gap-x-6 cr:gap-y-3 cr:py-4 cr:first:pt-0 cr:@3xl:grid-cols-[8rem_minmax(0,1fr)_minmax(0,1fr)]"
      data-tone={tone}
    >
      <p className="cr:font-semibold">{tone}</p>
      <ul className="cr:flex cr:flex-wrap cr:content-start cr:gap-x-4 cr:gap-y-2">
        {statuses
          .filter((appearance) => appearance.tone === tone)
          .map((appearance) => (
            <li key={appearance.status} className="cr:flex cr:items-center cr:gap-x-2">
              <StatusGlyph appearance={appearance} />
              {appearance.status}
            </li>
          ))}
      </ul>
      <ul className="cr:grid cr:gap-y-2">
        <li
          className="cr:flex cr:justify-between cr:gap-x-3 cr:rounded-sm cr:px-3 cr:py-1.5"
          style={{ background: `var(${variable("surface")})`, color: `var(${variable("ink")})` }}
          data-token={variable("surface")}
        >
          <span data-token={variable("ink")}>ink on surface</span>
          <Ratio value={tokens.contrast(variable("ink"), variable("surface"))} asked={4.5} />
        </li>
        {(["line", "solid"] as const).map((role) => (
          <li key={role} className="cr:flex cr:items-center cr:gap-x-3 cr:px-3" data-token={variable(role)}>
            <span className="cr:w-10">{role}</span>
            <span
              className={role === "line" ? "cr:h-px cr:flex-1" : "cr:h-2 cr:flex-1"}
              style={{ background: `var(${variable(role)})` }}
            />
            <Ratio value={tokens.contrast(variable(role), "--cr-surface")} asked={3} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Pair({ ink, on, tokens, children }: { ink: string; on: string; tokens: DesignTokens; children: ReactNode }) {
  return (
    <li data-token={ink}>
      <div data-token={on}>{children}</div>
      <Fact name={`${short(ink)} on ${short(on)}`}>
        <Ratio value={tokens.contrast(ink, on)} asked={4.5} />
      </Fact>
    </li>
  );
}

function TypeSize({ name, style }: { name: string; style: { fontSize: string; lineHeight: string } }) {
  const [sample, drawn] = useDrawn<HTMLParagraphElement>(
    ({ fontSize, lineHeight }) => `${parseFloat(fontSize)} / ${parseFloat(lineHeight)} px`,
  );
  return (
    <li className="cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-6 cr:gap-y-1 cr:py-3 cr:first:pt-0">
      <Name>{name}</Name>
      <span className="cr:w-20 cr:text-xs cr:text-ink-muted cr:tabular-nums">{drawn}</span>
      <p ref={sample} className="cr:min-w-0" style={style}>
        Restore 14 policies <span className="cr:font-medium">to Contoso</span>{" "}
        <span className="cr:font-semibold">Production</span>
      </p>
    </li>
  );
}

function Distance({ factor }: { factor: number }) {
  const [bar, drawn] = useDrawn<HTMLSpanElement>(({ width }) => `${parseFloat(width)} px`);
  return (
    <li className="cr:flex cr:items-center cr:gap-x-3">
      <span className="cr:w-12 cr:text-end cr:text-xs cr:text-ink-muted cr:tabular-nums">{drawn}</span>
      <span ref={bar} className="cr:h-2 cr:bg-accent" style={{ width: `calc(var(--cr-spacing) * ${factor})` }} />
    </li>
  );
}

/** What the browser made of an element's style, in words. */
function useDrawn<Element extends HTMLElement>(words: (style: CSSStyleDeclaration) => string) {
  const element = useRef<Element>(null);
  const [drawn, setDrawn] = useState("");
  useLayoutEffect(() => {
    if (element.current !== null) setDrawn(words(getComputedStyle(element.current)));
  }, [words]);
  return [element, drawn] as const;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p className="cr:mt-2 cr:flex cr:flex-wrap cr:justify-between cr:gap-x-3 cr:text-xs cr:text-ink-muted">
      <code className="cr:font-mono cr:text-ink">{name}</code>
      {children}
    </p>
  );
}

function Name({ children }: { children: string }) {
  return <code className="cr:block cr:w-24 cr:font-mono cr:text-xs cr:whitespace-nowrap">{children}</code>;
}

/** A contrast, and a word where it is less than what is asked. */
function Ratio({ value, asked }: { value: number; asked: number }) {
  return (
    <span className="cr:tabular-nums" data-contrast={value >= asked ? "met" : "missed"}>
      {value.toFixed(1)}:1{value >= asked ? "" : `, ${asked}:1 asked`}
    </span>
  );
}

function short(name: string): string {
  return name.slice("--cr-".length);
}

const meta = {
  title: "Foundations/Tokens",
  component: TokensPage,
  tags: ["!autodocs"],
} satisfies Meta<typeof TokensPage>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Tokens: Story = {
  play: async ({ canvasElement, step }) => {
    await step("Every variable of the stylesheet is on the page", async () => {
      const drawn = new Set(
        [...canvasElement.querySelectorAll("[data-token]")].map((part) => part.getAttribute("data-token")),
      );
      await expect(declaredTokens().filter((name) => !drawn.has(name))).toEqual([]);
    });
    await step("No pair has less contrast than is asked of it", async () => {
      await expect(canvasElement.querySelectorAll("[data-contrast='met']").length).toBeGreaterThan(0);
      await expect(canvasElement.querySelectorAll("[data-contrast='missed']")).toHaveLength(0);
    });
  },
};

/** The same page, after another brand gave the variables its own values. */
export const Juniper: Story = { ...Tokens, globals: { brand: "juniper" } };
