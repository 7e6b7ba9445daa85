import type { ConfirmationInputs, RestoreFacts } from "../run/facts.js";
import type { RunDocument } from "../ports.js";

/** A run as the host stores it, with what only this page knows: the operator's confirmation (BY-14). */
export function documentToFacts(document: RunDocument, confirmation: ConfirmationInputs): RestoreFacts {
  const { directory: _directory, ...facts } = document;
  return { ...facts, confirmation };
}
