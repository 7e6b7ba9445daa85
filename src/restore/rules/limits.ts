import type { TargetLimitCause } from "../run/findings.js";
import type { TargetLimit } from "../run/target.js";

/** Why objects of a type could not all be listed, or may not be written; null where nothing says so (RW-19). */
export function limitOn(
  limits: readonly TargetLimit[],
  type: string,
  access: TargetLimit["access"],
): TargetLimitCause | null {
  return limits.find((limit) => limit.of === type && limit.access === access)?.cause ?? null;
}
