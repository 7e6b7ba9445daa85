import type { CatalogueItem } from "../../restore/ports.js";
import { resolveCheckList } from "../../restore/resolvers/check-list.js";
import { resolveMappingResolver } from "../../restore/resolvers/mapping-resolver.js";
import { resolveReceipt } from "../../restore/resolvers/receipt.js";
import { resolveSemanticDiff } from "../../restore/resolvers/semantic-diff.js";
import {
  resolveDryRunSwitch,
  resolveScopePicker,
  resolveTypedConfirmation,
  scopeDraftOf,
} from "../../restore/resolvers/steps/index.js";
import { resolveCatalogue } from "../../restore/resolvers/steps/catalogue.js";
import { resolveTimeline } from "../../restore/resolvers/timeline.js";
import type { RestoreContext } from "../../restore/resolvers/context.js";
import type { RestoreFacts } from "../../restore/run/facts.js";
import type { TargetDirectory } from "../../restore/run/target.js";
import type {
  CheckListViewModel,
  DryRunSwitchViewModel,
  MappingResolverViewModel,
  ReceiptViewModel,
  RunTimelineViewModel,
  ScopePickerViewModel,
  SemanticDiffViewModel,
  TypedConfirmationViewModel,
} from "../../view-models/index.js";

/** What the target lists, in the scenarios in which it was read. */
export const scenarioDirectory: TargetDirectory = {
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
export const scenarioItems: readonly CatalogueItem[] = kinds
  .flatMap(([type, platform, names]) => names.map((name) => ({ type, platform, name })))
  .map((item, index) => ({
    ...item,
    id: index < 12 ? `settings_catalog/${String(index + 1).padStart(2, "0")}` : `other/${index}`,
    modifiedAt: null,
    capture: item.name === "Corporate devices" ? "metadata_only" : "full",
    problems: [],
  }));

/** The models of the supporting cast that follow from the facts of a run alone. */
export interface SupportingCast {
  readonly checkList: CheckListViewModel;
  readonly semanticDiff: SemanticDiffViewModel;
  readonly mappingResolver: MappingResolverViewModel;
  readonly typedConfirmation: TypedConfirmationViewModel;
  readonly dryRunSwitch: DryRunSwitchViewModel;
  readonly timeline: RunTimelineViewModel;
  readonly receipt: ReceiptViewModel;
}

/** Every member of the supporting cast, from the same facts. */
export function resolveCast(
  facts: RestoreFacts,
  context: RestoreContext,
  directory: TargetDirectory | null = facts.directoryVersion === null ? null : scenarioDirectory,
): SupportingCast {
  return {
    checkList: resolveCheckList(facts, context),
    semanticDiff: resolveSemanticDiff(facts, context),
    mappingResolver: resolveMappingResolver(facts, directory, context),
    typedConfirmation: resolveTypedConfirmation(facts, null, context),
    dryRunSwitch: resolveDryRunSwitch(facts, context),
    timeline: resolveTimeline(facts, context),
    receipt: resolveReceipt(facts, context),
  };
}

/** The picker over some items, all of which were listed; `query` is what the operator searches for. */
export function resolvePicker(
  facts: RestoreFacts,
  items: readonly CatalogueItem[],
  query: string,
  context: RestoreContext,
): ScopePickerViewModel {
  return resolveScopePicker(facts, resolveCatalogue(items, context), scopeDraftOf(facts), context)(query);
}
