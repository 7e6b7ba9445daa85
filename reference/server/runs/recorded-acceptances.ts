import { type CheckAcceptance, isRecordedWhole } from "../../../src/restore/run/decisions.js";
import { checkAcceptanceSchema } from "../../api/runs.js";

/**
 * Acceptances as they are read from the database. One that cannot be read, or does not say who accepted what, when and why,
 * is left out, so that its finding is open again (RW-20); the audit trail keeps that somebody accepted it.
 */
export function recordedAcceptances(recorded: readonly unknown[]): readonly CheckAcceptance[] {
  return recorded.flatMap((one) => {
    const parsed = checkAcceptanceSchema.safeParse(one);
    return parsed.success && isRecordedWhole(parsed.data) ? [parsed.data] : [];
  });
}
