import type { z } from "zod";

/** The same type with every list read-only, so that a schema's output compares with a domain type. Open records stay as they are. */
export type DeepReadonly<T> = T extends readonly (infer Element)[]
  ? readonly DeepReadonly<Element>[]
  : T extends object
    ? string extends keyof T
      ? T
      : { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** True exactly where a schema's output and a domain type accept each other. */
export type Describes<Schema extends z.ZodType, Domain> = Same<DeepReadonly<z.output<Schema>>, Domain>;

/** True exactly where two types accept each other. */
export type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : false) : false;
