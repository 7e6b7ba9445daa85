import { CompactSafetyStatus, DecisionCard, ProofAside } from "checkrail";
import { promotion, type PromotionFacts } from "../workflows/promote-migration.js";

/** A server component of Next.js. A link works before any script has loaded; a callback needs a client component. */
export default function PromotionPage({ facts }: { facts: PromotionFacts }) {
  const { decision, compact, proof } = promotion(facts);
  return (
    <main>
      <DecisionCard model={decision} />
      <CompactSafetyStatus model={compact} />
      <ProofAside model={proof} />
    </main>
  );
}
