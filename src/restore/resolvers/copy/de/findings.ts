import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type {
  BrokenDecision,
  EnforcementSwitch,
  FilteredTargets,
  NamedReference,
  NamedReferences,
  TargetLimitCause,
} from "../../../run/findings.js";
import type { FindingWords } from "../finding-words.js";

const limits: Readonly<Record<TargetLimitCause, string>> = {
  permission_missing: "eine Berechtigung fehlt",
  not_licensed: "der Mandant keine Lizenz dafür hat",
  throttled: "das Ziel die Anfragen begrenzt hat",
  not_supported: "das Ziel sie nicht anbietet",
};

const broken: Readonly<Record<BrokenDecision, string>> = {
  policy_gone: "Das Ziel hat die gewählte Richtlinie nicht mehr.",
  other_type: "Die gewählte Richtlinie ist von einem anderen Typ.",
  other_platform: "Die gewählte Richtlinie gilt für eine andere Plattform.",
  built_in_scope_tag: "Die gewählte Markierung hat jeder Mandant, und sie wird nie geschrieben.",
  claimed_by_another_item: "Ein anderes Element des Backups meint dieselbe Richtlinie.",
  matched_by_id: "Das Ziel hat genau diese Richtlinie unter ihrer eigenen ID.",
  name_taken: "Das Ziel hat eine Richtlinie dieses Typs und Namens und nimmt jeden Namen nur einmal an.",
  name_needed_twice:
    "Ein weiteres Element im Umfang bekäme denselben Namen, und das Ziel nimmt jeden Namen nur einmal an.",
};

const reach = { all_users: "alle Benutzer", all_devices: "alle Geräte" } as const;

const kinds: Readonly<Record<NamedReference["kind"], string>> = {
  group: "Gruppe",
  assignment_filter: "Zuweisungsfilter",
  scope_tag: "Bereichsmarkierung",
};

