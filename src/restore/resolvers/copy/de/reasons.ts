import type { Formatting } from "../../../../flow/index.js";
import { type BasisChange, type StaleCause, setApart } from "../../../../safety/index.js";
import type { HostProblem } from "../../../run/assessment.js";
import type { FindingReason } from "../../../run/findings.js";
import type { AttemptStage } from "../../reasons.js";
import type { ReasonsWords } from "../en/reasons.js";
import { findingSentence } from "../finding-words.js";
import { wordOf } from "../word-of.js";
import { germanChangedClauses } from "./basis.js";
import { germanScope } from "./scope.js";
import { germanFindings } from "./findings.js";

const nouns = {
  group: "Gruppe",
  assignment_filter: "Zuweisungsfilter",
  scope_tag: "Bereichsmarkierung",
} as const;

/** Everything that a gate can say, in German. */
export const germanReasons = (format: Formatting): ReasonsWords => {
  const { counted, number, plural } = format;
  const { itemsInScope, references } = germanScope(format);
  const findings = germanFindings(format);
  const said = (reason: FindingReason) => findingSentence(findings, reason);
  const items = (count: number) => counted(count, { one: "Element", other: "Elemente" });
  // After "von" and "für" the noun stands in another case.
  const ofItems = (count: number) => counted(count, { one: "Element", other: "Elementen" });
  const ended = (at: string | null) => (at === null ? "" : ` am ${format.instant(at).text}`);
  return {
    backup_set_not_selected: () => "Es ist kein Backup-Set ausgewählt.",
    backup_set_not_readable: () =>
      "Das ausgewählte Backup-Set lässt sich nicht lesen. Wählen Sie es erneut oder ein anderes aus.",
    backup_quality_not_recorded: () =>
      "Die Qualität dieses Backup-Sets wurde nicht aufgezeichnet. Deshalb ist kein Verlass darauf.",
    backup_set_empty: () => "Dieses Backup-Set enthält keine erfassten Elemente.",
    no_usable_items: (r) => `Von ${ofItems(r.items)} in diesem Backup-Set lässt sich keines wiederherstellen.`,
    source_usable: (r) => `Verwendbar: ${number(r.usable)} von ${ofItems(r.items)}.`,
    source_of_other_tenant: (r) =>
      `Dieses Backup stammt aus ${setApart(r.source)}, das Ziel ist ${setApart(r.target)}.`,
    source_tenant_not_recorded: () => "Dieses Backup nennt nicht, aus welchem Mandanten es stammt.",
    target_identity_not_read: () =>
      "Die Identität des Ziels wurde noch nicht im Ziel selbst gelesen. Die Prüfungen lesen sie.",
    target_identity_differs: (r) =>
      r.expected.label === r.actual.label
        ? `Das Ziel ist ein anderer Mandant mit demselben Namen: ${setApart(r.actual.tenantId)}. Dieser Restore-Lauf wurde für ${setApart(r.expected.tenantId)} angelegt. Legen Sie einen Restore-Lauf in der richtigen Umgebung an.`
        : `Das Ziel nennt sich jetzt ${setApart(r.actual.label)}. Dieser Restore-Lauf wurde für ${setApart(r.expected.label)} angelegt. Legen Sie einen Restore-Lauf in der richtigen Umgebung an.`,
    operator_not_entitled: () =>
      "Sie dürfen diesen Restore-Lauf ansehen, aber nicht vorbereiten. Die Administration des Arbeitsbereichs kann die Berechtigung zum Wiederherstellen erteilen.",
    target_confirmed: (r) =>
      `${setApart(r.label)}: im Ziel gelesen und gleich der Bezeichnung, die mit diesem Restore-Lauf aufgezeichnet wurde.`,
    scope_not_defined: () => "Der Umfang der Wiederherstellung ist nicht festgelegt.",
    scope_not_readable: () => "Die Elemente im Umfang lassen sich nicht lesen. Legen Sie den Umfang erneut fest.",
    scope_empty: () => "Es ist kein Element im Umfang. Eine leere Auswahl bedeutet nie „alle“.",
    scope_items_unknown: (r) =>
      plural(r.count, {
        one: `Das Backup-Set enthält ${number(r.count)} Element des Umfangs nicht: ${setApart(r.first)}. Wenden Sie den Umfang erneut an.`,
        other: `Das Backup-Set enthält ${number(r.count)} Elemente des Umfangs nicht, zuerst ${setApart(r.first)}. Wenden Sie den Umfang erneut an.`,
      }),
    dependencies_not_determined: () =>
      "Welche Gruppen, Filter und Bereichsmarkierungen gebraucht werden, ließ sich nicht feststellen. Führen Sie die Prüfungen aus: Sie lesen das Ziel erneut.",
    mappings_unresolved: (r) => {
      const first = `${nouns[r.first.kind]} ${setApart(r.first.name)}`;
      return plural(r.count, {
        one: `${number(r.count)} erforderliche Zuordnung ist offen: ${first}.`,
        other: `${number(r.count)} erforderliche Zuordnungen sind offen. Zuerst: ${first}.`,
      });
    },
    scope_mapped: (r) => `${itemsInScope(r.items)}. ${references(r.dependencies)}`,
    nothing_writable: () => "Nichts im Umfang lässt sich schreiben. Dieser Restore-Lauf bleibt deshalb ein Probelauf.",
    references_left_out: (r) =>
      plural(r.count, {
        one: `${number(r.count)} Verweis ist ausgelassen: ${plural(r.items, { one: `${number(r.items)} Element wird`, other: `${number(r.items)} Elemente werden` })} ohne ihn geschrieben.`,
        other: `${number(r.count)} Verweise sind ausgelassen: ${plural(r.items, { one: `${number(r.items)} Element wird`, other: `${number(r.items)} Elemente werden` })} ohne sie geschrieben.`,
      }),
    checks_not_run: () => "Für diesen Umfang wurden noch keine Prüfungen ausgeführt.",
    checks_under_way: (r) =>
      r.stage === "queued"
        ? `Die Prüfungen wurden am ${format.instant(r.since).text} von ${setApart(r.by)} angefordert und haben noch nicht begonnen.`
        : `Die Prüfungen laufen seit ${format.instant(r.since).text}, angefordert von ${setApart(r.by)}.${doing(r.stage)}`,
    checks_failed: (r) =>
      `Die letzten Prüfungen, angefordert von ${setApart(r.by)}, sind${ended(r.at)} fehlgeschlagen. ${why(r.problem)}`,
    checks_invalidated: (r) => `Die Prüfungen sind ungültig, seit ${changed(r.changes)}.`,
    checks_stale: (r) =>
      `Dass die aufgezeichneten Prüfungen noch aktuell sind, lässt sich nicht zeigen: Die Aufzeichnung belegt nicht, ${missing(r.cause)}.`,
    checks_blocking: (r) =>
      plural(r.count, {
        one: said(r.first),
        other: `${number(r.count)} blockierende Befunde. Zuerst: ${said(r.first)}`,
      }),
    checks_not_evaluated: (r) =>
      plural(r.count, {
        one: `Nicht ausgewertet: ${said(r.first)}`,
        other: `${number(r.count)} Prüfungen konnten nicht ausgewertet werden. Zuerst: ${said(r.first)}`,
      }),
    checks_clear: (r) =>
      r.items === null
        ? "Keine Prüfung blockierte, als dieser Lauf eingereiht wurde. Was geprüft wurde, ist nicht mehr aufgezeichnet."
        : `Die Prüfungen sind aktuell für ${items(r.items)}. Es wurde nichts Blockierendes gefunden.`,
    checks_to_look_at: (r) => {
      const warnings = counted(r.warnings, { one: "Warnung", other: "Warnungen" });
      const accepted =
        r.accepted === null
          ? ""
          : ` ${number(r.accepted.count)} hingenommen. Zuerst, von ${setApart(r.accepted.by)}: „${setApart(r.accepted.reason)}“.`;
      if (r.notEvaluated === null)
        return `${warnings} zum Ansehen. Was nicht ausgewertet wurde, ist nicht aufgezeichnet.${accepted}`;
      if (r.notEvaluated === 0) return `${warnings} zum Ansehen.${accepted}`;
      return `${number(r.notEvaluated)} nicht ausgewertet, ${warnings} zum Ansehen.${accepted}`;
    },
    preview_not_run: () => "Für diesen Umfang wurde noch keine Vorschau erzeugt.",
    preview_under_way: (r) =>
      r.stage === "queued"
        ? `Die Vorschau wurde am ${format.instant(r.since).text} von ${setApart(r.by)} angefordert und ist noch nicht begonnen.`
        : `Die Vorschau wird seit ${format.instant(r.since).text} erzeugt, angefordert von ${setApart(r.by)}.${doing(r.stage)}`,
    preview_failed: (r) =>
      `Die letzte Vorschau, angefordert von ${setApart(r.by)}, ist${ended(r.at)} fehlgeschlagen. ${why(r.problem)}`,
    preview_invalidated: (r) => `Die Vorschau ist ungültig, seit ${changed(r.changes)}.`,
    preview_stale: (r) =>
      `Dass die aufgezeichnete Vorschau noch aktuell ist, lässt sich nicht zeigen: Die Aufzeichnung belegt nicht, ${missing(r.cause)}.`,
    preview_undecided: (r) =>
      plural(r.count, {
        one: `Das Ziel hat sich seit den Prüfungen geändert: „${setApart(r.first)}“ lässt sich nicht mehr unterscheiden oder auflösen. Führen Sie die Prüfungen erneut aus.`,
        other: `Das Ziel hat sich seit den Prüfungen geändert: ${number(r.count)} Elemente lassen sich nicht mehr unterscheiden oder auflösen. Zuerst: „${setApart(r.first)}“. Führen Sie die Prüfungen erneut aus.`,
      }),
    checks_incomplete: (r) =>
      plural(r.count, {
        one: `Die Prüfungen sagen nichts über ${number(r.count)} Element des Umfangs: ${setApart(r.first)}. Führen Sie sie erneut aus.`,
        other: `Die Prüfungen sagen nichts über ${number(r.count)} Elemente des Umfangs. Zuerst: ${setApart(r.first)}. Führen Sie sie erneut aus.`,
      }),
    preview_incomplete: (r) =>
      plural(r.count, {
        one: `Die Vorschau zeigt ${number(r.count)} Element des Umfangs nicht: ${setApart(r.first)}. Erzeugen Sie sie erneut.`,
        other: `Die Vorschau zeigt ${number(r.count)} Elemente des Umfangs nicht. Zuerst: ${setApart(r.first)}. Erzeugen Sie sie erneut.`,
      }),
    preview_current: (r) =>
      `Die Vorschau ist aktuell. Geschrieben würden: ${number(r.written)} von ${ofItems(r.items)}.`,
    capability_missing: () =>
      "Sie dürfen hier keine Wiederherstellung ausführen. Die Administration des Arbeitsbereichs kann die Berechtigung erteilen.",
    facts_superseded: () => "Was diese Seite zeigt, gilt vielleicht nicht mehr.",
    dry_run_on: () => "„Nur Vorschau (Probelauf)“ ist eingeschaltet.",
    impact_not_reviewed: () => "„Ich habe die Auswirkungen durchgesehen“ ist nicht angehakt.",
    typed_confirmation_not_met: (r) => notTyped[r.comparison.state],
    confirmed_now: (r) =>
      `Auswirkungen durchgesehen und ${setApart(r.label)} eingegeben. Beides wird erneut geprüft, wenn die Ausführung angefordert wird.`,
    confirmed: (r) => `Bestätigt von ${setApart(r.by)} für ${setApart(r.label)}.`,
    safety_record_missing: () =>
      "Was die Ausführung erlaubt hat, wurde nicht aufgezeichnet. Dies lässt sich deshalb nicht zeigen.",
    ended_unconfirmed: () => "Der Lauf endete, bevor etwas bestätigt wurde.",
    not_executed: () => "Es wurde nichts ausgeführt. Einen Nachweis nach dem Lauf gibt es nicht.",
    execution_queued: () => "Die Wiederherstellung ist eingereiht.",
    execution_running: () => "Die Wiederherstellung läuft.",
    execution_without_evidence: () =>
      "Die Ausführung ist abgeschlossen, aber der Nachweis nach dem Lauf liegt noch nicht vor.",
    execution_evidence_unauthorised: () =>
      "Die Ausführung ist abgeschlossen. Ob Nachweise nach dem Lauf vorliegen, dürfen Sie nicht sehen.",
    execution_with_evidence: () => "Ausführungsbeleg und Nachweis nach dem Lauf liegen vor.",
    execution_needs_review: () =>
      "Einige Elemente wurden übersprungen, nur teilweise angewendet oder sind fehlgeschlagen.",
    evidence_asks_for_a_look: () =>
      "Der Nachweis nach dem Lauf liegt vor und zeigt nicht jedes Element wie beabsichtigt.",
    execution_failed: () => "Die Wiederherstellung war nicht erfolgreich.",
    execution_cancelled: () => "Die Wiederherstellung wurde wegen eines Abbruchs oder eines Blockers nicht ausgeführt.",
  };
};

const notTyped = {
  label_missing: "Dieser Restore-Lauf hat keine Zielbezeichnung und kann deshalb nie bestätigt werden.",
  empty: "Die Zielbezeichnung ist noch nicht eingegeben.",
  surrounding_space: "Vor oder nach der eingegebenen Bezeichnung steht ein Leerzeichen.",
  differs: "Die eingegebene Bezeichnung weicht von der Zielbezeichnung ab.",
} as const;

function changed([{ field }]: readonly [BasisChange, ...BasisChange[]]): string {
  return wordOf(germanChangedClauses, field) ?? `„${setApart(field)}“ geändert wurde`;
}

function missing(cause: StaleCause): string {
  return cause === "capture_time_not_recorded" ? "wann sie entstanden ist" : "woraus sie entstanden ist";
}

const stages = {
  reading_target: " Das Ziel wird gelesen.",
  comparing: " Das Gelesene wird verglichen.",
} as const;

function doing(stage: Exclude<AttemptStage, "queued">): string {
  return stage === null ? "" : stages[stage];
}

function why(problem: HostProblem | null): string {
  return problem === null
    ? "Warum, wurde nicht aufgezeichnet."
    : `${setApart(problem.title)}: ${setApart(problem.detail)}`;
}
