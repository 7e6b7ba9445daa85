import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type { ChangeValue } from "../../../run/change.js";
import { pathInWords, valueInWords } from "../../change-words.js";
import { germanChanges } from "./changes.js";
import type { OutcomeReasonsWords } from "../en/outcome-reasons.js";

type Phase = "settings" | "assignments" | "scope_tags";

const kinds = {
  group: "die Gruppe",
  assignment_filter: "der Zuweisungsfilter",
  scope_tag: "die Bereichsmarkierung",
} as const;
const phases: Readonly<Record<Phase, string>> = {
  settings: "Einstellungen",
  assignments: "Zuweisungen",
  scope_tags: "Bereichsmarkierungen",
};
const untouched = {
  not_captured: "wurden im Backup nicht erfasst; die des Ziels bleiben, wie sie sind.",
  from_policy_set: "stammen im Backup aus einem Richtliniensatz; die des Ziels bleiben, wie sie sind.",
  policy_set_in_target: "stammen im Ziel aus einem Richtliniensatz; sie bleiben, wie sie sind.",
} as const;
const answers = {
  not_found: "Das Ziel hat es nicht",
  changed: "Die Richtlinie änderte sich im Ziel zwischen Lesen und Schreiben",
  refused: "Das Ziel lehnte die Anfrage ab",
  throttled: "Das Ziel nahm keine weiteren Anfragen an",
  unreachable: "Das Ziel war nicht erreichbar",
  outcome_unknown: "Die Verbindung zum Ziel brach ab; der Schreibvorgang kann angewendet worden sein",
} as const;

