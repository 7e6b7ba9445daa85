import type { Formatting } from "../../../../flow/index.js";
import type { PickerWords } from "../en/picker.js";

/** The choices of step 2 in German. */
export const germanPicker = ({ counted, number, plural }: Formatting): PickerWords => {
  const items = (count: number) => counted(count, { one: "Element", other: "Elemente" });
  const ofItems = (count: number) => counted(count, { one: "Element", other: "Elementen" });
  return {
    title: "Umfang",
    itemsTitle: "Elemente",
    changeLabel: "Umfang ändern",
    showLabel: "Umfang anzeigen",
    modeTitle: "Was wiederhergestellt wird",
    all: {
      label: (count) => plural(count, { one: "Das eine Element", other: `Alle ${items(count)}` }),
      labelUncounted: "Alle Elemente",
      note: "Alles im Backup-Set. Was nicht geschrieben werden kann, wird verglichen oder aufgeführt.",
      shut: "Jedes Element des Backup-Sets ist im Umfang. Wählen Sie „Ausgewählte Elemente“, um einzelne auszulassen.",
    },
    selected: {
      label: "Ausgewählte Elemente",
      note: "Nur was unten angekreuzt ist. Eine leere Auswahl bedeutet nie alles.",
    },
    restoreModeTitle: "Richtlinien, die das Ziel nicht mehr hat",
    searchLabel: "Nach Namen suchen",
    nothingFound: "Kein Element hat das in seinem Namen.",
    shown: (shown, all) => `${number(shown)} von ${ofItems(all)} angezeigt`,
    selectShown: "Alle angezeigten auswählen",
    clearShown: "Alle angezeigten abwählen",
    select: (count, searching) => `${items(count)} auswählen${searching ? " (gefunden)" : ""}`,
    clear: (count, searching) => `${items(count)} abwählen${searching ? " (gefunden)" : ""}`,
    nothingToSelect: "Jedes angezeigte Element ist ausgewählt.",
    nothingToClear: "Kein angezeigtes Element ist ausgewählt.",
    notWritten: (compareOnly, metadataOnly) =>
      [
        ...(compareOnly === 0
          ? []
          : [
              `${number(compareOnly)} davon ${plural(compareOnly, { one: "kann", other: "können" })} nur verglichen werden`,
            ]),
        ...(metadataOnly === 0
          ? []
          : [
              `${number(metadataOnly)} davon ${plural(metadataOnly, { one: "kann", other: "können" })} nur aufgeführt werden`,
            ]),
      ].join(", ") + ".",
    loading: "Die Elemente des Backup-Sets werden geladen.",
    noBackupSet: "Es ist kein Backup-Set ausgewählt.",
    noItems: "Das Backup-Set enthält kein Element.",
    unnamed: "Name nicht aufgezeichnet",
    selection: (selected, all) => `${number(selected)} von ${ofItems(all)} ausgewählt`,
    groupSelection: (selected, all) => `${number(selected)} von ${number(all)} ausgewählt`,
    summaryUnread: "Die Elemente im Umfang lassen sich nicht lesen",
    summarySelected: (count) => `${items(count)} ausgewählt`,
    summaryDetail: (label, note) => `${label}: ${note}`,
    apply: "Umfang anwenden",
    goToApply: "Zu „Umfang anwenden“",
    nothingSelected: "Es ist kein Element ausgewählt. Eine leere Auswahl bedeutet nie alles.",
    notApplied: "Der Umfang auf dieser Seite ist noch nicht angewendet.",
    policies: { title: "Richtlinien", note: null },
    foundations: { title: "Grundlagen", note: "Andere Elemente hängen von diesen ab." },
    platformNotRecorded: "Plattform nicht aufgezeichnet",
    mark: {
      metadata_only: { word: "Nur Metadaten", note: "Inhalt nicht erfasst: aufgeführt, nie wiederhergestellt." },
      preview_only: { word: "Nur Vergleich", note: "Verglichen, nie geschrieben." },
      degraded: { word: "Beeinträchtigt", note: "Mit einem bekannten Qualitätsproblem erfasst." },
    },
    problem: {
      payload_unreadable: "Der Inhalt ließ sich nicht lesen: Es wird aufgeführt, nie wiederhergestellt.",
      sidecar_missing: "Die Datei mit den Einstellungen fehlt oder lässt sich nicht lesen.",
      secret_not_captured:
        "Ein Geheimnis ist im Export unkenntlich gemacht: Die Wiederherstellung brächte den Wert nicht zurück.",
      assignments_not_captured: "Der Export enthält die Zuweisungen nicht.",
      duplicate_id: "Der Export enthält dieselbe ID mehrmals.",
      type_unknown: "Der Typ ist hier nicht bekannt: Es lässt sich aufführen, aber nie schreiben.",
    },
  };
};
