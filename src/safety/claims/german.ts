import type { ClaimGrammar } from "./policy.js";
import { spellings } from "./spellings.js";

/** How German denies, instructs and asks. */
export const germanGrammar: ClaimGrammar = {
  language: "de",
  endings: spellings("e, er, es, en, em"),
  denials: spellings(`
    alles andere als, in keiner Weise, auf keinen Fall, falsch, unwahr, Zweifel, bezweifle, bezweifeln, bezweifelt,
    bestreiten, bestreitet, kaum, schwerlich, nicht, nie, niemals, kein~, keinerlei, keineswegs, keinesfalls, nichts, niemand, nirgends, ohne, weder,
    mitnichten, statt, anstatt
  `),
  prefixes: ["un", "nicht", "non"],
  pairs: [["weder", "noch"]],
  trailing: spellings(`
    nicht, noch nicht, existiert nicht, gibt es nicht, gibt es noch nicht, liegt nicht vor, liegt noch nicht vor,
    fehlt, fehlt noch, steht aus, steht noch aus, ist nicht verfügbar, nicht verfügbar, ist unbekannt, unbekannt,
    nicht vorhanden, ist nicht vorhanden, unvollständig, ist unvollständig, ausstehend
  `),
  answers: spellings(`
    nein, nie, nichts, kein~, noch nicht, unbekannt, nicht bekannt, nicht verfügbar, nicht vorhanden, nicht geprüft,
    nicht erfasst, nicht ausgewertet, nicht aufgezeichnet, nicht nachgewiesen, falsch, ausstehend
  `),
  conditions: spellings(`
    wenn, falls, sofern, ob, bis, bevor, ehe, sobald, solange, als ob
  `),
  duties: spellings(`
    muss, müssen, müsste, soll, sollen, sollte, sollten, ist zu, sind zu, bleibt zu
  `),
  instructions: spellings(`
    stellen Sie sicher, stelle sicher, prüfen Sie, prüfe, überprüfen Sie, vergewissern Sie sich
  `),
  imperatives: spellings(`
    prüfen, prüfe, verifizieren, verifiziere, bestätigen, bestätige, öffnen, öffne
  `),
  polite: spellings("bitte, zuerst, dann, jetzt, immer"),
  joins: ["und"],
  alternatives: ["oder", "noch"],
  questions: spellings(`
    ist, sind, war, waren, wurde, wurden, hat, haben, kann, können
  `),
  between: spellings(`
    unbedingt, zwingend, einzig~, dafür, darüber, stimmt, nehmen, annehmen, an, ist, sind, war, waren, sei, wird, werden, wurde, wurden, worden, bin, hat, haben, hatte, kann, können, konnte,
    konnten, könnte, darf, dürfen, muss, müssen, als, noch, oder, vollständig, ganz, wirklich, tatsächlich, derzeit,
    aktuell, bisher, bislang, jemals, je, es, sie, er, man, wir, ich, hier, damit, dadurch, daraus, dass, daß,
    heißt, bedeutet, belegt, belegen, beweist, zeigt, bestätigt, gilt, gelten, behandeln, behandelt, werten,
    gewertet, betrachten, betrachtet, angesehen, sagt, behauptet, bekannt, wahr, der Fall, mehr, einmal, sich,
    vorhanden, verfügbar, abgeschlossen, möglich, sicher
  `),
  within: spellings("von, vom, der, des, in, im, für, auf, durch, zur, zum"),
  nouns: spellings(`
    Wiederherstellung, Lauf, Restore-Lauf, Ziel, Mandant, Mandanten, Umgebung, Nachweis, Beleg, Belege,
    Ausführungsbeleg, Beweis, Evidenz, Ausführung, Ergebnis, Ergebnisse, Richtlinie, Richtlinien, Element, Elemente,
    Gerät, Geräte, Gruppe, System, Prüfung, Prüfungen, Vorschau, Sicherung, Qualität, Person, Kunden,
    Grund, Hinweis, Anzeichen, Garantie
  `),
  determiners: spellings(`
    der, die, das, den, dem, des, ein~, dies~, jed~, all~, ihr~, sein~
  `),
  afterComma: ["dass", "daß", "ob"],
};
