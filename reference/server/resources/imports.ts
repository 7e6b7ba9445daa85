import type { ImportRequest } from "../../api/imports.js";
import { demoWorkspace } from "../http/identities.js";
import type { Handler } from "../http/handlers.js";
import { answered, problem, refused } from "../http/problems.js";
import { runImport } from "../imports/run-import.js";

export const imports: Handler<"imports"> = async ({ context, identity, body }) => {
  if (body.name.includes("\0")) {
    return refused(problem(400, "invalid_request", "The name cannot be used", "name: it holds a character that is not text."));
  }
  const request: ImportRequest = { ...body, files: [...body.files] };
  const { id, name } = identity.operator;
  return answered(await runImport(context, demoWorkspace.id, { id, name }, request));
};
