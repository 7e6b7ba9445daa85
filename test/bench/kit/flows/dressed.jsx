// The same floor as "rich", in our looks and with our sheet: what somebody would write who wants this page and no kit.
import { memo } from "react";
import "checkrail/styles.css";
export const Provider = ({ children }) => children;

const RING = "M10 2.75a7.25 7.25 0 1 1 0 14.5a7.25 7.25 0 1 1 0-14.5z";
const LOOKS = {
  complete: {
    tone: "positive",
    solid:
      "M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16zM5.76 10.99a.9.9 0 0 1 1.28-1.28l1.88 1.88L13.03 7a.9.9 0 0 1 1.34 1.2l-4.75 5.3a.9.9 0 0 1-1.31.04z",
  },
  warning: { tone: "caution", line: "M10 2.9l7.9 13.9H2.1zM10 8v3.2M10 13.2v2.1" },
  current: { tone: "info", line: "M10 2.75A7.25 7.25 0 1 1 2.75 10" },
  blocked: {
    tone: "critical",
    solid: "M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7zM6.5 9a1 1 0 0 0 0 2h7a1 1 0 0 0 0-2z",
  },
  pending: { tone: "neutral", line: RING },
  unavailable: { tone: "neutral", line: "M5.5 10h9" },
};
const row =
  "cr:relative cr:grid cr:grid-cols-[1.25rem_minmax(0,1fr)_auto] cr:gap-x-3 cr:last:pb-0 cr:before:absolute cr:before:start-[9.25px] cr:before:top-6 cr:before:bottom-1 cr:before:border-s-[1.5px] cr:last:before:hidden cr:pb-5 ";

const Gate = memo(function Gate({ g }) {
  const next = g.state === "current";
  const settled = g.state === "complete";
  const { tone, solid, line } = LOOKS[g.state];
  const quiet = tone === "caution" || tone === "critical" ? "cr:text-ink" : "cr:text-ink-muted";
  return (
    <li
      className={row + (settled ? "cr:before:border-line-strong" : "cr:before:border-line")}
      data-state={g.state}
      aria-current={next ? "step" : undefined}
    >
      <svg
        className={`cr:size-5 cr:block cr:flex-none cr:text-(--cr-tone-solid) cr:forced-colors:text-[CanvasText]${next ? " cr:motion-safe:animate-spin" : ""}`}
        data-tone={tone}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {solid ? <path d={solid} fill="currentColor" fillRule="evenodd" stroke="none" /> : <path d={line} />}
      </svg>
      <p className={next ? "cr:text-base/5 cr:font-semibold" : quiet}>{g.title}</p>
      <p
        className={`cr:text-end cr:text-compact ${settled ? "cr:text-ink-muted" : "cr:text-(--cr-tone-ink)"}${next ? " cr:font-semibold" : ""}`}
        data-tone={tone}
      >
        {g.label}
      </p>
      <p
        className={`cr:col-start-2 cr:col-end-4 cr:max-w-prose cr:@lg:col-end-3 ${next ? "cr:text-ink cr:mt-1" : `cr:text-compact ${settled ? "cr:text-ink-faint" : "cr:text-ink-muted"}`}`}
      >
        {g.reason}
      </p>
    </li>
  );
});

export function Flow({ gates }) {
  return (
    <section
      className="cr:@container cr:text-sm cr:text-ink cr:border-t cr:border-line cr:pt-5 cr:pb-9"
      data-component=""
    >
      <div className="cr:grid cr:gap-y-3 cr:grid-cols-1 cr:@2xl:grid-cols-[9rem_minmax(0,1fr)] cr:@2xl:gap-x-10">
        <div className="cr:flex cr:flex-wrap cr:items-baseline cr:justify-between cr:gap-x-4 cr:@2xl:col-start-1 cr:@2xl:row-start-1 cr:@2xl:block">
          <h2 className="cr:text-compact cr:font-semibold cr:text-ink">Restore safety gates</h2>
          <p className="cr:text-compact cr:text-ink-muted">2/7 gates complete</p>
        </div>
        <ol className="cr:min-w-0 cr:@2xl:col-start-2 cr:@2xl:-ms-8" aria-label="Restore safety gates">
          {gates.map((g) => (
            <Gate key={g.id} g={g} />
          ))}
        </ol>
      </div>
    </section>
  );
}
