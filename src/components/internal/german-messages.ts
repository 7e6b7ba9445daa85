import type { ComponentMessages } from "./messages.js";

/** The structural words in German. */
export const germanMessages: ComponentMessages = {
  status: "Status",
  reason: "Grund",
  impact: "Auswirkung",
  primaryNextAction: "Nächster Schritt",
  blocked: "Blockiert",
  waits: "Wartet",
  unknown: "Nicht bekannt",
  unrecognisedStatus: "Dieser Status ist nicht bekannt. Aus ihm folgt nichts.",
  was: "vorher",
  now: "jetzt",
  notRecorded: "Nicht aufgezeichnet",
  needsAttention: "Durchsicht nötig",
  becomes: "wird zu",
  receiptFacts: "Jede Angabe dieses Belegs zeigen",
  receiptShows: "Was dieser Beleg zeigt",
  receiptDoesNotShow: "Was er nicht zeigt",
  reasonRequired: "Zuerst einen Grund angeben. Er wird mit Ihrem Namen aufgezeichnet.",
  cancel: "Abbrechen",
  nothingChosen: "Noch nichts ausgewählt.",
};
