/**
 * Terms that German sentences spell, in every form. A form is called by the article that stands before it, because the sentences
 * around it keep theirs: a noun of another gender has to bring sentences of its own.
 */
export const germanNouns = {
  restore: {
    die: "Wiederherstellung",
    to: "wiederherstellen",
    done: "wiederhergestellt",
    der_modus: "Wiederherstellungsmodus",
  },
  preview: { die: "Vorschau" },
  check: { die: "Prüfung", plural: "Prüfungen", konflikt_plural: "Konfliktprüfungen" },
  dry_run: { der: "Probelauf" },
  follow_up: { die: "Nacharbeit" },
  blocker: { der: "Blocker" },
  finding: { der: "Befund", plural: "Befunde", den_plural: "Befunden" },
  gate: { das: "Gate", plural: "Gates" },
  evidence: {
    der: "Nachweis",
    plural: "Nachweise",
    die_luecke: "Nachweislücke",
  },
  operation: { der: "Vorgang", des: "Vorgangs", der_nachweis: "Vorgangsnachweis" },
  target: {
    das: "Ziel",
    des: "Ziels",
    die_bezeichnung: "Zielbezeichnung",
    der_mandant: "Zielmandant",
    die_umgebung: "Zielumgebung",
  },
  scope: { der: "Umfang", des: "Umfangs" },
  item: { das: "Element", des: "Elements", plural: "Elemente", den_plural: "Elementen" },
  mapping: { die: "Zuordnung", plural: "Zuordnungen" },
  backup_set: { das: "Backup-Set", des: "Backup-Sets" },
} as const;
