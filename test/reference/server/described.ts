import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { openApiDocument } from "../../../reference/api/openapi.js";

/** One exchange as it went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** The body that was sent, as JSON, or its text where it is none; undefined where there was none. */
  readonly sent: unknown;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

interface Described {
  readonly requestBody?: { readonly required: boolean };
  readonly responses: Readonly<Record<string, DescribedResponse>>;
}

interface DescribedResponse {
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
  readonly content: Readonly<Record<string, unknown>>;
}

const description = closed(openApiDocument({ demo: true })) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly headers: Readonly<Record<string, { readonly required?: boolean }>> };
};
// Moments have a pattern beside their format.
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(description, "description");
const validators = new Map<string, ValidateFunction>();

/**
 * Throws where an exchange is not what the description of the API says: a status, code, header or field that it does not
 * declare, and a body that was taken although it does not describe it. Paths that are not of the API pass.
 */
export function expectDescribed({ method, path, sent, status, headers, body }: Exchange): void {
  const template = templateOf(path);
  if (template === undefined) return;
  const verb = method.toLowerCase();
  const operation = description.paths[template]?.[verb];
  const what = `${method} ${path} (${status})`;
  if (operation === undefined) return;
  const response = operation.responses[status];
  if (response === undefined) throw new Error(`${what} is a status that the description does not have.`);
  const type = headers.get("content-type")?.split(";")[0] ?? "none";
  if (!(type in response.content)) throw new Error(`${what} is ${type}, which the description does not have.`);
  const missing = Object.entries(response.headers ?? {}).filter(
    ([name, { $ref }]) =>
      description.components.headers[$ref.split("/").at(-1) ?? ""]?.required === true && !headers.has(name),
  );
  if (missing.length > 0) throw new Error(`${what} lacks the header ${missing.map(([name]) => name).join(" and ")}.`);
  check(what, body, ["paths", template, verb, "responses", String(status), "content", type, "schema"]);
  const mayBeLeftOut = operation.requestBody === undefined || !operation.requestBody.required;
  if (status < 300 && !(mayBeLeftOut && sent === undefined))
    check(`The body that ${what} took`, sent, [
      "paths",
      template,
      verb,
      "requestBody",
      "content",
      "application/json",
      "schema",
    ]);
}

function templateOf(path: string): string | undefined {
  const [plain = ""] = path.split("?");
  return Object.keys(description.paths).find((template) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(plain),
  );
}

function check(what: string, value: unknown, place: readonly string[]): void {
  const pointer = place.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `description#/${encodeURI(pointer)}` });
  validators.set(pointer, validate);
  if (!validate(value)) throw new Error(`${what} is not as described: ${ajv.errorsText(validate.errors)}`);
}

/** Clients must bear fields that they do not know; our own server sends none that it does not describe. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, closed(member)]));
  const open = members["type"] === "object" && "properties" in members && !("additionalProperties" in members);
  return open ? { ...members, additionalProperties: false } : members;
}
