import type { Formatting } from "../../../../flow/index.js";
import type { TermsWords } from "../en/terms.js";

/** Terms that several pages share, in German. One word each (SI-21). */
export const germanTerms = ({ counted }: Formatting): TermsWords => ({
  environment: { prod: "Prod", test: "Test" },
  itemType: {
    settings_catalog: "Richtlinie aus dem Einstellungskatalog",
    compliance_policy: "Konformitätsrichtlinie",
    device_configuration: "Gerätekonfigurationsprofil",
    update_policy: "Updatering",
    driver_update_profile: "Treiberupdateprofil",
    endpoint_security_intent: "Endpunktsicherheitsrichtlinie",
    app_protection: "App-Schutzrichtlinie",
    conditional_access: "Richtlinie für bedingten Zugriff",
    administrative_template: "Administrative Vorlage",
    feature_update_profile: "Featureupdateprofil",
    quality_update_profile: "Qualitätsupdateprofil",
    powershell_script: "PowerShell-Skript",
    enrollment_configuration: "Registrierungskonfiguration",
    assignment_filter: "Zuweisungsfilter",
    scope_tag: "Bereichsmarkierung",
    notification_template: "Benachrichtigungsvorlage",
    unknown: "Objekt eines unbekannten Typs",
  },
  platform: {
    windows: "Windows",
    macos: "macOS",
    ios: "iOS",
    android: "Android",
    linux: "Linux",
    cross_platform: "Alle Plattformen",
  },
  runStatus: {
    draft: "Entwurf",
    scoped: "Umfang festgelegt",
    checked: "Prüfungen ausgeführt",
    previewed: "Vorschau erzeugt",
    queued: "Eingereiht",
    running: "Läuft",
    completed: "Abgeschlossen",
    partial: "Teilweise",
    completed_with_errors: "Teilweise",
    failed: "Fehlgeschlagen",
    cancelled: "Abgebrochen",
  },
  restoreMode: {
    create_missing: {
      label: "Fehlende anlegen",
      note: "Eine Richtlinie, die das Ziel nicht mehr hat, wird angelegt. Die anderen werden aktualisiert.",
    },
    update_only: {
      label: "Nur aktualisieren",
      note: "Eine Richtlinie, die das Ziel nicht mehr hat, ist ein blockierender Befund. Es wird nichts angelegt.",
    },
  },
  phase: { settings: "Einstellungen", assignments: "Zuweisungen", scope_tags: "Bereichsmarkierungen" },
  action: {
    create: "Würde angelegt",
    update: "Würde aktualisiert",
    none: "Bereits im gewünschten Zustand",
    skip: "Würde übersprungen",
  },
  skipReason: {
    preview_only: "Es lässt sich vergleichen, aber nie schreiben.",
    metadata_only: "Sein Inhalt wurde nicht erfasst. Es lässt sich aufführen, aber nie wiederherstellen.",
    missing_in_target: "Das Ziel hat es nicht mehr, und der Wiederherstellungsmodus ist „Nur aktualisieren“.",
    identity_undecided: "Welche Richtlinie des Ziels gemeint ist, ist nicht entschieden.",
    mapping_unresolved: "Ein Verweis hat kein Gegenstück im Ziel.",
  },
  consequence: {
    widens: "Erweitert, wer erreicht wird",
    removes_protection: "Hebt Schutz auf",
    enforces: "Wird durchgesetzt",
    changes: "Ändert",
    adds: "Fügt hinzu",
  },
  showMoreItems: (remaining) =>
    `${counted(remaining, { one: "weiteres Element", other: "weitere Elemente" })} anzeigen`,
  showMoreItemsOf: (remaining, kinds) =>
    `${counted(remaining, { one: "weiteres Element", other: "weitere Elemente" })} anzeigen: ${kinds.join(", ")}`,
});
