import { readTrail } from "../audit.js";
import type { Handler } from "../http/handlers.js";
import { answered } from "../http/problems.js";

export const audit: Handler<"audit"> = async ({ context, params }) => answered(readTrail(context.db, params.workspace));
