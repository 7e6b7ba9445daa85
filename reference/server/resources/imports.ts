import { exportFilesOf } from "../../import/export-file.js";
import { demoWorkspace } from "../http/identities.js";
import type { Handler } from "../http/handlers.js";
import { problem, refused } from "../http/problems.js";
import { archiveUnreadable } from "../imports/refusals.js";
import { runImport } from "../imports/run-import.js";

export const imports: Handler<"imports"> = async ({ context, identity, body }) => {
  if (body.name.includes("\0")) {
    const detail = "name: it holds a character that is not text.";
    return refused(problem(400, "invalid_request", "The name cannot be used", detail));
  }
  const { files, archive, ...order } = body;
  const read = exportFilesOf({ ...(files && { files: [...files] }), ...(archive !== undefined && { archive }) });
  if (!read.ok) return refused(archiveUnreadable(read.reason));
  const { id, name, capabilities } = identity.operator;
  const destination = { workspaceId: demoWorkspace.id, actor: { id, name } };
  const mayReplace = context.demo && capabilities.includes("restore.execute");
  return runImport(
    context,
    order.as === "backup"
      ? { ...order, ...destination }
      : { ...order, ...destination, replace: order.replace === true && mayReplace },
    read.files,
  );
};
