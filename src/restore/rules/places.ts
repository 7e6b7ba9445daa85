import type { JsonObject, JsonValue } from "../../safety/index.js";
import { memberSegments } from "./list-members.js";
import { type FieldPlace, isList } from "./noise.js";

/** A value without structure. */
export type Scalar = string | number | boolean | null;

/** One step of a path into a payload, as data; words are made of it only where a change is shown. */
export type PathSegment =
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "setting"; readonly definitionId: string }
  /** A list member known by a value of its own. */
  | { readonly kind: "entry"; readonly label: string }
  /** A list member known by its place, counted from 1; `alone` where the list has no other. */
  | { readonly kind: "place"; readonly number: number; readonly alone: boolean }
  /** One of several at the same place, counted from 1. */
  | { readonly kind: "occurrence"; readonly number: number };

/** A place in a payload, linked to the place that holds it; its key is spelled only where one is needed. */
class Place {
  #key: string | null = null;

  constructor(
    readonly parent: Place | null,
    readonly segment: PathSegment,
  ) {}

  /** Unique within a payload; equal for the same place in two payloads. */
  get key(): string {
    return Place.#spell(this);
  }

  /** From the outermost place inwards, and each once, so that no depth of nesting breaks it. */
  static #spell(innermost: Place): string {
    const way: Place[] = [];
    let key = "";
    for (let place: Place | null = innermost; place !== null; place = place.parent) {
      if (place.#key !== null) {
        key = place.#key;
        break;
      }
      way.push(place);
    }
    for (const place of way.reverse()) {
      key += JSON.stringify([place.segment.kind, identityOf(place.segment)]);
      place.#key = key;
    }
    return key;
  }
}

export type PathNode = Place;

/** A value still to be taken apart. */
export interface Frame {
  readonly value: JsonValue;
  readonly path: PathNode | null;
  readonly place: FieldPlace;
  readonly noise: boolean;
  readonly secret: boolean;
  /** Whether it is a member of a list: one that holds nothing is still a member. */
  readonly inList: boolean;
}

/** A value whose place is known. */
export type PlacedFrame = Frame & { readonly path: PathNode };

/** The place of a field of the payload itself. */
export const root: FieldPlace = { atRoot: true, memberOf: null };

/** The place of a field that is neither at the root nor in a member of a list. */
export const nowhere: FieldPlace = { atRoot: false, memberOf: null };

/** Takes what is found in a payload. */
export interface LeafSink {
  /** Records one value where it stands. */
  readonly add: (frame: Frame, path: PathNode, value: Scalar | readonly Scalar[], choiceOf: string | null) => void;
  /** Records that something is there, even if no value is found in it. */
  readonly present: (frame: PlacedFrame) => void;
}

/** Members of a list, each known by what tells it from the others. */
export function listMembers(list: readonly JsonValue[], path: PathNode | null, frame: Frame): readonly Frame[] {
  const memberOf = path?.segment.kind === "field" ? path.segment.name : null;
  const segments = memberSegments(list, memberOf, frame.secret);
  return list.map((value, index) => {
    const segment = segments[index] ?? null;
    const node = segment === null ? path : child(path, segment);
    return { ...frame, value, path: node, place: { atRoot: false, memberOf }, inList: segment !== null };
  });
}

/** The place below another one. */
export function child(parent: PathNode | null, segment: PathSegment): PathNode {
  return new Place(parent, segment);
}

function identityOf(segment: PathSegment): string | number {
  if (segment.kind === "field") return segment.name;
  if (segment.kind === "setting") return segment.definitionId;
  return segment.kind === "entry" ? segment.label : segment.number;
}

/** Narrows to a value without structure. */
export function isScalar(value: JsonValue): value is Scalar {
  return value === null || typeof value !== "object";
}

/** Narrows to an object. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}
