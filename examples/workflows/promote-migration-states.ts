import { basisOf } from "checkrail/safety";
import { promotion, type PromotionFacts, rehearsalBasis } from "./promote-migration.js";

const unread: PromotionFacts = {
  migration: { id: "0142_split_addresses", checksum: "5c1f09ab" },
  schema: "9d40e2c7",
  review: null,
  rehearsal: null,
  end: null,
};

const read: PromotionFacts = { ...unread, review: { by: "Tomás Rivera", checksum: "5c1f09ab" } };

const rehearsed = (waited: number | null, undone: boolean | null): PromotionFacts => ({
  ...read,
  rehearsal: { basis: basisOf(rehearsalBasis(read)), capturedAt: "2026-11-20T08:30:00Z", waited, undone },
});

const armed = rehearsed(1, true);

/** What is true in each named state of a promotion. */
export const promotionFacts = {
  promotion_unread: unread,
  promotion_waits_too_long: rehearsed(41, true),
  promotion_way_back_not_tried: rehearsed(1, null),
  promotion_void: { ...armed, schema: "b7718f05" },
  promotion_armed: armed,
  promotion_lost: { ...armed, end: { outcome: "lost", at: null } },
} as const satisfies Readonly<Record<string, PromotionFacts>>;

/** Every named state in all six views. */
export const promotionViews = (id: keyof typeof promotionFacts) => promotion(promotionFacts[id]);
