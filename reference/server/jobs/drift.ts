import { diffContent } from "../../../src/restore/rules/diff.js";
import { formatting } from "../../../src/flow/index.js";
import { pathInWords, valueInWords } from "../../../src/restore/resolvers/change-words.js";
import { restoreWords } from "../../../src/restore/resolvers/copy/words.js";
import type { ChangeValue } from "../../../src/restore/run/change.js";
import { targetFingerprint } from "../../../src/restore/rules/content.js";
import type { TargetPolicy } from "../../../src/restore/run/target.js";
import { sameAsPreviewed } from "../runs/previewed-items.js";
import type { ItemWork } from "./execute-item.js";

const namedFields = 3;

// Outcomes are recorded in one language.
const words = restoreWords(formatting({ locale: "en-GB", timeZone: "UTC" })).changes;

/**
 * Answers: is this item still what the operator saw in the preview? Reads the policy again, right before the first write.
 * null where it is; else one sentence that names what moved (BY-8).
 */
export async function driftSincePreview(work: Omit<ItemWork, "log">): Promise<string | null> {
  const { planned, previewItem, previewed, target } = work;
  if (previewItem === null || previewed === null) return "It was not part of the preview, so nothing was written.";
  if (previewItem.targetId === null) {
    if (planned.policy !== null)
      return changed(`the target now has a policy that it matches, “${planned.policy.name}”`);
  } else {
    const now = await target.readPolicy(previewItem.targetId);
    if (!now.ok) {
      if (now.problem.code === "not_found") return changed("the policy no longer exists in the target");
      return `The policy could not be read before writing: ${now.problem.detail}`;
    }
    if (targetFingerprint(now.value) !== previewItem.targetFingerprint)
      return changed(whatMoved(previewed.policy, now.value));
  }
  if (planned.action !== previewItem.action || (planned.policy?.id ?? null) !== previewItem.targetId) {
    return changed("the item now matches the target differently");
  }
  return sameAsPreviewed(planned, previewed) ? null : changed("what would be written is no longer what was shown");
}

function changed(what: string): string {
  return `Changed since the preview: ${what}. Nothing was written.`;
}

function whatMoved(before: TargetPolicy | null, now: TargetPolicy): string {
  if (before === null) return "the policy";
  const moved = diffContent(before, now).changes.map(({ path, before: was, after: is }) => {
    const side = (value: ChangeValue) => (value.kind === "absent" ? "not set" : valueInWords(value, words));
    return `${pathInWords(path, words)} (was ${side(was)}, is ${side(is)})`;
  });
  if (moved.length === 0) return "the policy, in a part that cannot be named";
  const more = moved.length - namedFields;
  return `${moved.slice(0, namedFields).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
