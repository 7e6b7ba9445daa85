/** The Python that validates our schemas as a backend in another language would. */
import { spawnSync } from "node:child_process";

export const python = process.platform === "win32" ? "python" : "python3";

/** Why no schema can be validated in Python here; undefined where it can. */
export function whyNoPython(): string | undefined {
  const { status, error } = spawnSync(python, ["-c", "from jsonschema import Draft202012Validator"]);
  if (error !== undefined) return `there is no ${python} here`;
  return status === 0
    ? undefined
    : `${python} lacks jsonschema 4: install python3-jsonschema, or pip install jsonschema`;
}
