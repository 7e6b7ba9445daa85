import { type ReactNode, type Ref, useEffect, useRef, useState } from "react";
import type { EnvironmentBadgeViewModel } from "../../../view-models/index.js";
import type { RestoreLanguage } from "../../resolvers/copy/words.js";
import { EnvironmentBadge } from "../../../components/EnvironmentBadge.js";
import { External } from "../../../components/internal/Name.js";
import { useLinks } from "./links.js";

export interface PageProps {
  /** Names the page's root, for tests and styles. */
  component: string;
  /** The language of what the page says, for the ear. */
  language: RestoreLanguage;
  header: {
    readonly name: string;
    readonly status: string;
    /** null where it is not known which environment the page is about. */
    readonly target: { readonly label: string; readonly badge: EnvironmentBadgeViewModel } | null;
  };
  rail?: ReactNode;
  question: string;
  questionRef?: Ref<HTMLHeadingElement> | undefined;
  problem?: ReactNode;
  /** The way on and back: after the content, and before the aside where there is one column. */
  footer: ReactNode;
  aside: ReactNode;
  /** What ends the page: diagnostics. */
  tail: ReactNode;
  /** The sentence of the page's one polite live region. */
  announcement: string;
  /** Takes plain clicks on links to the host's router. Without it, links load their page. */
  onNavigate?: ((href: string) => void) | undefined;
  children: ReactNode;
}

/**
 * The frame of every page of a restore: header, rail, question, content beside its proof. One column until the container
 * has room for two, by container queries, so that the first paint is right.
 */
export function Page({
  component,
  language,
  header,
  rail,
  question,
  questionRef,
  problem,
  footer,
  aside,
  tail,
  announcement,
  onNavigate,
  children,
}: PageProps) {
  const root = useRef<HTMLDivElement>(null);
  useLinks(root, onNavigate);
  // A live region tells what changes in it; what it holds from the start is silence.
  const [told, setTold] = useState("");
  useEffect(() => setTold(announcement), [announcement]);
  return (
    <div
      ref={root}
      lang={language}
      className="cr:@container cr:bg-surface cr:text-sm cr:text-ink"
      data-component={component}
    >
      <div className="cr:mx-auto cr:max-w-[1280px] cr:px-5 cr:@5xl:px-12">
        <header className="cr:flex cr:min-h-14 cr:flex-wrap cr:items-center cr:justify-between cr:gap-x-4 cr:gap-y-0.5 cr:border-b cr:border-line cr:py-2.5 cr:text-[0.8125rem]/5">
          <p className="cr:flex cr:min-w-0 cr:flex-wrap cr:gap-x-3">
            <span className="cr:font-semibold cr:wrap-anywhere" data-part="name">
              {header.name}
            </span>
            <span className="cr:text-ink-muted" data-part="status">
              {header.status}
            </span>
          </p>
          {header.target === null ? null : (
            <p className="cr:flex cr:items-center cr:gap-x-3" data-part="target">
              <span className="cr:font-medium">
                <External text={header.target.label} breaks="inherited" />
              </span>
              <EnvironmentBadge model={header.target.badge} />
            </p>
          )}
        </header>
        {rail}
        <h1
          ref={questionRef}
          tabIndex={-1}
          className="cr:pt-6 cr:pb-5 cr:text-xl/7 cr:font-normal cr:tracking-[-0.012em] cr:text-ink-muted cr:@5xl:pt-8"
          data-part="question"
        >
          {question}
        </h1>
        <div className="cr:grid cr:grid-cols-1 cr:pb-12 cr:@5xl:grid-cols-[minmax(0,760px)_320px] cr:@5xl:grid-rows-[auto_auto_1fr] cr:@5xl:justify-between cr:@5xl:gap-x-16">
          <div className="cr:min-w-0" data-part="content">
            {problem}
            {children}
          </div>
          <div className="cr:min-w-0 cr:pb-9 cr:@5xl:col-start-1" data-part="footer">
            {footer}
          </div>
          <div className="cr:min-w-0 cr:pb-9 cr:@5xl:col-start-2 cr:@5xl:row-span-3 cr:@5xl:row-start-1 cr:@5xl:pb-0">
            <div className="cr:@5xl:sticky cr:@5xl:top-6">{aside}</div>
          </div>
          <div className="cr:min-w-0 cr:@5xl:col-start-1" data-part="tail">
            {tail}
          </div>
        </div>
        <p role="status" aria-live="polite" className="cr:sr-only" data-part="announcement">
          {told}
        </p>
      </div>
    </div>
  );
}
