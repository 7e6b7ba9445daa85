import { setApart } from "../../safety/index.js";
import type { EvidenceFinding } from "../run/operation.js";
import type { EvidencePart, EvidenceReason, OutcomeReason, RecordedReason } from "../run/outcome-reason.js";
import type { OutcomeReasonsWords } from "./copy/en/outcome-reasons.js";

/** A recorded reason in words; a sentence of a former record as it came, and a reason that cannot be read as what it is. */
export function reasonText(reason: RecordedReason, words: OutcomeReasonsWords): string {
  if (typeof reason === "string") return reason.trim() === "" ? words.notKnown : setApart(reason);
  return told(words.outcome, reason, words);
}

/** What a finding says of its item beyond its result: its own reason, or what its parts tell; null where nothing. */
export function findingText({ detail, parts, result }: EvidenceFinding, words: OutcomeReasonsWords): string | null {
  if (typeof detail === "string") return detail.trim() === "" ? null : setApart(detail);
  if (detail !== null) return told(words.finding, detail, words);
  const known = parts ?? [];
  const differing = known.filter((part) => part.result === "differs");
  const notReturned = notCompared(known, "not_returned");
  const leftAlone = notCompared(known, "left_untouched");
  const sentences = [
    ...(result === "differs" && differing.length > 0 ? [words.differs(differing)] : []),
    ...(notReturned.length > 0 ? [words.notReturned(notReturned)] : []),
    ...(leftAlone.length > 0 ? [words.leftAlone(leftAlone)] : []),
  ];
  return sentences.length === 0 ? null : sentences.join(" ");
}

function notCompared(parts: readonly EvidencePart[], cause: string): readonly EvidencePart["phase"][] {
  return parts.filter((part) => part.result === "not_compared" && part.cause === cause).map(({ phase }) => phase);
}

/** Records outlive versions: a code that this one does not know, or knows with other data, is no reason to fail. */
function told<R extends OutcomeReason | EvidenceReason>(
  sentences: Readonly<Record<R["code"], (reason: never) => string>>,
  reason: R,
  words: OutcomeReasonsWords,
): string {
  const code: R["code"] = reason.code;
  if (!Object.hasOwn(sentences, code)) return words.notKnown;
  try {
    return sentences[code](reason as never);
  } catch {
    return words.notKnown;
  }
}
