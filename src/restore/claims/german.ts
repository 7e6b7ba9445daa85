import { type ForbiddenClaim, germanGrammar, type Spelling, spellings } from "../../safety/index.js";
import type { RestoreClaims } from "./groups.js";

const recovery: readonly Spelling[] = spellings(`
    Wiederherstellung, Wiederherstellungen, Recovery, Rücksicherung, Wiederanlauf, Restore
  `);
const verified: readonly Spelling[] = spellings(`
    verifiziert~, geprüft~, überprüft~, bestätigt~, nachgewiesen~, bewiesen~, belegt~, beweist, beweisen,
    validiert~, zertifiziert~, garantiert~, gesichert~, verified, nachweislich~, erwiesen~, ✓
  `);
const done: readonly Spelling[] = spellings(`
    abgeschlossen~, erfolgreich~, vollständig~, gelungen~, geglückt~, erfolgt, komplett~, erledigt, vollzogen~,
    fertig, Erfolg, gelang, bestanden, geklappt, funktioniert, problemlos, in Ordnung, okay, ok, ✓
  `);
const exists: readonly Spelling[] = spellings(`
    vorhanden, verfügbar, liegt vor, liegen vor, vorliegt, vorliegen, existiert, existieren, erbracht, besteht,
    vollständig, da
  `);
const proof: readonly Spelling[] = spellings(`
    Nachweis, Nachweise, Beleg, Belege, Beweis, Beweise, Evidenz
  `);

const claim = (
  id: string,
  kind: ForbiddenClaim["kind"],
  order: ForbiddenClaim["order"],
  gap: number,
  ...words: ForbiddenClaim["words"]
): ForbiddenClaim => ({ id, kind, order, gap, words });

