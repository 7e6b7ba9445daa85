import type { Access } from "../../api/endpoints.js";
import type { HostProblem } from "../../../src/restore/ports.js";
import type { Identity } from "../context.js";
import { capabilityMissing, notFound, notSignedIn } from "./problems.js";

/** Nobody: no name, no workspace, no capability. */
export const nobody: Identity = { operator: { id: "", name: "", capabilities: [] }, workspaces: [] };

/**
 * Answers: may this caller use this endpoint? The one place that decides it, and whatever it does not know it denies.
 * A workspace that the caller is not a member of does not exist for them (SI-11).
 */
export function authorise(
  access: Access,
  identity: Identity | null,
  workspace: string | undefined,
): HostProblem | null {
  if (access.scope === "anyone") return null;
  if (identity === null) return notSignedIn;
  if (access.scope === "operator") return null;
  if (workspace === undefined || !identity.workspaces.includes(workspace)) return notFound;
  if (access.capability === null || identity.operator.capabilities.includes(access.capability)) return null;
  return capabilityMissing;
}