/** What the checks say, in German. */
export const germanFindings = ({ number, instant }: Formatting): FindingWords => {
  const inRow = (parts: readonly string[], more: number) =>
    `${parts.join(", ")}${more > 0 ? ` und ${number(more)} weitere` : ""}`;
  const named = ({ references, more }: NamedReferences) =>
    inRow(
      references.map(({ kind, id, name }) => `${kinds[kind]} ${setApart(name ?? "") || `mit der ID ${setApart(id)}`}`),
      more,
    );
  const quoted = (names: readonly string[], more: number) =>
    inRow(
      names.map((name) => `„${setApart(name)}“`),
      more,
    );
  const filtered = ({ everyone = [], from, more }: FilteredTargets) =>
    inRow([...everyone.map((all) => reach[all]), ...from.map((name) => `„${setApart(name)}“`)], more);
  const switched = (switches: readonly EnforcementSwitch[], more: number) =>
    inRow(
      switches.map(({ setting, from, to }) => `${setApart(setting)} von „${setApart(from)}“ auf „${setApart(to)}“`),
      more,
    );
  const ownTimestamp =
    "Der Zeitpunkt des Backups wurde nicht aufgezeichnet; verglichen wurde mit dem Zeitstempel des Elements selbst.";
  return {
    checks: {
      missing_in_target: "Fehlt im Ziel",
      newer_than_backup: "Neuer als das Backup",
      identity: "Identität",
      assignment_mapping: "Zuordnung",
      orphaned_group: "Verwaiste Gruppe",
      scope_tag_mapping: "Bereichsmarkierungen",
      scope_tag_missing: "Bereichsmarkierung fehlt",
      widening: "Ausweitung",
      enforcement: "Durchsetzung",
      lockout: "Aussperrung",
      preview_only: "Nur Vergleich",
      target_limits: "Grenzen des Ziels",
    },
    reasons: {
      content_not_captured: () => "Der Inhalt wurde nicht erfasst. Das Element wird aufgeführt und übersprungen.",
      built_in_scope_tag: () =>
        "Diese Markierung hat jeder Mandant. Sie wird nie angelegt oder geschrieben und deshalb übersprungen.",
      secret_not_captured: () =>
        "Es enthält ein Geheimnis, das nicht erfasst wurde und beim Schreiben überschrieben würde. Es wird verglichen und übersprungen.",
      type_never_written: () => "Elemente dieses Typs werden verglichen und nie geschrieben. Es wird übersprungen.",
      matched_by_id: () => "Über die ID zugeordnet.",
      matched_by_name: () => "Über Name und Typ zugeordnet; keine andere Richtlinie hat beides.",
      matched_by_decision: (r) => `Durch Ihre Entscheidung „${setApart(r.policy)}“ im Ziel zugeordnet.`,
      created_by_decision: () => "Nach Ihrer Entscheidung ist es keine der Richtlinien im Ziel.",
      nothing_alike: () => "Nichts dieses Typs hat im Ziel dieselbe ID oder denselben Namen.",
      renamed: (r) =>
        `Über die ID zugeordnet und umbenannt: „${setApart(r.inTarget)}“ im Ziel, „${setApart(r.inBackup)}“ im Backup.`,
      id_of_other_type: (r) => `Die ID gehört im Ziel zu „${setApart(r.policy)}“, einer Richtlinie eines anderen Typs.`,
      id_of_other_scope_tag: (r) =>
        `Die ID gehört im Ziel zu „${setApart(r.policy)}“. Jeder Mandant vergibt die IDs der Bereichsmarkierungen selbst; es ist also eine andere Markierung.`,
      name_of_built_in_scope_tag: (r) =>
        `„${setApart(r.policy)}“ ist die Markierung, die jeder Mandant hat, und wird nie geschrieben.`,
      name_of_other_kind: (r) =>
        `Der Name gehört im Ziel zu „${setApart(r.policy)}“, einer Richtlinie anderer Art, die nicht überschrieben wird.`,
      renamed_beside_namesake: (r) =>
        `Zwei Richtlinien im Ziel könnten gemeint sein: „${setApart(r.inTarget)}“ hat die ID, eine andere den Namen „${setApart(r.inBackup)}“.`,
      homonyms: (r) =>
        `${number(r.count)} Richtlinien im Ziel könnten gemeint sein: Alle sind von diesem Typ und heißen „${setApart(r.policy)}“.`,
      similar_names: (r) =>
        `Die Namen unterscheiden sich nur in Groß- und Kleinschreibung, Leerzeichen oder gleich aussehenden Zeichen: ${quoted(r.policies, r.count - r.policies.length)} im Ziel.`,
      policy_claimed_twice: (r) =>
        `Ein anderes Element des Backups meint dieselbe Richtlinie im Ziel, „${setApart(r.policy)}“.`,
      captured_more_than_once: () => "Der Umfang enthält dieses Objekt mehrfach, und es würde mehrfach angelegt.",
      name_needed_twice: () =>
        "Ein weiteres Element im Umfang bekäme denselben Namen, und das Ziel nimmt ihn je Typ nur einmal an.",
      no_name: () =>
        "Keine Richtlinie im Ziel hat die ID, und im Backup hat es keinen Namen; welche Richtlinie es ist, lässt sich nicht erkennen.",
      namesakes_not_listed: (r) =>
        `Über den Namen zugeordnet, und eine weitere Richtlinie dieses Namens kann es geben: Das Ziel konnte nicht alle dieses Typs auflisten, weil ${limits[r.cause]}.`,
      decision_broken: (r) => `Ihre Entscheidung dazu gilt nicht: ${broken[r.cause]}`,
      present: () => "Im Ziel vorhanden.",
      missing_would_be_created: () => "Das Ziel hat es nicht. Es würde angelegt.",
      missing_and_only_updating: () => "Das Ziel hat es nicht, und diese Wiederherstellung aktualisiert nur.",
      not_listed: (r) =>
        `Ob das Ziel es hat, ist nicht bekannt: Es konnte nicht alle Elemente dieses Typs auflisten, weil ${limits[r.cause]}. Wo es nicht aufgelistet ist, würde es angelegt und könnte dann doppelt vorhanden sein.`,
      not_listed_and_only_updating: (r) =>
        `Ob das Ziel es hat, ist nicht bekannt: Es konnte nicht alle Elemente dieses Typs auflisten, weil ${limits[r.cause]}. Diese Wiederherstellung aktualisiert nur; wo es nicht aufgelistet ist, wird es übersprungen.`,
      modified_after_capture: (r) => `Im Ziel geändert am ${instant(r.at).text}, nach dem Backup.`,
      not_modified_since_capture: () => "Seit dem Backup im Ziel nicht geändert.",
      modified_after_item: (r) => `Im Ziel geändert am ${instant(r.at).text}, später als im Backup. ${ownTimestamp}`,
      not_modified_since_item: () => `Im Ziel nicht später geändert als im Backup. ${ownTimestamp}`,
      modified_time_not_told: () => "Das Ziel nennt nicht, wann die Richtlinie zuletzt geändert wurde.",
      no_time_to_compare_with: () =>
        "Weder der Zeitpunkt des Backups noch der Zeitstempel des Elements wurde aufgezeichnet.",
      references_resolved: () => "Jeder Verweis ist aufgelöst.",
      references_unresolved: (r) => `Im Ziel nicht aufgelöst: ${named(r)}.`,
      references_not_readable: (r) => `Ob das Ziel es hat, ließ sich nicht lesen: ${named(r)}.`,
      references_left_out: (r) =>
        `Ausgelassen und damit nicht erreicht: ${named(r)}.${r.nobodyLeft ? " Erreicht würde dann niemand." : ""}`,
      included_and_excluded: (r) => `„${setApart(r.group)}“ würde zugleich ein- und ausgeschlossen: ${named(r)}.`,
      groups_not_known: (r) =>
        `Weder im Backup benannt noch im Ziel vorhanden; wen sie erreichte, ist nicht zu erkennen: ${named(r)}.`,
      groups_not_named: (r) =>
        `Im Backup nicht benannt; wofür sie steht, beruht allein auf Ihrer Zuordnung: ${named(r)}.`,
      scope_tags_missing: (r) =>
        `Das Ziel hat keine solche Markierung, weder unter der Nummer noch unter dem Namen: ${named(r)}.`,
      mapped_to_default_scope_tag: (r) =>
        `Der Standardmarkierung zugeordnet; alle Administratoren könnten es sehen und ändern: ${named(r)}.`,
      assignments_untouched: (r) =>
        ({
          not_captured: "Zuweisungen wurden im Backup nicht erfasst; die des Ziels bleiben, wie sie sind.",
          from_policy_set:
            "Zuweisungen im Backup stammen aus einem Richtliniensatz; die des Ziels bleiben, wie sie sind.",
          policy_set_in_target: "Zuweisungen im Ziel stammen aus einem Richtliniensatz; sie bleiben, wie sie sind.",
        })[r.cause],
      created_without_assignments: (r) =>
        `${r.cause === "not_captured" ? "Zuweisungen wurden nicht erfasst" : "Die Zuweisungen stammen aus einem Richtliniensatz"}; es würde ohne Zuweisungen angelegt und niemanden erreichen.`,
      scope_tags_not_captured: () =>
        "Bereichsmarkierungen wurden nicht erfasst; es würde mit der Markierung angelegt, die das Ziel vergibt.",
      exclusions_dropped: (r) =>
        `Heute im Ziel ausgeschlossen und danach nicht mehr: ${quoted(r.groups, r.more)}. Es würden mehr erreicht.`,
      exclusions_left_out: (r) => `Im Backup ausgeschlossen und ausgelassen: ${named(r)}. Es würden mehr erreicht.`,
      filters_dropped: (r) => `Heute im Ziel gefiltert und danach nicht mehr: ${filtered(r)}. Es würden mehr erreicht.`,
      filters_replaced: (r) =>
        `Heute im Ziel anders gefiltert: ${filtered(r)}. Ob mehr erreicht würden, ist nicht zu erkennen.`,
      assignments_in_target_not_told: () =>
        "Das Ziel nennt nicht, wen die Richtlinie heute erreicht; ob ein Ausschluss entfiele, ist nicht bekannt.",
      would_be_enforced: (r) =>
        r.written
          ? `Im Ziel wird nur berichtet; danach würde durchgesetzt: ${switched(r.switches, r.more)}.`
          : `Im Ziel wird nur berichtet, im Backup durchgesetzt: ${switched(r.switches, r.more)}. Es wird verglichen und nie geschrieben.`,
      enforcement_in_target_not_told: () =>
        "Das Ziel nennt die Einstellungen nicht; ob dort heute nur berichtet wird, ist nicht bekannt.",
      applies_to_everyone: (r) =>
        r.written
          ? "Es würde für alle Benutzer gelten und niemanden ausschließen, könnte also alle aussperren."
          : "Im Backup gilt es für alle Benutzer und schließt niemanden aus. Es wird verglichen und nie geschrieben.",
      applies_to_all_but_guests: (r) =>
        r.written
          ? "Es würde für alle Benutzer gelten und nur Gäste ausschließen, könnte also alle aussperren, die verwalten."
          : "Im Backup gilt es für alle Benutzer und schließt nur Gäste aus. Es wird verglichen und nie geschrieben.",
      reach_not_readable: (r) =>
        `Für wen es gilt, lässt sich nicht lesen. Ob es alle aussperren könnte, ist deshalb nicht bekannt.${r.written ? "" : " Es wird verglichen und nie geschrieben."}`,
      inventory_may_be_partial: (r) =>
        `Der Bestand ist möglicherweise unvollständig: Das Ziel konnte nicht alle Elemente dieses Typs auflisten, weil ${limits[r.cause]}.`,
      restore_may_be_partial: (r) =>
        `Die Wiederherstellung ist möglicherweise unvollständig: Das Ziel lässt Elemente dieses Typs nicht schreiben, weil ${limits[r.cause]}.`,
      recorded_in_words: (r) => setApart(r.text),
    },
    notReadable:
      "Dieser Befund wurde von einer anderen Version aufgezeichnet und lässt sich nicht anzeigen. Führen Sie die Prüfungen erneut aus.",
  };
};