/** What German may not say about a restore, by what would have to be true. */
export const germanClaims: RestoreClaims = {
  grammar: germanGrammar,
  always: [
    claim("recovery_verified", "act", "any", 12, recovery, verified),
    claim("recovery_verified", "act", "as_written", 6, ["bestätigen", "garantieren", "gewährleisten"], recovery),
    claim("recovery_verified", "quality", "any", 4, ["Wiederherstellungsprüfung", "Recovery-Prüfung"], done),
    claim("recovery_verified", "act", "any", 3, ["wiederhergestellt~"], spellings("geprüft~, überprüft~, bestätigt~")),
    claim(
      "recovery_verified",
      "act",
      "any",
      3,
      spellings(`
    alles, Ergebnis, Ergebnisse, Endzustand, wiederhergestellt~
  `),
      spellings(`
    verifiziert~, nachgewiesen~, bewiesen~, garantiert~, verified
  `),
    ),
    claim(
      "recovered",
      "quality",
      "any",
      3,
      spellings(`
    vollständig, erfolgreich, komplett, alles, alle, ganz, nachweislich, sicher, fehlerfrei, problemlos
  `),
      ["wiederhergestellt~", "restauriert~", "zurückgespielt~"],
    ),
    claim("recovered", "quality", "any", 4, spellings("Mandant, Umgebung, System, Ziel, Konfiguration, Betrieb"), [
      "wiederhergestellt~",
      "wieder da",
      "wieder in Betrieb",
      "läuft wieder",
      "funktioniert wieder",
    ]),
    claim("recovery_complete", "quality", "any", 6, recovery, done),
    claim(
      "recovery_proof",
      "quality",
      "any",
      4,
      spellings(`
    Wiederherstellungsnachweis, Wiederherstellungsbeleg, Wiederherstellungsbeweis, Recovery-Nachweis
  `),
      exists,
    ),
    claim("recovery_proof", "quality", "as_written", 4, proof, recovery, exists),
    claim("recovery_proof", "quality", "as_written", 2, spellings("ist, sind, als, gilt als, liefert, erbringt"), [
      "Wiederherstellungsnachweis",
      "Wiederherstellungsbeleg",
      "Wiederherstellungsbeweis",
    ]),
    claim("recovery_proof", "quality", "as_written", 3, spellings("ist, als, liefert, erbringt"), proof, recovery),
    claim(
      "healthy",
      "quality",
      "as_written",
      0,
      spellings(`
    gesund~, wohlauf, kerngesund~, voll funktionsfähig, voll einsatzfähig, wieder normal, fehlerfrei~, healthy
  `),
    ),
    claim(
      "customer_safe",
      "quality",
      "any",
      2,
      ["Kundensicherheit", "Sicherheit der Kunden"],
      spellings("gewährleistet, garantiert, gegeben, bestätigt, hergestellt, ✓"),
    ),
    claim("healthy", "undeniable", "as_written", 0, ["gesünder~"]),
    claim(
      "healthy",
      "quality",
      "as_written",
      3,
      ["alles", "alle Systeme"],
      spellings(`
    in Ordnung, gut, grün, bestens, läuft, laufen, funktioniert, funktionieren, okay, ok, ✓, 🟢
  `),
    ),
    claim("compliant", "quality", "as_written", 0, spellings("*konform~, compliant, vorschriftsmäßig~, regelgerecht~")),
    claim(
      "compliant",
      "quality",
      "any",
      2,
      ["Compliance", "Konformität", "Richtlinientreue"],
      spellings(`
    verifiziert~, bestätigt~, erreicht~, hergestellt~, wiederhergestellt~, nachgewiesen~, garantiert~, erfüllt~,
    vollständig~, volle, voller, gegeben, ✓
  `),
    ),
    claim(
      "compliant",
      "quality",
      "any",
      3,
      spellings("Anforderungen, Vorgaben, Standards, Vorschriften, Richtlinien"),
      ["erfüllt~", "erfüllen", "eingehalten~"],
    ),
    claim(
      "customer_safe",
      "quality",
      "any",
      2,
      spellings("Kunde~, Kunden, Endkunden, Kundschaft, Anwender, Nutzer"),
      spellings("sicher~, safe, bereit, unbedenklich~"),
    ),
    claim(
      "safe_to_use",
      "quality",
      "as_written",
      0,
      spellings(`
    betriebsbereit~, einsatzbereit~, produktionsreif~, produktionsbereit~, einsatzfähig~, verlässlich~,
    vertrauenswürdig~, ist Verlass, kundentauglich~, kundenreif~, kann genutzt werden, kann verwendet werden
  `),
    ),
    claim(
      "safe_to_use",
      "quality",
      "any",
      2,
      spellings("sicher, bereit, geeignet, freigegeben"),
      spellings(`
    zu verwenden, zu nutzen, zur Nutzung, zur Verwendung, für die Produktion, für den Betrieb, zum Einsatz, nutzbar,
    verwendbar
  `),
    ),
  ],
  calm: [
    claim(
      "calm",
      "quality",
      "as_written",
      0,
      spellings(`
    sicher~, gefahrlos~, unbedenklich~, harmlos~, grün~, bereit~, startbereit~, startklar~, okay, ok
  `),
    ),
    claim(
      "calm",
      "undeniable",
      "as_written",
      0,
      spellings(`
    risikofrei~, risikolos~, kein Risiko, ohne Risiko, keine Gefahr, keine Probleme, keine Sorge, alles klar,
    unproblematisch~, nichts zu befürchten
  `),
    ),
  ],
  executed: [
    claim(
      "executed",
      "quality",
      "as_written",
      3,
      spellings("Ausführung, Wiederherstellung, Änderungen, Restore"),
      spellings(`
    abgeschlossen, beendet, ausgeführt, angewendet, erledigt, erfolgt
  `),
    ),
    claim(
      "executed",
      "quality",
      "any",
      1,
      ["erfolgreich"],
      spellings("abgeschlossen, ausgeführt, beendet, angewendet"),
    ),
  ],
  final: [
    claim("final", "quality", "as_written", 3, spellings("Ergebnisse, Ergebnis, Nachweis, Nachweise"), [
      "endgültig",
      "final",
      "vollständig",
    ]),
  ],
  allApplied: [
    claim(
      "all_applied",
      "quality",
      "any",
      3,
      ["alle", "alles", "jedes"],
      ["angewendet", "geschrieben", "wie vorgesehen"],
    ),
    claim("all_applied", "undeniable", "as_written", 0, [
      "keine Nacharbeit nötig",
      "keine Nacharbeit erforderlich",
      "nichts zu prüfen",
    ]),
  ],
  executionProof: [
    claim(
      "execution_proof",
      "quality",
      "any",
      6,
      ["Ausführungsbeleg", "Ausführungsnachweis", "Beleg der Ausführung"],
      exists,
    ),
  ],
  operationProof: [
    claim("operation_proof", "quality", "any", 4, ["Vorgangsbeleg", "Vorgangsnachweis", "Operationsbeleg"], exists),
  ],
  evidence: [
    claim(
      "evidence",
      "quality",
      "any",
      4,
      spellings(`
    Nachweis nach dem Lauf, Nachweis-Snapshot, Evidenz-Snapshot, Nachweisaufnahme
  `),
      exists,
    ),
  ],
  previewEvidence: [
    claim(
      "preview_evidence",
      "quality",
      "any",
      2,
      ["Vorschaunachweis", "Nachweis der Vorschau", "Vorschaubeleg"],
      exists,
    ),
  ],
  partialRecovery: [
    claim(
      "partial_recovery",
      "quality",
      "any",
      4,
      recovery,
      spellings(`
    teilweise, weitgehend, größtenteils, nahezu, fast, wahrscheinlich, voraussichtlich, möglich
  `),
    ),
  ],
  followUp: [
    claim(
      "follow_up",
      "quality",
      "as_written",
      2,
      ["Nacharbeit", "Nachbearbeitung"],
      ["erforderlich", "nötig", "notwendig"],
    ),
    claim("follow_up", "quality", "any", 2, ["übersprungene Elemente"], ["vorhanden", "gibt es", "es gibt"]),
  ],
};
