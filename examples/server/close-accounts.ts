import { fingerprintOf } from "checkrail/safety";
import { type OffboardingFacts, offboarding, rehearsalBasis } from "../workflows/offboard-users.js";

/** What the server keeps, and what it can do once. */
export interface OffboardingStore {
  /** The facts as they are stored now; nothing of them comes from the browser. */
  readonly load: (id: string) => Promise<OffboardingFacts>;
  /** Starts it if nobody did since `load`, in one transaction; false where somebody was quicker. */
  readonly startOnce: (id: string) => Promise<boolean>;
}

/** `POST /offboardings/:id/close`: the same gates as on the screen, from facts that are read again. */
export async function closeAccounts(id: string, request: Request, store: OffboardingStore): Promise<Response> {
  const { fingerprint } = (await request.json()) as { readonly fingerprint?: unknown };
  const facts = await store.load(id);
  const { execution } = offboarding(facts);
  if (execution.state === "unavailable") return refused(execution.reasons.map(({ reason }) => reason));
  // The operator decided about what was on the screen. If that moved, it is another decision.
  if (fingerprint !== fingerprintOf(rehearsalBasis(facts))) return refused(["The list changed since you looked."]);
  if (execution.state === "started" || !(await store.startOnce(id))) return refused(["It was started already."]);
  return Response.json({ state: "started" }, { status: 202 });
}

function refused(reasons: readonly string[]): Response {
  return Response.json({ reasons }, { status: 409 });
}
