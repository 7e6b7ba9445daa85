import type { AuditMark } from "../../src/restore/run/facts.js";
import { type ReceiptContent, receiptForm } from "../../src/restore/rules/receipt/document.js";
import { type AlteredPlace, type ReceiptVerification, verifyReceipt } from "../../src/restore/rules/receipt/verify.js";
import { isObject, readJson } from "../import/read-json.js";
import { printable } from "../import/summary.js";
import { contradictedSections } from "./receipt-in-trail.js";
import { type ChainBreak, type ChainVerification, verifyChain } from "./audit-chain.js";

/** A file to verify. */
export interface ClaimedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file turned out to be, in sentences for the terminal. */
export interface FileVerdict {
  readonly verified: boolean;
  readonly lines: readonly string[];
}

interface Trail {
  readonly name: string;
  readonly found: ChainVerification;
}

/**
 * Answers: is each of these files, an exported audit trail or a receipt, what was recorded? A receipt is also held against
 * every trail of its workspace that is among them.
 */
export function verifyFiles(files: readonly ClaimedFile[]): readonly FileVerdict[] {
  const read = files.map(({ name, bytes }) => ({ name, bytes, receipt: receiptIn(bytes) }));
  const trails = new Map<ClaimedFile, Trail>();
  for (const file of read) {
    if (file.receipt !== null) continue;
    const text = textOf(file.bytes);
    if (text !== null) trails.set(file, { name: file.name, found: verifyChain(linesOf(text)) });
  }
  return read.map((file) => {
    if (file.receipt !== null) return receiptVerdict(verifyReceipt(file.receipt), [...trails.values()]);
    const trail = trails.get(file);
    return trail === undefined ? refuted(neither) : trailVerdict(trail.found);
  });
}

const neither = "The file is neither an exported audit trail nor a receipt, or it is damaged.";

/** The document that the file claims to be; null where it claims to be no receipt. */
function receiptIn(bytes: Uint8Array): object | null {
  const read = readJson(bytes);
  return read.ok && isObject(read.value) && read.value["form"] === receiptForm ? read.value : null;
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Lines end with a line feed; what stands after the last one is a line too. */
function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function trailVerdict(found: ChainVerification): FileVerdict {
  switch (found.state) {
    case "empty":
      return refuted("The file holds no entry of an audit trail.");
    case "broken": {
      if (found.line === 1 && found.cause === "not_an_entry") return refuted(neither);
      const event = found.event === null ? "" : ` (${printable(found.event)})`;
      return refuted(
        `Broken at entry ${found.line}${event}: ${breaks[found.cause]}.`,
        found.line === 1 ? "Nothing in the file is proved." : `The ${entries(found.line - 1)} before it are unaltered.`,
      );
    }
    case "whole":
      return {
        verified: true,
        lines: [
          `Unaltered: ${entries(found.head.sequence)} of the audit trail of workspace ${printable(found.workspaceId)}, from the first one on.`,
          `Head: entry ${found.head.sequence}, ${found.head.hash}.`,
          "Entries that came after the head are not in the file, and nothing here says who recorded it.",
        ],
      };
  }
}

function receiptVerdict(found: ReceiptVerification, trails: readonly Trail[]): FileVerdict {
  switch (found.state) {
    case "not_a_receipt":
      return refuted(neither);
    case "unknown_version":
      return refuted("The file is a receipt of a version that is not known here.");
    case "altered":
      return refuted(`Altered: ${found.places.map((place) => places[place] ?? place).join(", ")}.`);
    case "malformed":
      return refuted(
        "The hash fits, and what was hashed is no receipt:",
        ...found.problems.map(({ path, problem }) => `${printable(path)}: ${problem.replaceAll("_", " ")}.`),
      );
    case "unaltered": {
      const { run, audit } = found.receipt.content;
      const bound = trails.flatMap((trail) => bindingTo(trail, found.receipt.content));
      return {
        verified: bound.every(({ verified }) => verified),
        lines: [
          `Unaltered: receipt of run ${printable(run.id)} on ${printable(run.target.label)}, ${found.hash}.`,
          ...bound.flatMap(({ lines }) => lines),
          ...(bound.length === 0 ? [unbound(audit)] : []),
          "The hash does not show who made it: whoever alters a receipt can hash it anew.",
        ],
      };
    }
  }
}

function bindingTo({ name, found }: Trail, content: ReceiptContent): readonly FileVerdict[] {
  const { run, audit } = content;
  if (found.state !== "whole" || found.workspaceId !== run.workspaceId || audit === null) return [];
  const { sequence, hash } = audit;
  const inTrail = found.entries[sequence - 1]?.hash;
  if (inTrail === hash) {
    const contradicted = contradictedSections(content, found.entries.slice(0, sequence));
    if (contradicted.length > 0)
      return [
        refuted(`Not bound: ${printable(name)} does not tell what the receipt says: ${contradicted.join(", ")}.`),
      ];
    return [
      { verified: true, lines: [`Entry ${sequence} that it names is in ${printable(name)}, as it was recorded.`] },
    ];
  }
  const why =
    inTrail === undefined
      ? `comes after the head of ${printable(name)}. Export the audit trail again`
      : `is another one in ${printable(name)}: one of the two was made or altered elsewhere`;
  return [refuted(`Not bound: the entry ${sequence} that it names ${why}.`)];
}

function unbound(audit: AuditMark | null): string {
  return audit === null
    ? "It names no entry of an audit trail."
    : `It names entry ${audit.sequence} of the audit trail, ${audit.hash}. Verify it together with an export to hold it against that.`;
}

const breaks: Readonly<Record<ChainBreak, string>> = {
  not_an_entry: "the line is no entry of an audit trail, or is spelled in another way than it was exported",
  out_of_sequence: "it does not follow the entry before it, so one is missing, moved or added",
  another_workspace: "it is of another workspace",
  altered: "what it says is not what was recorded",
  not_linked: "it continues another entry than the one before it",
};

const places: Partial<Record<AlteredPlace, string>> = {
  frame: "the hash of the whole document",
  unknown_member: "a member that no receipt has",
};

function entries(count: number): string {
  return count === 1 ? "one entry" : `${count} entries`;
}

function refuted(...lines: readonly string[]): FileVerdict {
  return { verified: false, lines };
}
