import type { ProblemCode } from "../../api/problem-codes.js";
import type { HostProblem } from "../../../src/restore/ports.js";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";

/** What stands for one problem. Where the detail is null, its own stays: it says what only the request or the target knows. */
interface GermanProblem {
  readonly title: string;
  readonly detail: string | null | ((found: HostProblem) => string);
}

const targetNotRead: GermanProblem = { title: "Das Ziel ließ sich nicht lesen", detail: null };
const notTaken = (detail: string): GermanProblem => ({
  title: "Der Restore-Lauf nimmt diese Änderung nicht an",
  detail,
});

/** Every problem by its code; one that is missing does not compile. */
const problems: Readonly<Record<ProblemCode, GermanProblem>> = {
  acceptance_not_recorded: notTaken("Dieser Befund wurde nicht akzeptiert. Es gibt nichts zurückzunehmen."),
  acceptance_without_reason: notTaken("Geben Sie an, warum dieser Befund hinnehmbar ist."),
  archive_unreadable: {
    title: "Das Archiv lässt sich nicht lesen",
    detail:
      "Es ist kein Zip-Archiv, das hier gelesen wird, es ist beschädigt oder zu groß. Nichts davon wurde importiert.",
  },
  assessment_ended: {
    title: "Das ist bereits beendet",
    detail: "Es gibt nichts mehr abzubrechen. Laden Sie den Restore-Lauf neu und sehen Sie sich an, was daraus wurde.",
  },
  assessment_interrupted: {
    title: "Das kam nie zu einem Ende",
    detail:
      "Es wurde mehrmals begonnen und jedes Mal unterbrochen. Nichts davon wurde aufgezeichnet. Fordern Sie es erneut an.",
  },
  assessment_under_way: {
    title: "Das Ziel wird gerade für etwas anderes gelesen",
    detail:
      "Prüfungen und Vorschau eines Restore-Laufs entstehen nacheinander. Warten Sie, bis beendet ist, was gerade läuft, oder brechen Sie es ab.",
  },
  backup_set_not_readable: notTaken("Das ausgewählte Backup-Set lässt sich nicht lesen."),
  backup_set_not_selected: notTaken("Wählen Sie zuerst ein Backup-Set aus."),
  backup_set_unknown: {
    title: "Unbekanntes Backup-Set",
    detail: "Dieser Arbeitsbereich hat kein solches Backup-Set. Wählen Sie eines aus seiner Liste.",
  },
  basis_moved: notTaken("Was bestätigt wurde, ist nicht das, was jetzt ausgeführt würde."),
  body_too_large: {
    title: "Zu groß",
    detail: ({ detail }) => `Der Inhalt darf höchstens ${/\d+/.exec(detail)?.[0] ?? "1"} MB groß sein.`,
  },
  capability_missing: {
    title: "Nicht erlaubt",
    detail:
      "Sie dürfen hier ansehen, aber das nicht tun. Die Administration des Arbeitsbereichs kann die Berechtigung erteilen.",
  },
  checks_blocking: notTaken("Die Prüfungen enthalten einen blockierenden Befund."),
  checks_incomplete: notTaken("Die Prüfungen sagen nicht zu jedem Element im Umfang etwas. Führen Sie sie erneut aus."),
  checks_not_evaluated: notTaken(
    "Eine Prüfung, die hätte blockieren können, wurde nicht ausgewertet, und niemand hat sie akzeptiert.",
  ),
  dependency_unknown: {
    title: "Nichts zuzuordnen",
    detail: "Kein Element im Umfang verweist auf dieses Objekt. Darüber ist nichts zu entscheiden.",
  },
  directory_moved: {
    title: "Das Verzeichnis hat sich geändert",
    detail:
      "Woraus Sie ausgewählt haben, wurde inzwischen neu gelesen und ist jetzt anders. Laden Sie den Restore-Lauf neu und wählen Sie aus dem, was da ist.",
  },
  dry_run_is_on: notTaken("„Nur Vorschau (Probelauf)“ ist eingeschaltet."),
  event_not_known: notTaken("Er kennt diese Art von Änderung nicht."),
  evidence_answers_old_question: notTaken(
    "Er hat sich geändert, während dies berechnet wurde, und was aufgezeichnet ist, gilt weiterhin. Die späte Antwort wurde nicht aufgezeichnet.",
  ),
  evidence_not_current: notTaken("Was aufgezeichnet ist, beschreibt nicht, was jetzt gewählt ist."),
  evidence_proves_no_basis: notTaken("Die Antwort belegt nicht, worauf sie beruht. Sie wurde nicht aufgezeichnet."),
  execution_blocked: {
    title: "Die Ausführung ist blockiert",
    detail: "Es wurde nichts eingereiht. Klären Sie jeden Grund und fordern Sie die Ausführung dann erneut an.",
  },
  facts_incomplete: {
    title: "Es ist nicht genug bekannt",
    detail: "Das Backup-Set oder seine Verweise lassen sich nicht lesen. Wählen Sie das Backup-Set erneut aus.",
  },
  filter_unreadable: {
    title: "Diesen Filter gibt es nicht",
    detail: "Die Beschreibung der API nennt die Werte, nach denen sich diese Liste filtern lässt.",
  },
  finding_not_acceptable: notTaken(
    "Akzeptiert wird nur, was hätte blockieren können und nicht ausgewertet wurde. Dieser Befund ist keiner davon.",
  ),
  finding_not_recorded: notTaken("Die aktuellen Prüfungen enthalten diesen Befund nicht. Laden Sie ihn neu."),
  foreign_host: {
    title: "Unter diesem Namen nicht erreichbar",
    detail: "Dieser Server antwortet nur unter dem Namen des Rechners, an den er gebunden ist.",
  },
  foreign_origin: {
    title: "Anfrage einer anderen Website",
    detail: "Diese Anfrage kam von der Seite einer anderen Website, die hier nicht handeln darf.",
  },
  idempotency_key_missing: {
    title: "Schlüssel fehlt",
    detail:
      "Geben Sie dieser Anfrage im Header Idempotency-Key einen eigenen Namen, etwa eine UUID, und senden Sie sie unter demselben Namen erneut, wenn ihre Antwort verloren geht.",
  },
  idempotency_key_reused: {
    title: "Schlüssel schon verwendet",
    detail:
      "Dieser Idempotency-Key steht für eine andere Anfrage. Es wurde nichts getan. Laden Sie den Restore-Lauf neu und fordern Sie unter einem neuen Schlüssel an, was Sie weiterhin möchten.",
  },
  idempotency_key_unreadable: {
    title: "Schlüssel nicht lesbar",
    detail: "Der Header Idempotency-Key muss 16 bis 128 Buchstaben, Ziffern, Binde- oder Unterstriche enthalten.",
  },
  impact_not_reviewed: notTaken("Die Auswirkungen sind nicht als durchgesehen markiert."),
  internal_error: {
    title: "Hier ist etwas schiefgegangen",
    detail: ({ detail }) =>
      `Es wurde unter ${/recorded under (\S+)\./.exec(detail)?.[1] ?? "der Kennung dieser Anfrage"} aufgezeichnet. Nichts sagt, dass getan wurde, was Sie angefordert haben: Laden Sie die Seite neu.`,
  },
  // The place and what is wrong there are read in the language of the caller.
  invalid_request: { title: "Der Inhalt ist nicht, was hier angenommen wird", detail: null },
  items_unknown: {
    title: "Unbekannte Elemente",
    detail: "Das Backup-Set enthält nicht alle gewählten Elemente. Laden Sie den Restore-Lauf neu.",
  },
  malformed_json: { title: "Der Inhalt ist kein JSON", detail: "Er ließ sich nicht als JSON lesen." },
  name_unusable: {
    title: "Der Name lässt sich nicht verwenden",
    detail: "Er ist leer, zu lang oder enthält Zeichen, die niemand lesen oder zur Bestätigung eingeben kann.",
  },
  newer_evidence_recorded: notTaken(
    "Neuere Ergebnisse sind bereits aufgezeichnet. Die späte Antwort wurde nicht aufgezeichnet.",
  ),
  no_items: {
    title: "Nichts, womit sich ein Ziel füllen ließe",
    detail:
      "Der Export enthält kein lesbares Intune-Objekt, und ein Ziel ohne jedes sähe aus wie ein leerer Mandant. Prüfen Sie den Ordner.",
  },
  not_found: { title: "Nicht gefunden", detail: "Hier ist nichts, was Sie sehen dürfen." },
  not_json: {
    title: "JSON erwartet",
    detail: "Senden Sie den Inhalt als JSON, mit dem Header Content-Type: application/json.",
  },
  not_signed_in: { title: "Nicht angemeldet", detail: "Melden Sie sich an und versuchen Sie es dann erneut." },
  not_ready: {
    title: "Noch nicht bereit",
    detail: "Der Server erreicht seine Datenbank nicht oder wird gerade beendet. Versuchen Sie es gleich noch einmal.",
  },
  nothing_executed: {
    title: "Es gibt noch nichts zu zeigen",
    detail:
      "Ein Nachweis vergleicht das Ziel mit dem, was ausgeführt wurde. Dieser Restore-Lauf hat keine beendete Ausführung.",
  },
  nothing_recorded: {
    title: "Es gibt noch nichts zu belegen",
    detail:
      "Nichts wurde geprüft, vorausberechnet oder ausgeführt. Führen Sie die Prüfungen aus und versuchen Sie es dann erneut.",
  },
  nothing_to_change: { title: "Es wurde nichts geändert", detail: "Im Ziel ist nichts, was sich so ändern ließe." },
  nothing_writable: notTaken("Nichts im Umfang lässt sich schreiben. Er bleibt ein Probelauf."),
  page_unreadable: {
    title: "Diese Seite gibt es nicht",
    detail:
      "„limit“ ist eine ganze Zahl in den Grenzen, die die Beschreibung der API nennt, und „after“ die Id eines Eintrags dieser Liste. Beginnen Sie ohne „after“.",
  },
  preview_blocked: {
    title: "Die Vorschau ist blockiert",
    detail: "Eine Vorschau wird erzeugt, sobald jedes Gate davor erfüllt ist.",
  },
  preview_incomplete: notTaken("Die Vorschau zeigt nicht jedes Element im Umfang. Erzeugen Sie sie erneut."),
  preview_undecided: notTaken("Die Vorschau überspringt ein Element, über das niemand entschieden hat."),
  rate_limited: {
    title: "Zu viele Anfragen",
    detail: "Es wurde nichts getan. Versuchen Sie es nach der Zeit erneut, die der Header Retry-After nennt.",
  },
  revision_missing: {
    title: "Revision fehlt",
    detail: 'Nennen Sie die Revision, für die diese Änderung gedacht ist: If-Match: "<Revision>".',
  },
  revision_moved: {
    title: "Der Restore-Lauf hat sich geändert",
    detail:
      "Laden Sie ihn neu, sehen Sie sich an, was sich geändert hat, und wiederholen Sie, was Sie weiterhin möchten.",
  },
  revision_unreadable: {
    title: "Revision nicht lesbar",
    detail: 'Der Header If-Match muss eine Revision in Anführungszeichen enthalten, etwa "3".',
  },
  run_already_finished: notTaken("Er ist beendet, es gibt nichts mehr zu tun."),
  run_already_left_preparation: notTaken("Er hat die Vorbereitung verlassen. Legen Sie einen anderen Restore-Lauf an."),
  run_not_queued: notTaken("Er ist nicht eingereiht."),
  run_not_running: notTaken("Er läuft nicht."),
  scope_not_defined: notTaken("Legen Sie zuerst den Umfang der Wiederherstellung fest."),
  target_busy: {
    title: "Das Ziel ist beschäftigt",
    detail:
      "Auf diesem Ziel ist eine Wiederherstellung eingereiht oder läuft. Warten Sie, bis sie beendet ist, und importieren Sie dann erneut.",
  },
  target_changed: targetNotRead,
  target_exists: {
    title: "Der Name ist vergeben",
    detail:
      "Es gibt bereits eine Umgebung dieses Namens, und nichts an ihr wurde geändert. Importieren Sie unter einem anderen Namen.",
  },
  target_identity_differs: notTaken("Das Ziel ist nicht das, für das er angelegt wurde."),
  target_identity_not_read: notTaken("Das Ziel hat nicht gesagt, wer es ist. Führen Sie die Prüfungen aus."),
  target_is_another_tenant: {
    title: "Der Export stammt aus einem anderen Mandanten",
    detail: "Die Umgebung dieses Namens gehört zu einem anderen Mandanten. Importieren Sie unter einem anderen Namen.",
  },
  target_not_found: targetNotRead,
  target_outcome_unknown: targetNotRead,
  target_refused: targetNotRead,
  target_throttled: targetNotRead,
  target_unreachable: targetNotRead,
  typed_confirmation_not_met: notTaken("Der eingegebene Text ist nicht die Zielbezeichnung."),
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

/** A problem in German; null where its code is none of ours, such as in a record of another version. */
export function inGerman(found: HostProblem): HostProblem | null {
  if (!Object.hasOwn(problems, found.code)) return null;
  const { title, detail } = problems[found.code as ProblemCode];
  return {
    ...found,
    title,
    detail: typeof detail === "function" ? detail(found) : (detail ?? found.detail),
    reasons: found.reasons.map((reason) =>
      Object.hasOwn(reasons, reason.code) ? { ...reason, reason: reasons[reason.code] ?? reason.reason } : reason,
    ),
  };
}
