import type { ReceiptViewModel } from "../../receipt.js";
import type { ResultSummaryViewModel } from "../../result-summary.js";
import type { RunTimelineViewModel } from "../../run-timeline.js";
import { type Report, reportQuotes, reportRepeated } from "./report.js";

/** Counts without any number, follow-up that reads calm, and a cause of nothing (RR-10, SI-8). */
export function resultSummaryContradictions({ body }: ResultSummaryViewModel, report: Report): void {
  if (body.state !== "counted") return;
  reportRepeated(
    body.counts.map(({ id }) => id),
    (index) => `/body/counts/${index}/id`,
    report,
  );
  if (body.counts.every(({ measure }) => measure.state === "unavailable"))
    report("/body/counts", "hold no number, so nothing was counted");
  for (const [index, { status, followUp, measure }] of body.counts.entries()) {
    const some = measure.state === "unavailable" || measure.value > 0;
    if (followUp && some && (status === "complete" || status === "unchanged"))
      report(`/body/counts/${index}/status`, "reads calm where follow-up is needed");
  }
  const none = body.counts.every(({ followUp, measure }) => !followUp || measure.value === 0);
  if (body.cause !== null && none) report("/body/cause", "is given where nothing needs follow-up");
}

/** Events that happened before the one above them. */
export function timelineContradictions(model: RunTimelineViewModel, report: Report): void {
  const { body } = model;
  if (body.state !== "recorded") return;
  reportRepeated(
    body.events.map(({ id }) => id),
    (index) => `/body/events/${index}/id`,
    report,
  );
  let latest = Number.NEGATIVE_INFINITY;
  for (const [index, { when }] of body.events.entries()) {
    if (when.state !== "recorded") continue;
    const at = Date.parse(when.at.iso);
    if (at < latest) report(`/body/events/${index}/when/at/iso`, "is before the event above it");
    latest = Math.max(latest, at);
  }
  reportQuotes(model, report);
}

/** Facts of a receipt that cannot be told apart. */
export function receiptContradictions(model: ReceiptViewModel, report: Report): void {
  const { body } = model;
  if (body.state !== "issued") return;
  reportRepeated(
    body.sections.map(({ id }) => id),
    (index) => `/body/sections/${index}/id`,
    report,
  );
  for (const [section, { rows }] of body.sections.entries()) {
    reportRepeated(
      rows.map(({ id }) => id),
      (index) => `/body/sections/${section}/rows/${index}/id`,
      report,
    );
  }
  reportQuotes(model, report);
}
