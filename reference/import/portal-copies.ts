import { settingChanges } from "../../src/restore/rules/diff-settings.js";
import type { ItemDraft } from "./read-item.js";

/**
 * Answers: is this portal export a second copy of a policy that the export holds already? Same id, or same name and
 * platform. Null where it is not, or where more than one policy could be meant: then it is kept as an item of its own.
 */
export function copiedPolicy(copy: ItemDraft, policies: readonly ItemDraft[]): { readonly reason: string } | null {
  if (copy.payload === null) return null;
  const candidates = policies.filter((policy) => policy.type === copy.type && policy.payload !== null);
  const byId = candidates.filter(({ sourceId }) => sourceId !== null && sameId(sourceId, copy.sourceId));
  const byName = candidates.filter(({ name, platform }) => name === copy.name && platform === copy.platform);
  const found = byId.length > 0 ? byId : byName;
  const [policy, ...others] = found;
  if (policy === undefined || others.length > 0) return null;
  const { changes } = settingChanges(policy, { name: null, payload: copy.payload }, copy.type);
  const how = found === byId ? "with the same id" : "with the same name and platform, under another id";
  const content =
    changes.length === 0
      ? "What it says is the same."
      : `It differs in ${changes.length === 1 ? "one value" : `${changes.length} values`}, which ${changes.length === 1 ? "is" : "are"} not used.`;
  return { reason: `Portal export of the policy in ${policy.path}, ${how}. ${content}` };
}

function sameId(left: string, right: string | null): boolean {
  return left.toLowerCase() === right?.toLowerCase();
}
