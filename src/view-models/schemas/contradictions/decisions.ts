import type { MappingResolverViewModel, MappingRowModel } from "../../mapping-resolver.js";
import type { TypedConfirmationViewModel } from "../../typed-confirmation.js";
import { type Report, reportQuotes, reportRepeated } from "./report.js";

/** Progress that the rows do not bear out, a kind that cannot be chosen, and a suggestion out of nowhere (BY-5). */
export function mappingContradictions(model: MappingResolverViewModel, report: Report): void {
  const { body } = model;
  if (body.state !== "mapping") return;
  const { rows, same, progress, pickers } = body;
  const total = rows.length + (same?.rows.length ?? 0);
  const resolved = total - rows.filter(({ state }) => state === "unresolved").length;
  if (progress.total !== total)
    report("/body/progress/total", `says ${progress.total}, and there are ${total} references`);
  if (progress.resolved !== resolved)
    report("/body/progress/resolved", `says ${progress.resolved}, and ${resolved} references are resolved`);
  reportRepeated(
    [...rows, ...(same?.rows ?? [])].map(({ key }) => key),
    (index) => (index < rows.length ? `/body/rows/${index}/key` : `/body/same/rows/${index - rows.length}/key`),
    report,
  );
  reportRepeated(
    pickers.map(({ kind }) => kind),
    (index) => `/body/pickers/${index}/kind`,
    report,
  );
  const entries = new Map(
    pickers.map(({ kind, entries: own }) => [kind, new Set((own ?? []).map(({ id }) => id))] as const),
  );
  for (const [index, row] of rows.entries()) rowContradictions(row, entries, `/body/rows/${index}`, report);
  for (const [index, { kind }] of (same?.rows ?? []).entries()) {
    if (!entries.has(kind)) report(`/body/same/rows/${index}/kind`, `there is no picker for “${kind}”`);
  }
  reportQuotes(model, report);
}

function rowContradictions(
  row: MappingRowModel,
  entries: ReadonlyMap<string, ReadonlySet<string>>,
  at: string,
  report: Report,
): void {
  if (!entries.has(row.kind)) report(`${at}/kind`, `there is no picker for “${row.kind}”`);
  if (row.state !== "unresolved" || row.suggestion === null) return;
  const { target, confirm } = row.suggestion;
  if (entries.get(row.kind)?.has(target.id) !== true)
    report(`${at}/suggestion/target`, "is nothing that the picker offers");
  if (row.choose.kind === "blocked" && confirm.kind !== "blocked")
    report(`${at}/suggestion/confirm`, "can be taken on a row where nothing can be chosen");
}

/** A comparison that the two texts do not bear out, and conditions that are met without it (BY-11). */
export function confirmationContradictions({ field, conditions }: TypedConfirmationViewModel, report: Report): void {
  if (field.state !== "impossible" && !/[\p{L}\p{N}]/u.test(field.label.external))
    report("/field/label", "holds nothing that a person could read and type");
  if (field.state === "recorded" && field.typed.external !== field.label.external)
    report("/field/typed", "is recorded as a confirmation and is not the label");
  if (field.state === "open") {
    const { comparison, label } = field;
    const value = field.typed?.external ?? "";
    const states = value === label.external ? ["equal"] : value.trim() === "" ? ["empty"] : ["unfinished", "different"];
    if (!states.includes(comparison.state))
      report(
        "/field/comparison/state",
        `is “${comparison.state}” where “${states.join("” or “")}” follows from the texts`,
      );
    const length = [...value].length;
    for (const [index, { position }] of (comparison.flags ?? []).entries()) {
      if (position > length)
        report(`/field/comparison/flags/${index}/position`, `is ${position} of ${length} characters`);
    }
  }
  const confirmed = field.state === "recorded" || field.comparison?.state === "equal";
  if (conditions?.state === "met" && !confirmed) report("/conditions", "are met while nothing is confirmed");
}
