import { contradictionsIn } from "./contradictions-in.js";
import type { ModelProblem } from "./contradictions/report.js";
import * as validators from "./generated/validators.js";
import type { RootModels } from "./root-models.js";

export type { ModelProblem } from "./contradictions/report.js";
export type { RootModels } from "./root-models.js";

/** A model that may be drawn, or everything that is wrong with the value. */
export type ParsedModel<Model> =
  | { readonly ok: true; readonly model: Model }
  | { readonly ok: false; readonly problems: readonly ModelProblem[] };

/**
 * Accepts a value from outside as a view model, or says what is wrong and where.
 * Checks the published JSON Schema first, then what a schema cannot say: that the parts do not contradict each other.
 * Needs no `eval`.
 */
export function parseViewModel<Name extends keyof RootModels>(
  name: Name,
  value: unknown,
): ParsedModel<RootModels[Name]> {
  const validate = validators[name];
  if (!validate(value)) {
    const problems = (validate.errors ?? []).map(({ instancePath, message }) => ({
      path: instancePath === "" ? "/" : instancePath,
      message: message ?? "is not valid",
    }));
    return { ok: false, problems };
  }
  const problems = contradictionsIn(name, value as RootModels[Name]);
  return problems.length === 0 ? { ok: true, model: value as RootModels[Name] } : { ok: false, problems };
}
