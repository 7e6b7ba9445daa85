import { useMemo, useState } from "react";
import {
  noConfirmation,
  type CatalogueItem,
  type RestoreFacts,
  type TargetDirectory,
} from "../../src/restore/index.js";
import { RestoreResultPage, RestoreRunWizardView } from "../../src/restore/react/index.js";
import { scenario, scenarioContext, type RestoreScenarioId } from "../../src/testing/index.js";

const exit = { kind: "link", id: "close", label: "Close, the draft is kept", href: "#close" } as const;

const directory: TargetDirectory = {
  version: "sha256:directory-1",
  readAt: "2026-11-20T16:31:00Z",
  limits: [],
  groups: [
    { id: "pilot-ring", name: "Pilot ring" },
    { id: "retail-kiosks", name: "Retail kiosks" },
    { id: "store-tablets", name: "Store tablets" },
  ],
  assignmentFilters: [],
  scopeTags: [],
};

const kinds: readonly [type: string, platform: CatalogueItem["platform"], names: readonly string[]][] = [
  [
    "settings_catalog",
    "windows",
    [
      "BitLocker, corporate laptops",
      "Compliance, Windows 11",
      "Defender antivirus baseline",
      "Edge security baseline",
      "Firewall, all devices",
      "Kiosk lockdown, retail",
      "Local administrator password",
      "Office macro restrictions",
    ],
  ],
  ["update_policy", "windows", ["Update ring, broad", "Update ring, pilot"]],
  ["settings_catalog", "windows", ["Wi-Fi, head office", "Windows Hello for Business"]],
  ["conditional_access", "cross_platform", ["Require compliant device"]],
  ["assignment_filter", "windows", ["Corporate devices"]],
  ["scope_tag", "cross_platform", ["Retail"]],
];

/** The items behind the scenarios' scope, and one that is listed only. */
const items: readonly CatalogueItem[] = kinds
  .flatMap(([type, platform, names]) => names.map((name) => ({ type, platform, name })))
  .map((item, index) => ({
    ...item,
    id: index < 12 ? `settings_catalog/${String(index + 1).padStart(2, "0")}` : `other/${index}`,
    modifiedAt: null,
    capture: item.name === "Corporate devices" ? "metadata_only" : "full",
    problems: [],
  }));

/** One step of the wizard in a scenario; what the operator confirms stays in the story. */
export function WizardScenario({ id, anchor = null }: { id: RestoreScenarioId; anchor?: string | null }) {
  const { facts, step } = scenario(id);
  const [confirmation, setConfirmation] = useState(facts.confirmation);
  const present: RestoreFacts = useMemo(() => ({ ...facts, confirmation }), [facts, confirmation]);
  const nothing = () => undefined;
  return (
    <RestoreRunWizardView
      facts={present}
      step={step === "result" ? "confirm_execute" : step}
      context={scenarioContext}
      directory={directory}
      backupSets={present.backupSet === null ? [scenarioBackupSet] : [present.backupSet]}
      items={items}
      waiting={null}
      problem={null}
      announcement=""
      anchor={anchor}
      exit={exit}
      onChange={nothing}
      onRunChecks={nothing}
      onGeneratePreview={nothing}
      onExecute={nothing}
      onConfirmation={setConfirmation}
      onProblemAction={nothing}
    />
  );
}

/** The result page in a scenario. */
export function ResultScenario({ id }: { id: RestoreScenarioId }) {
  const { facts } = scenario(id);
  return (
    <RestoreResultPage
      facts={{ ...facts, confirmation: noConfirmation }}
      context={scenarioContext}
      exit={{ ...exit, label: "All restore runs of this environment" }}
      onRequestEvidence={() => undefined}
    />
  );
}

const scenarioBackupSet = known(scenario("source_selected").facts.backupSet);

function known<T>(value: T | null): T {
  if (value === null) throw new TypeError("The scenario “source_selected” has no backup set.");
  return value;
}
