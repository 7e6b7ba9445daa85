/** What is wrong with a value at one place of a document. */
export interface FormProblem {
  /** JSON Pointer (RFC 6901) below the document; empty for the whole. */
  readonly path: string;
  readonly problem:
    | "missing"
    | "unknown_member"
    | "not_an_object"
    | "not_a_list"
    | "not_a_text"
    | "not_a_count"
    | "not_a_switch"
    | "unknown_word";
}

/** Finds what keeps a value from being a `T`, lazily: a document from outside may be wrong in a million places. */
export interface Form<T> {
  (value: unknown, path: string): Iterable<FormProblem>;
  /** Only for the compiler: two forms of different values are different types. */
  readonly of?: T;
}

/** A text, whatever it says. */
export const text: Form<string> = (value, path) => found(typeof value === "string", path, "not_a_text");

/** A whole number, zero or above. */
export const count: Form<number> = (value, path) =>
  found(typeof value === "number" && Number.isSafeInteger(value) && value >= 0, path, "not_a_count");

/** true or false. */
export const yesOrNo: Form<boolean> = (value, path) => found(typeof value === "boolean", path, "not_a_switch");

/** One of the words that are named, and of no others: the compiler asks for each of them. */
export function word<Word extends string>(known: Readonly<Record<Word, true>>): Form<Word> {
  const words: Readonly<Record<string, unknown>> = known;
  return (value, path) => found(typeof value === "string" && words[value] === true, path, "unknown_word");
}

/** A value, or null where there is none. */
export function orNull<T>(form: Form<T>): Form<T | null> {
  return (value, path) => (value === null ? [] : form(value, path));
}

/** Any number of values. */
export function listOf<T>(form: Form<T>): Form<readonly T[]> {
  return function* (value, path) {
    if (!Array.isArray(value)) return yield { path, problem: "not_a_list" };
    for (const [index, each] of value.entries()) yield* form(each, `${path}/${index}`);
  };
}

/** Exactly these members. */
export function objectOf<T>(members: { readonly [Name in keyof T]-?: Form<T[Name]> }): Form<T> {
  return function* (value, path) {
    if (!isRecord(value)) return yield { path, problem: "not_an_object" };
    for (const name of Object.keys(members)) {
      if (!Object.hasOwn(value, name)) yield { path: below(path, name), problem: "missing" };
    }
    for (const [name, member] of Object.entries(value)) {
      const at = below(path, name);
      if (Object.hasOwn(members, name)) yield* members[name as keyof T](member, at);
      else yield { path: at, problem: "unknown_member" };
    }
  };
}

/** One of several objects, told apart by the word that one member holds. */
export function eitherBy<T extends object, Tag extends keyof T & string>(
  tag: Tag,
  forms: { readonly [Word in T[Tag] & string]: Form<Extract<T, { readonly [Name in Tag]: Word }>> },
): Form<T> {
  return (value, path) => {
    if (!isRecord(value)) return [{ path, problem: "not_an_object" }];
    const told = value[tag];
    if (typeof told !== "string" || !Object.hasOwn(forms, told))
      return [{ path: below(path, tag), problem: Object.hasOwn(value, tag) ? "unknown_word" : "missing" }];
    return (forms as Readonly<Record<string, Form<unknown>>>)[told]?.(value, path) ?? [];
  };
}

/** The first of what is wrong; empty where nothing is. */
export function problemsOf(form: Form<unknown>, value: unknown, most: number): readonly FormProblem[] {
  const problems: FormProblem[] = [];
  for (const problem of form(value, "")) {
    problems.push(problem);
    if (problems.length === most) break;
  }
  return problems;
}

function found(holds: boolean, path: string, problem: FormProblem["problem"]): readonly FormProblem[] {
  return holds ? [] : [{ path, problem }];
}

function below(path: string, name: string): string {
  return `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
