import type { Formatting } from "../../../../flow/index.js";
import type { CaptureProblem } from "../../../run/items.js";

/** The choices of step 2 in English (RW-4, RW-5). */
export const englishPicker = ({ counted, number }: Formatting) => {
  const items = (count: number) => counted(count, { one: "item", other: "items" });
  return {
    title: "Scope",
    itemsTitle: "Items",
    changeLabel: "Change scope",
    showLabel: "Show scope",
    modeTitle: "What is restored",
    all: {
      label: (count: number) => `All ${items(count)}`,
      /** While the items are not loaded: that is not zero items. */
      labelUncounted: "All items",
      note: "Everything in the backup set. What cannot be written is compared or listed.",
      shut: "Every item of the backup set is in scope. Choose “Selected items” to leave some out.",
    },
    selected: {
      label: "Selected items",
      note: "Only what is ticked below. An empty selection never means all.",
    },
    restoreModeTitle: "Policies the target no longer has",
    searchLabel: "Search by name",
    nothingFound: "No item has this in its name.",
    shown: (shown: number, all: number) => `${number(shown)} of ${items(all)} shown`,
    selectShown: "Select all shown",
    clearShown: "Clear all shown",
    select: (count: number, searching: boolean) => `Select ${items(count)}${searching ? " found" : ""}`,
    clear: (count: number, searching: boolean) => `Clear ${items(count)}${searching ? " found" : ""}`,
    nothingToSelect: "Every item shown is selected.",
    nothingToClear: "No item shown is selected.",
    /** What of a selection is never written; the counts are not both zero. */
    notWritten: (compareOnly: number, metadataOnly: number) =>
      [
        ...(compareOnly === 0 ? [] : [`${number(compareOnly)} of them can only be compared`]),
        ...(metadataOnly === 0 ? [] : [`${number(metadataOnly)} of them can only be listed`]),
      ].join(", ") + ".",
    loading: "Loading the items of the backup set.",
    noBackupSet: "No backup set is selected.",
    noItems: "The backup set holds no item.",
    unnamed: "Name not recorded",
    selection: (selected: number, all: number) => `${number(selected)} of ${items(all)} selected`,
    groupSelection: (selected: number, all: number) => `${number(selected)} of ${number(all)} selected`,
    summaryUnread: "The items in scope cannot be read",
    summarySelected: (count: number) => `${items(count)} selected`,
    summaryDetail: (label: string, note: string) => `${label}: ${note}`,
    apply: "Apply scope",
    goToApply: "Go to “Apply scope”",
    nothingSelected: "No item is selected. An empty selection never means all.",
    notApplied: "The scope on this page is not applied yet.",
    policies: { title: "Policies", note: null },
    foundations: { title: "Foundations", note: "Other items depend on these." },
    platformNotRecorded: "platform not recorded",
    /** Why an item is not written as it stands. */
    mark: {
      metadata_only: { word: "Metadata only", note: "Payload not captured: listed, never restored." },
      preview_only: { word: "Compare only", note: "Compared, never written." },
      degraded: { word: "Degraded", note: "Captured with a known quality problem." },
    },
    /** Why an item is not fully captured. */
    problem: {
      payload_unreadable: "Its payload could not be read: listed, never restored.",
      sidecar_missing: "The file with its settings is missing or cannot be read.",
      secret_not_captured: "A secret is masked in the export: restoring would not bring the value back.",
      assignments_not_captured: "The export does not hold its assignments.",
      duplicate_id: "The export holds the same id more than once.",
      type_unknown: "Its type is not known here: it can be listed and is never written.",
    } satisfies Readonly<Record<CaptureProblem["code"], string>>,
  };
};

export type PickerWords = Readonly<ReturnType<typeof englishPicker>>;
