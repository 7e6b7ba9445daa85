import { problem } from "../http/problems.js";

/** What a worker would need and the run does not have. */
export const factsIncomplete = problem(
  409,
  "facts_incomplete",
  "Not enough is known",
  "The backup set or its references cannot be read. Select the backup set again.",
);
