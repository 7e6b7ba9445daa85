/** A value that survives JSON unchanged. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** An object that survives JSON unchanged. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