/** Why outcomes and findings are what they are, in German. */
export const germanOutcomeReasons = (format: Formatting): OutcomeReasonsWords => {
  const { number } = format;
  const changes = germanChanges(format);
  const side = (value: ChangeValue) => (value.kind === "absent" ? "nicht gesetzt" : valueInWords(value, changes));
  const changed = (what: string) => `Seit der Vorschau geändert: ${what}. Nichts wurde geschrieben.`;
  const changedRun = (what: string) =>
    `${changed(what)} Erstellen Sie einen weiteren Lauf und sehen Sie sich dessen Vorschau an.`;
  // What the target said itself may be in another language, so ours stands before it.
  const said = ({ code, detail }: { readonly code: string; readonly detail: string }) => {
    const own = Object.hasOwn(answers, code) ? answers[code as keyof typeof answers] : "Das Ziel nannte keinen Grund";
    return detail.trim() === "" ? `${own}.` : `${own}: „${setApart(detail)}“`;
  };
  const list = (parts: readonly Phase[]) => parts.map((phase) => phases[phase]).join(", ");
  return {
    outcome: {
      left_untouched: ({ phase, cause }) => `${phases[phase]} ${untouched[cause]}`,
      part_before_failed: () => "Nicht versucht, weil der Teil davor nicht gelang.",
      no_value_planned: () => "Der Plan enthält keinen Wert für diesen Teil.",
      target_answered: ({ problem }) => said(problem),
      not_in_preview: () => "Es war nicht Teil der Vorschau. Deshalb wurde nichts geschrieben.",
      policy_appeared: ({ name }) => changed(`das Ziel hat jetzt eine passende Richtlinie, „${setApart(name)}“`),
      policy_gone: () => changed("die Richtlinie gibt es im Ziel nicht mehr"),
      policy_not_readable: ({ problem }) => `Die Richtlinie ließ sich vor dem Schreiben nicht lesen. ${said(problem)}`,
      policy_changed: ({ fields, notNamed }) => {
        if (fields.length === 0) return changed("die Richtlinie, in einem Teil ohne Namen");
        const named = fields.map(
          ({ path, before, after }) => `${pathInWords(path, changes)} (war ${side(before)}, ist ${side(after)})`,
        );
        return changed(`${named.join("; ")}${notNamed > 0 ? `; und ${number(notNamed)} weitere` : ""}`);
      },
      match_changed: () => changed("das Element passt jetzt anders zum Ziel"),
      write_changed: () => changed("geschrieben würde nicht mehr, was gezeigt wurde"),
      references_not_recorded: () => changedRun("die Vorschau hält nicht fest, wie ihre Verweise aufgelöst wurden"),
      reference_changed: ({ kind, name, change }) => {
        const called = `${kinds[kind]} „${setApart(name)}“`;
        switch (change.how) {
          case "gone":
            return changedRun(`${called} ist nicht mehr, was die Vorschau im Ziel fand`);
          case "resolved_differently":
            return changedRun(`${called} wird anders aufgelöst`);
          case "another_object":
            return changedRun(`${called} ist ein anderes Objekt`);
          case "renamed":
            return changedRun(`${called} heißt jetzt „${setApart(change.calledNow)}“`);
          case "added":
            return changedRun(`${called} ist neu`);
        }
      },
      directory_changed: () =>
        changedRun("Gruppen, Zuweisungsfilter oder Bereichsmarkierungen des Ziels sind nicht mehr die der Zuordnungen"),
      backup_set_not_readable: () => "Das Backup-Set ließ sich nicht lesen.",
      target_not_readable: () => "Das Ziel ließ sich nicht lesen.",
      target_identity_not_readable: ({ problem }) => `Die Identität des Ziels ließ sich nicht lesen. ${said(problem)}`,
      target_is_another: ({ expected, actual }) =>
        `Das Ziel gibt sich jetzt als ${setApart(actual.label)} (${setApart(actual.tenantId)}) aus, nicht als ${setApart(expected.label)} (${setApart(expected.tenantId)}). Nichts wurde geschrieben.`,
      cancelled_by: ({ name }) => `Abgebrochen von ${setApart(name)}.`,
      cancelled_before_item: ({ name }) => `${setApart(name)} hat abgebrochen, bevor dieses Element geschrieben wurde.`,
      found_after_interruption: () => "Nach einer Unterbrechung im Ziel so vorgefunden.",
      interrupted_while_writing: () => "Die Ausführung wurde unterbrochen, während dies geschrieben wurde.",
      interrupted_before: () => "Nicht versucht, weil die Ausführung vorher unterbrochen wurde.",
      interrupted_each_time: ({ times }) =>
        `Die Ausführung wurde ${number(times)}-mal begonnen, jedes Mal unterbrochen und dann beendet. Was bis dahin nicht begonnen war, wurde nicht versucht.`,
      record_brought_back: () =>
        "Die Aufzeichnung stammt aus einer Kopie und sagt nicht, was geschrieben wurde, seit es diese gibt.",
    },
    finding: {
      not_part_of_restore: () => "Es gehörte nicht zu dem, was die Wiederherstellung schreiben würde.",
      absent_in_target: () => "Das Ziel hat es nicht.",
      type_not_listed: () => "Das Ziel konnte nicht alle Objekte dieser Art auflisten.",
      another_type_in_target: () => "Das Ziel führt unter dieser Kennung eine Richtlinie anderer Art.",
      creation_not_known: () =>
        "Ob es angelegt wurde, ist nicht bekannt, und damit auch nicht, welche Richtlinie es wäre.",
      intended_not_known: () => "Was beabsichtigt war, lässt sich aus dem Ziel nicht mehr ermitteln.",
      read_refused: ({ problem }) => `Das Ziel ließ sich nicht lesen. ${said(problem)}`,
    },
    differs: (parts) =>
      `Weicht vom Beabsichtigten ab: ${parts.map(({ phase, differences }) => `${phases[phase]} (${number(differences)})`).join(", ")}.`,
    notReturned: (parts) => `Das Ziel gab nicht zurück: ${list(parts)}.`,
    leftAlone: (parts) => `Nicht verglichen, weil die Wiederherstellung sie unverändert ließ: ${list(parts)}.`,
    notKnown: "Der Datensatz nennt einen Grund, den diese Version nicht kennt.",
  };
};
