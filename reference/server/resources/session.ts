import type { Handler } from "../http/handlers.js";
import { answered } from "../http/problems.js";

export const health: Handler<"health"> = async ({ context }) =>
  answered({ status: "ok", embeddedDatabase: context.embedded });

export const session: Handler<"session"> = async ({ context, identity }) =>
  answered({ operator: identity.operator, workspaces: identity.workspaces, demo: context.demo });
