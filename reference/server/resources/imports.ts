import type { ImportRequest } from "../../api/imports.js";
import { exportFilesOf } from "../../import/export-file.js";
import { demoWorkspace } from "../http/identities.js";
import type { Handler } from "../http/handlers.js";
import { answered, problem, refused } from "../http/problems.js";
import { runImport } from "../imports/run-import.js";

export const imports: Handler<"imports"> = async ({ context, identity, body }) => {
  if (body.name.includes("\0")) {
    const detail = "name: it holds a character that is not text.";
    return refused(problem(400, "invalid_request", "The name cannot be used", detail));
  }
  const { files, ...order } = body;
  const request: Pick<ImportRequest, "files"> = { files: [...files] };
  const actor = { id: identity.operator.id, name: identity.operator.name };
  return answered(await runImport(context, { ...order, workspaceId: demoWorkspace.id, actor }, exportFilesOf(request)));
};
