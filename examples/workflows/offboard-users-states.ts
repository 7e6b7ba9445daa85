import { basisOf } from "checkrail/safety";
import { offboarding, type OffboardingFacts, rehearsalBasis } from "./offboard-users.js";

const draft: OffboardingFacts = {
  list: { id: "leavers-2026-11", people: 500, unmatched: ["J. Smith", "Wei Chen"] },
  lastAdministrators: null,
  rehearsal: null,
  end: null,
};

const matched: OffboardingFacts = { ...draft, list: { id: "leavers-2026-11b", people: 500, unmatched: [] } };
const administered: OffboardingFacts = { ...matched, lastAdministrators: [] };

const rehearsed = (facts: OffboardingFacts): OffboardingFacts => ({
  ...facts,
  rehearsal: { basis: basisOf(rehearsalBasis(facts)), capturedAt: "2026-11-20T16:05:00Z", refused: 0 },
});

const armed = rehearsed(administered);
const added = { id: "leavers-2026-11c", people: 503, unmatched: [] };

/** What is true in each named state of an offboarding. */
export const offboardingFacts = {
  offboarding_unmatched: draft,
  offboarding_last_administrators: { ...matched, lastAdministrators: ["Priya Nair"] },
  offboarding_void: { ...armed, list: added },
  offboarding_armed: armed,
  offboarding_running: { ...armed, end: { at: null, closed: 312, unanswered: 0 } },
  offboarding_unanswered: { ...armed, end: { at: "2026-11-20T17:20:00Z", closed: 494, unanswered: 6 } },
} as const satisfies Readonly<Record<`offboarding_${string}`, OffboardingFacts>>;

/** Every named state in all six views. */
export const offboardingViews = (id: keyof typeof offboardingFacts) => offboarding(offboardingFacts[id]);
