import { openApiDocument } from "../../api/openapi.js";
import type { Handler } from "../http/handlers.js";
import { answered } from "../http/problems.js";

const documents = { demo: openApiDocument({ demo: true }), host: openApiDocument({ demo: false }) };

export const openapi: Handler<"openapi"> = async ({ context }) =>
  answered(context.demo ? documents.demo : documents.host);
