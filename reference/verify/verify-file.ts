import { type ChainBreak, type ChainVerification, verifyChain } from "./audit-chain.js";

/** What a file turned out to be, in sentences for the terminal. */
export interface FileVerdict {
  readonly verified: boolean;
  readonly lines: readonly string[];
}

/** Answers: is this file, an exported audit trail, what was recorded? */
export function verifyFile(bytes: Uint8Array): FileVerdict {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuted("The file is not UTF-8 text: it is damaged, or no export of an audit trail.");
  }
  return trailVerdict(verifyChain(linesOf(text)));
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

const breaks: Readonly<Record<ChainBreak, string>> = {
  not_an_entry: "the line is no entry of an audit trail, or is spelled in another way than it was exported",
  out_of_sequence: "it does not follow the entry before it, so one is missing, moved or added",
  another_workspace: "it is of another workspace",
  altered: "what it says is not what was recorded",
  not_linked: "it continues another entry than the one before it",
};

function entries(count: number): string {
  return count === 1 ? "one entry" : `${count} entries`;
}

function refuted(...lines: readonly string[]): FileVerdict {
  return { verified: false, lines };
}

/** Text from outside must not move the terminal's cursor or hide what stands beside it. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, "\uFFFD");
}
