"use client";

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  type Ref,
  useEffect,
  useRef,
  useState,
} from "react";
import type { WizardShellViewModel } from "../view-models/index.js";
import { EnvironmentBadge } from "./EnvironmentBadge.js";
import { cx } from "./internal/class-names.js";
import { useLinks } from "./internal/links.js";
import { External, textOf } from "./internal/Name.js";

export interface WizardShellProps extends Omit<ComponentPropsWithoutRef<"div">, "children"> {
  model: WizardShellViewModel;
  /** The steps of the workflow, such as a `StepRail`. */
  rail?: ReactNode;
  /** What the host refused, before everything else. */
  problem?: ReactNode;
  /** The decision and what it rests on. */
  children: ReactNode;
  /** The way on and back: after the content, and before the aside where there is one column. */
  footer?: ReactNode;
  /** What proves the facts, beside the content where there is room. */
  aside?: ReactNode;
  /** What ends the page, such as diagnostics. */
  tail?: ReactNode;
  /** Takes the page's heading, which a host gives focus to when the page appears. */
  questionRef?: Ref<HTMLHeadingElement> | undefined;
  /** Takes plain clicks on links of this site to the host's router. Without it, links load their page. */
  onNavigate?: ((href: string) => void) | undefined;
}

/**
 * The frame of every page of a workflow: subject and target, steps, question, content beside its proof. It owns neither form
 * nor router. One column until its container has room for two, by container queries, so that the first paint is right.
 */
export const WizardShell = forwardRef<HTMLDivElement, WizardShellProps>(function WizardShell(
  { model, rail, problem, children, footer, aside, tail, questionRef, onNavigate, className, ...rest },
  ref,
) {
  const { subject, status, target, question, announcement } = model;
  const page = useRef<HTMLDivElement>(null);
  useLinks(page, onNavigate);
  // A live region tells what changes in it; what it holds from the start is silence.
  const [told, setTold] = useState<string | null>(null);
  useEffect(() => setTold(announcement), [announcement]);
  return (
    <div
      {...rest}
      ref={ref}
      className={cx("cr:@container cr:bg-surface cr:text-sm cr:text-ink", className)}
      data-component="WizardShell"
    >
      <div ref={page} className="cr:mx-auto cr:max-w-[1280px] cr:px-5 cr:@5xl:px-12">
        <header className="cr:flex cr:min-h-14 cr:flex-wrap cr:items-center cr:justify-between cr:gap-x-4 cr:gap-y-0.5 cr:border-b cr:border-line cr:py-2.5 cr:text-compact">
          <p className="cr:flex cr:min-w-0 cr:flex-wrap cr:gap-x-3">
            <span className="cr:font-semibold cr:wrap-anywhere" data-part="subject">
              {textOf(subject)}
            </span>
            {status === null ? null : (
              <span className="cr:text-ink-muted" data-part="status">
                {status}
              </span>
            )}
          </p>
          {target === null ? null : (
            <p className="cr:flex cr:items-center cr:gap-x-3" data-part="target">
              <span className="cr:font-medium" data-part="label">
                <External text={target.label.external} breaks="inherited" />
              </span>
              <EnvironmentBadge model={target.badge} />
            </p>
          )}
        </header>
        {rail}
        <h1
          ref={questionRef}
          tabIndex={-1}
          className="cr:pt-6 cr:pb-5 cr:text-xl cr:font-normal cr:tracking-[-0.012em] cr:text-ink-muted cr:@5xl:pt-8"
          data-part="question"
        >
          {textOf(question)}
        </h1>
        <div className="cr:grid cr:grid-cols-1 cr:pb-12 cr:@5xl:grid-cols-[minmax(0,760px)_320px] cr:@5xl:grid-rows-[auto_auto_1fr] cr:@5xl:justify-between cr:@5xl:gap-x-16">
          <div className="cr:min-w-0" data-part="content">
            {problem}
            {children}
          </div>
          <div className="cr:min-w-0 cr:pb-9 cr:@5xl:col-start-1" data-part="footer">
            {footer}
          </div>
          <div
            className="cr:min-w-0 cr:pb-9 cr:@5xl:col-start-2 cr:@5xl:row-span-3 cr:@5xl:row-start-1 cr:@5xl:pb-0"
            data-part="aside"
          >
            <div className="cr:@5xl:sticky cr:@5xl:top-6">{aside}</div>
          </div>
          <div className="cr:min-w-0 cr:@5xl:col-start-1" data-part="tail">
            {tail}
          </div>
        </div>
        <p role="status" aria-live="polite" className="cr:sr-only" data-part="announcement">
          {told === null ? null : textOf(told)}
        </p>
      </div>
    </div>
  );
});
