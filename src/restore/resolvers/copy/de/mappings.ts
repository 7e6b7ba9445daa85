import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type { MappingsWords } from "../en/mappings.js";

/** References and what stands for them in the target, in German (PF-10, PF-12). */
export const germanMappings = ({ counted, number }: Formatting): MappingsWords => {
  const used = (title: string, items: number, excludes: boolean) =>
    `${title}, verwendet von ${counted(items, { one: "Element", other: "Elementen" })}${excludes ? ", schließt aus" : ""}`;
  const cache = "Das sagt nichts darüber, was der Mandant hat. Der Abgleich liest es, und die Prüfungen tun es auch.";
  return {
    refused: "Auslassen ist nicht möglich, weil sonst mehr erreicht würde.",
    suggested: "Vorschlag: im Ziel das einzige mit diesem Namen. Er zählt nicht, bis Sie ihn bestätigen.",
    confirm: "Diesen Vorschlag bestätigen",
    nothingFound: "Das zwischengespeicherte Verzeichnis enthält nichts Passendes.",
    cacheNote: "Das ist das zwischengespeicherte Verzeichnis. Der Mandant kann mehr enthalten.",
    cacheRead: (at) => `Das ist das Verzeichnis, wie es am ${at} gelesen wurde. Der Mandant kann mehr enthalten.`,
    sync: {
      queued: (at, by) =>
        `${setApart(by)} hat${at === null ? "" : ` am ${at}`} ein neues Lesen des Zielverzeichnisses angefordert. Es hat noch nicht begonnen.`,
      reading: (at, by) =>
        `Das Verzeichnis des Ziels wird gelesen. ${setApart(by)} hat das${at === null ? "" : ` am ${at}`} angefordert.`,
      failed: (at, why) =>
        `Das letzte Lesen des Zielverzeichnisses ist${at === null ? "" : ` am ${at}`} fehlgeschlagen. ${why}`.trim(),
      interrupted: "Es wurde immer wieder begonnen und jedes Mal unterbrochen.",
      already: "Das Verzeichnis des Ziels wird bereits gelesen. Was es enthält, steht hier, sobald es gelesen ist.",
    },
    title: "Zuordnungen im Ziel klären",
    progress: (resolved, total) => `${number(resolved)} von ${number(total)} geklärt`,
    explanation:
      "Ordnen Sie jedem Verweis zu, was im Ziel dafür steht. Eine Gruppe, die nur einschließt, darf ausgelassen werden: Ihre Zuweisungen werden dann nicht geschrieben, und die des Ziels werden ohne sie ersetzt. Eine Gruppe, die ausschließt, ein Filter oder eine Bereichsmarkierung darf es nicht, weil ohne sie mehr erreicht würde. Es wird nichts angelegt und nichts für Sie ausgewählt.",
    show: (count: number) => `${counted(count, { one: "Verweis", other: "Verweise" })} anzeigen`,
    showSame: (count) =>
      `${counted(count, { one: "Verweis", other: "Verweise" })} anzeigen, im Ziel über die ID gefunden`,
    scopeNotApplied: "Verweise sind bekannt, sobald der Umfang angewendet ist.",
    notDetermined: "Welche Gruppen, Filter und Bereichsmarkierungen gebraucht werden, ließ sich nicht feststellen.",
    none: "Nichts im Umfang verweist auf eine Gruppe, einen Zuweisungsfilter oder eine Bereichsmarkierung.",
    nameNotRecorded: (id) => `Name nicht aufgezeichnet, ID ${setApart(id)}`,
    id: (id) => `Id ${setApart(id)}`,
    change: "Ändern",
    undo: "Diese Entscheidung zurücknehmen",
    word: { same_id: "Im Ziel gleich", mapped: "Zugeordnet", skipped: "Ausgelassen", unresolved: "Erforderlich" },
    mappedTo: (name) => `Zugeordnet: ${setApart(name)}`,
    directoryNotRead: "Das Verzeichnis des Ziels wurde noch nicht gelesen.",
    notListed: "Das Ziel konnte nicht alles dieser Art auflisten. Ob es das hier gibt, ist nicht bekannt.",
    otherUnderItsNumber: "Das Ziel hat unter dieser Nummer etwas anderes.",
    severalOfItsName: "Das Ziel hat diesen Namen mehrfach, deshalb wird nichts vorgeschlagen.",
    decidedTwice:
      "Zwei aufgezeichnete Entscheidungen dazu widersprechen einander, deshalb gilt keine. Entscheiden Sie neu.",
    cacheNeverRead: `Das zwischengespeicherte Verzeichnis wurde nie gelesen. ${cache}`,
    kind: {
      group: {
        usage: (items, excludes) => used("Gruppe", items, excludes),
        choose: "Gruppe im Ziel wählen",
        use: "Diese Gruppe verwenden",
        leaveOut: "Diese Gruppe auslassen",
        leftOut:
          "Keine Zuweisung an diese Gruppe wird geschrieben. Ist ihr im Ziel heute eine Richtlinie zugewiesen, entfernt deren Wiederherstellung die Zuweisung.",
        broken: "Die Gruppe, der sie zugeordnet war, ist nicht mehr im Ziel.",
        notToBeLeftOut: "Diese Gruppe darf nicht ausgelassen werden.",
        search: "Gruppen im Ziel suchen",
        sync: "Gruppenabgleich öffnen",
        resolve: "Zuordnung der Gruppe im Ziel klären",
        cacheHoldsNone: `Das zwischengespeicherte Verzeichnis enthält keine Gruppe; es ist leer oder nicht aktuell. ${cache}`,
      },
      assignment_filter: {
        usage: (items, excludes) => used("Zuweisungsfilter", items, excludes),
        choose: "Zuweisungsfilter im Ziel wählen",
        use: "Diesen Zuweisungsfilter verwenden",
        leaveOut: "Diesen Zuweisungsfilter auslassen",
        leftOut: "Keine Zuweisung mit diesem Zuweisungsfilter wird geschrieben.",
        broken: "Der Zuweisungsfilter, dem er zugeordnet war, ist nicht mehr im Ziel.",
        notToBeLeftOut: "Dieser Zuweisungsfilter darf nicht ausgelassen werden.",
        search: "Zuweisungsfilter im Ziel suchen",
        sync: "Abgleich der Zuweisungsfilter öffnen",
        resolve: "Zuordnung des Zuweisungsfilters im Ziel klären",
        cacheHoldsNone: `Das zwischengespeicherte Verzeichnis enthält keinen Zuweisungsfilter; es ist leer oder nicht aktuell. ${cache}`,
      },
      scope_tag: {
        usage: (items, excludes) => used("Bereichsmarkierung", items, excludes),
        choose: "Bereichsmarkierung im Ziel wählen",
        use: "Diese Bereichsmarkierung verwenden",
        leaveOut: "Diese Bereichsmarkierung auslassen",
        leftOut: "Diese Bereichsmarkierung wird nicht geschrieben.",
        broken: "Die Bereichsmarkierung, der sie zugeordnet war, ist nicht mehr im Ziel.",
        notToBeLeftOut: "Diese Bereichsmarkierung darf nicht ausgelassen werden.",
        search: "Bereichsmarkierungen im Ziel suchen",
        sync: "Abgleich der Bereichsmarkierungen öffnen",
        resolve: "Zuordnung der Bereichsmarkierung im Ziel klären",
        cacheHoldsNone: `Das zwischengespeicherte Verzeichnis enthält keine Bereichsmarkierung; es ist leer oder nicht aktuell. ${cache}`,
      },
    },
  };
};
