import { canonicalJson, fingerprintOf, type JsonValue } from "../../../safety/index.js";
import {
  receiptForm,
  receiptSections,
  type ReceiptSectionId,
  receiptVersion,
  type RestoreReceipt,
} from "./document.js";
import { contentForm } from "./content-form.js";
import { type FormProblem, objectOf, problemsOf } from "./form.js";
import { sealOf } from "./receipt-of.js";

/** Where a receipt is not what was hashed: a section, its own frame, or a member that no receipt has. */
export type AlteredPlace = ReceiptSectionId | "frame" | "unknown_member";

/** What a document that claims to be a receipt is. `unaltered` says nothing of who made it: whoever alters it can hash it anew. */
export type ReceiptVerification =
  | { readonly state: "unaltered"; readonly hash: string; readonly receipt: RestoreReceipt }
  | { readonly state: "altered"; readonly places: readonly [AlteredPlace, ...AlteredPlace[]] }
  /** What was hashed is no receipt: the first twenty places where it has not the form of one. */
  | { readonly state: "malformed"; readonly problems: readonly [FormProblem, ...FormProblem[]] }
  /** A version that these rules cannot read. */
  | { readonly state: "unknown_version" }
  | { readonly state: "not_a_receipt" };

/** Answers: is this document a receipt, in every part of it, and still what was hashed? Takes any value and never throws. */
export function verifyReceipt(claimed: unknown): ReceiptVerification {
  try {
    // What is answered about, and handed back, is the data alone: an object could tell a hash one thing and a reader another.
    return verify(JSON.parse(canonicalJson(claimed as JsonValue)));
  } catch {
    // Too deep, or no JSON at all: nothing that `receiptOf` makes.
    return { state: "not_a_receipt" };
  }
}

const mostProblems = 20;

const members = ["form", "version", "content", "hashes", "hash"];

function verify(claimed: unknown): ReceiptVerification {
  if (!isRecord(claimed) || claimed["form"] !== receiptForm) return { state: "not_a_receipt" };
  if (claimed["version"] !== receiptVersion) return { state: "unknown_version" };
  const { content, hashes, hash } = claimed;
  if (!isRecord(content) || !isRecord(hashes)) return { state: "not_a_receipt" };
  const altered: AlteredPlace[] = receiptSections.filter(
    (section) => !Object.hasOwn(content, section) || fingerprintOf(content[section] as JsonValue) !== hashes[section],
  );
  const known: readonly string[] = receiptSections;
  const strange =
    Object.keys(claimed).some((member) => !members.includes(member)) ||
    [content, hashes].some((record) => Object.keys(record).some((member) => !known.includes(member)));
  if (strange) altered.push("unknown_member");
  const seal = sealOf(hashes as RestoreReceipt["hashes"]);
  if (seal !== hash) altered.push("frame");
  const [first, ...others] = altered;
  if (first !== undefined) return { state: "altered", places: [first, ...others] };
  const [problem, ...more] = problemsOf(objectOf({ content: contentForm }), { content }, mostProblems);
  if (problem !== undefined) return { state: "malformed", problems: [problem, ...more] };
  return { state: "unaltered", hash: seal, receipt: claimed as unknown as RestoreReceipt };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
