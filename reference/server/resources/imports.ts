import type { ImportRequest } from "../../api/imports.js";
import { exportFilesOf } from "../../import/export-file.js";
import { demoWorkspace } from "../http/identities.js";
import type { Handler } from "../http/handlers.js";
import { problem, refused } from "../http/problems.js";
import { runImport } from "../imports/run-import.js";

export const imports: Handler<"imports"> = async ({ context, identity, body }) => {
  if (body.name.includes("\0")) {
    const detail = "name: it holds a character that is not text.";
    return refused(problem(400, "invalid_request", "The name cannot be used", detail));
  }
  const { files, ...order } = body;
  const request: Pick<ImportRequest, "files"> = { files: [...files] };
  const { id, name, capabilities } = identity.operator;
  const destination = { workspaceId: demoWorkspace.id, actor: { id, name } };
  const mayReplace = context.demo && capabilities.includes("restore.execute");
  return runImport(
    context,
    order.as === "backup"
      ? { ...order, ...destination }
      : { ...order, ...destination, replace: order.replace === true && mayReplace },
    exportFilesOf(request),
  );
};
