import type { HostProblem } from "../../../src/restore/ports.js";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";

/** What stands for one problem; its own detail stays where it says something that only the request knows. */
interface GermanProblem {
  readonly title: string;
  readonly detail?: string;
}

const targetNotRead: GermanProblem = { title: "Das Ziel ließ sich nicht lesen" };
const changeNotTaken = "Der Restore-Lauf nimmt diese Änderung nicht an";

/** Problems that an operator can meet on a page, by their code. */
const problems: Readonly<Record<string, GermanProblem>> = {
  not_found: { title: "Nicht gefunden", detail: "Hier ist nichts, was Sie sehen dürfen." },
  not_signed_in: { title: "Nicht angemeldet", detail: "Melden Sie sich an und versuchen Sie es dann erneut." },
  capability_missing: {
    title: "Nicht erlaubt",
    detail:
      "Sie dürfen hier ansehen, aber das nicht tun. Die Administration des Arbeitsbereichs kann die Berechtigung erteilen.",
  },
  revision_moved: {
    title: "Der Restore-Lauf hat sich geändert",
    detail:
      "Laden Sie ihn neu, sehen Sie sich an, was sich geändert hat, und wiederholen Sie, was Sie weiterhin möchten.",
  },
  page_unreadable: {
    title: "Diese Seite gibt es nicht",
    detail:
      "„limit“ ist eine ganze Zahl in den Grenzen, die die Beschreibung der API nennt, und „after“ die Id eines Eintrags dieser Liste. Beginnen Sie ohne „after“.",
  },
  idempotency_key_missing: {
    title: "Schlüssel fehlt",
    detail:
      "Geben Sie dieser Anfrage im Header Idempotency-Key einen eigenen Namen, etwa eine UUID, und senden Sie sie unter demselben Namen erneut, wenn ihre Antwort verloren geht.",
  },
  idempotency_key_unreadable: {
    title: "Schlüssel nicht lesbar",
    detail: "Der Header Idempotency-Key muss 16 bis 128 Buchstaben, Ziffern, Binde- oder Unterstriche enthalten.",
  },
  idempotency_key_reused: {
    title: "Schlüssel schon verwendet",
    detail:
      "Dieser Idempotency-Key steht für eine andere Anfrage. Es wurde nichts getan. Laden Sie den Restore-Lauf neu und fordern Sie unter einem neuen Schlüssel an, was Sie weiterhin möchten.",
  },
  execution_blocked: {
    title: "Die Ausführung ist blockiert",
    detail: "Es wurde nichts eingereiht. Klären Sie jeden Grund und fordern Sie die Ausführung dann erneut an.",
  },
  preview_blocked: {
    title: "Die Vorschau ist blockiert",
    detail: "Eine Vorschau wird erzeugt, sobald jedes Gate davor erfüllt ist.",
  },
  run_already_left_preparation: {
    title: changeNotTaken,
    detail: "Er hat die Vorbereitung verlassen. Legen Sie einen anderen Restore-Lauf an.",
  },
  run_already_finished: { title: changeNotTaken, detail: "Er ist beendet, es gibt nichts mehr zu tun." },
  dry_run_is_on: { title: changeNotTaken, detail: "„Nur Vorschau (Probelauf)“ ist eingeschaltet." },
  backup_set_not_selected: { title: changeNotTaken, detail: "Wählen Sie zuerst ein Backup-Set aus." },
  scope_not_defined: { title: changeNotTaken, detail: "Legen Sie zuerst den Umfang der Wiederherstellung fest." },
  run_not_queued: { title: changeNotTaken, detail: "Er ist nicht eingereiht." },
  run_not_running: { title: changeNotTaken, detail: "Er läuft nicht." },
  facts_incomplete: {
    title: "Es ist nicht genug bekannt",
    detail: "Das Backup-Set oder seine Verweise lassen sich nicht lesen. Wählen Sie das Backup-Set erneut aus.",
  },
  archive_unreadable: {
    title: "Das Archiv lässt sich nicht lesen",
    detail:
      "Es ist kein Zip-Archiv, das hier gelesen wird, es ist beschädigt oder zu groß. Nichts davon wurde importiert.",
  },
  backup_set_unknown: {
    title: "Unbekanntes Backup-Set",
    detail: "Dieser Arbeitsbereich hat kein solches Backup-Set. Wählen Sie eines aus seiner Liste.",
  },
  items_unknown: {
    title: "Unbekannte Elemente",
    detail: "Das Backup-Set enthält nicht alle gewählten Elemente. Laden Sie den Restore-Lauf neu.",
  },
  directory_moved: {
    title: "Das Verzeichnis hat sich geändert",
    detail:
      "Woraus Sie ausgewählt haben, wurde inzwischen neu gelesen und ist jetzt anders. Laden Sie den Restore-Lauf neu und wählen Sie aus dem, was da ist.",
  },
  dependency_unknown: {
    title: "Nichts zuzuordnen",
    detail: "Kein Element im Umfang verweist auf dieses Objekt. Darüber ist nichts zu entscheiden.",
  },
  nothing_recorded: {
    title: "Es gibt noch nichts zu belegen",
    detail:
      "Nichts wurde geprüft, vorausberechnet oder ausgeführt. Führen Sie die Prüfungen aus und versuchen Sie es dann erneut.",
  },
  nothing_executed: {
    title: "Es gibt noch nichts zu zeigen",
    detail:
      "Ein Nachweis vergleicht das Ziel mit dem, was ausgeführt wurde. Dieser Restore-Lauf hat keine beendete Ausführung.",
  },
  target_not_found: targetNotRead,
  target_changed: targetNotRead,
  target_refused: targetNotRead,
  target_throttled: targetNotRead,
  target_unreachable: targetNotRead,
  target_outcome_unknown: targetNotRead,
};

/** Reasons that no gate gives, by their code. */
const reasons: Readonly<Record<string, string>> = {
  basis_moved:
    "Was Sie bestätigt haben, ist nicht das, was jetzt ausgeführt würde. Laden Sie den Restore-Lauf neu und sehen Sie sich die Vorschau an.",
  target_busy:
    "Auf diesem Ziel ist eine andere Wiederherstellung eingereiht oder läuft. Warten Sie, bis sie beendet ist.",
};

/** A problem in every language, for whoever will read it. */
export function inBoth(
  found: (language: RestoreLanguage) => HostProblem,
): Readonly<Record<RestoreLanguage, HostProblem>> {
  const german = found("de");
  return { en: found("en"), de: inGerman(german) ?? german };
}

/** A problem in German; null where there are no German words for it. */
export function inGerman(found: HostProblem): HostProblem | null {
  const words = Object.hasOwn(problems, found.code) ? problems[found.code] : undefined;
  if (words === undefined) return null;
  return {
    ...found,
    ...words,
    reasons: found.reasons.map((reason) =>
      Object.hasOwn(reasons, reason.code) ? { ...reason, reason: reasons[reason.code] ?? reason.reason } : reason,
    ),
  };
}
