import type { z } from "zod";
import type { EndpointId, endpoints } from "../../api/endpoints.js";
import type { DeepReadonly } from "../../api/exact.js";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";
import type { Identity, ServerContext } from "../context.js";
import type { EventSource } from "./event-stream.js";
import type { Answer } from "./problems.js";

type Parameters<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Parameters<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type BodyOf<Id extends EndpointId> = (typeof endpoints)[Id] extends {
  readonly request: infer Request extends z.ZodType;
}
  ? DeepReadonly<z.output<Request>>
  : null;

type DocumentOf<Id extends EndpointId> = DeepReadonly<z.output<(typeof endpoints)[Id]["response"]>>;

type ResponseOf<Id extends EndpointId> = (typeof endpoints)[Id] extends { readonly lines: true }
  ? AsyncIterable<DocumentOf<Id>>
  : (typeof endpoints)[Id] extends { readonly stream: true }
    ? EventSource
    : DocumentOf<Id>;

type FilterOf<Id extends EndpointId> = (typeof endpoints)[Id] extends {
  readonly filter: { readonly of: infer Values extends z.ZodEnum };
}
  ? z.output<Values>
  : never;

/** Which part of a list is asked for. */
export interface Page {
  readonly limit: number;
  /** Id of the entry before it; null for the beginning. */
  readonly after: string | null;
  /** Most that an answer may hold. */
  readonly most: number;
}

/** One authorised call with everything it was checked for. */
export interface Call<Id extends EndpointId> {
  readonly context: ServerContext;
  /** Who calls; nobody in particular for an endpoint that is open to anyone. */
  readonly identity: Identity;
  readonly params: Readonly<Record<Parameters<(typeof endpoints)[Id]["path"]>, string>>;
  readonly body: BodyOf<Id>;
  /** The revision a write was made for; 0 where the endpoint does not ask for one. */
  readonly revision: number;
  /** The part of a list that is asked for; of no use where the endpoint answers none. */
  readonly page: Page;
  /** The value of the filter that is asked for; null for all entries, and where the endpoint has no filter. */
  readonly filter: FilterOf<Id> | null;
  /** What the caller named this request; empty where the endpoint does not ask for it. */
  readonly key: string;
  /** The language in which the caller reads reasons. */
  readonly language: RestoreLanguage;
}

/** Answers calls of one endpoint. */
export type Handler<Id extends EndpointId> = (call: Call<Id>) => Promise<Answer<ResponseOf<Id>>>;

/** One handler per endpoint, none missing. */
export type Handlers = { readonly [Id in EndpointId]: Handler<Id> };
