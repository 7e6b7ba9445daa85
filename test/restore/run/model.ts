// A second telling of RW-12 in a few lines, written from the requirements and not from the code: what a run remembers, and
// which steps it takes. Nothing here is imported from src, so that the two can only agree by both being right.

/** What evidence was found to say. */
export type Found = "clear" | "blocking" | "silent";

interface Recorded {
  readonly inputs: string;
  readonly at: number;
  readonly found: Found;
}

export type Step =
  | { readonly do: "select"; readonly set: string }
  | { readonly do: "scope"; readonly items: string | null; readonly mode: "create_missing" | "update_only" }
  | { readonly do: "map"; readonly key: string; readonly to: string | null }
  | { readonly do: "identify"; readonly item: string; readonly to: string | null }
  | { readonly do: "accept"; readonly reason: string }
  | { readonly do: "withdraw" }
  | { readonly do: "dry_run"; readonly on: boolean }
  | { readonly do: "read_target"; readonly label: string }
  | { readonly do: "directory_moves"; readonly version: string }
  | { readonly do: "ask"; readonly kind: "checks" | "preview"; readonly found: Found }
  | { readonly do: "answer"; readonly which: number }
  | { readonly do: "look_at_page" }
  | {
      readonly do: "queue";
      readonly ticked: boolean;
      readonly typed: string;
      readonly shown: "now" | "earlier" | "invented";
    }
  | { readonly do: "start" }
  | { readonly do: "finish"; readonly as: "completed" | "partial" | "failed" }
  | { readonly do: "cancel"; readonly wrote: boolean };

export interface Model {
  set: string | null;
  scope: string | null;
  mode: string;
  mappings: Map<string, string>;
  identities: Map<string, string>;
  accepted: boolean;
  dryRun: boolean;
  label: string | null;
  directory: string;
  checks: Recorded | null;
  preview: Recorded | null;
  asked: { readonly kind: "checks" | "preview"; readonly answer: Recorded }[];
  seen: string;
  ended: string | null;
  now: number;
}

export const frozenLabel = "Contoso";

export function newModel(): Model {
  return {
    set: null,
    scope: null,
    mode: "create_missing",
    mappings: new Map(),
    identities: new Map(),
    accepted: false,
    dryRun: true,
    label: frozenLabel,
    directory: "d0",
    checks: null,
    preview: null,
    asked: [],
    seen: "",
    ended: null,
    now: 0,
  };
}

/** A model to go on from, which leaves the given one as it is. */
export function copyOf(model: Model): Model {
  return {
    ...model,
    mappings: new Map(model.mappings),
    identities: new Map(model.identities),
    asked: [...model.asked],
  };
}

/** Everything that checks look at, as one line. */
function checksInputs(model: Model): string {
  const sorted = (map: Map<string, string>) => [...map].sort(([left], [right]) => (left < right ? -1 : 1));
  const directory = model.mappings.size > 0 ? model.directory : null;
  return JSON.stringify([
    model.set,
    model.scope,
    model.mode,
    sorted(model.mappings),
    sorted(model.identities),
    model.label,
    directory,
  ]);
}

export const inputsOf = (model: Model, kind: "checks" | "preview"): string =>
  kind === "checks" ? checksInputs(model) : `${checksInputs(model)} accepted: ${model.accepted}`;

const current = (model: Model, kind: "checks" | "preview"): boolean => model[kind]?.inputs === inputsOf(model, kind);

/** Answers: does every condition of RW-10 that a run can know hold, and does the request confirm it? */
function mayQueue(model: Model, step: Extract<Step, { do: "queue" }>): boolean {
  const silentAndUnaccepted = model.checks?.found === "silent" && !model.accepted;
  return (
    model.set !== null &&
    model.scope !== null &&
    !model.dryRun &&
    model.label === frozenLabel &&
    current(model, "checks") &&
    model.checks?.found !== "blocking" &&
    !silentAndUnaccepted &&
    current(model, "preview") &&
    model.preview?.found === "clear" &&
    step.ticked &&
    step.typed === frozenLabel &&
    (step.shown === "now" || (step.shown === "earlier" && model.seen === inputsOf(model, "preview")))
  );
}

function mayRecord(model: Model, kind: "checks" | "preview", answer: Recorded): boolean {
  const recorded = model[kind];
  if (model.scope === null) return false;
  if (recorded === null) return true;
  const answersNow = answer.inputs === inputsOf(model, kind);
  if (current(model, kind)) return answersNow && answer.at >= recorded.at;
  return answersNow || answer.at >= recorded.at;
}

/** Takes a step, and answers whether it was one that the run may take. */
export function take(model: Model, step: Step): boolean {
  model.now += 1;
  if (step.do === "directory_moves") {
    model.directory = step.version;
    return true;
  }
  if (step.do === "look_at_page") {
    model.seen = inputsOf(model, "preview");
    return true;
  }
  if (step.do === "ask") {
    const answer = { inputs: inputsOf(model, step.kind), at: model.now, found: step.found };
    model.asked.push({ kind: step.kind, answer });
    return true;
  }
  if (step.do === "start" || step.do === "finish" || step.do === "cancel") return end(model, step);
  return model.ended === null && prepare(model, step);
}

function end(model: Model, step: Extract<Step, { do: "start" | "finish" | "cancel" }>): boolean {
  if (step.do === "start") {
    if (model.ended !== "queued") return false;
    model.ended = "running";
  } else if (step.do === "finish") {
    if (model.ended !== "running") return false;
    model.ended = step.as;
  } else {
    if (model.ended !== null && model.ended !== "queued" && model.ended !== "running") return false;
    if (step.wrote && model.ended !== "running") return false;
    model.ended = step.wrote ? "partial" : "cancelled";
  }
  return true;
}

type Preparing = Exclude<Step, { do: "directory_moves" | "look_at_page" | "ask" | "start" | "finish" | "cancel" }>;

function prepare(model: Model, step: Preparing): boolean {
  switch (step.do) {
    case "select":
      if (model.set === step.set) return true;
      Object.assign(model, { set: step.set, scope: null, mappings: new Map(), identities: new Map(), accepted: false });
      return true;
    case "scope":
      if (model.set === null) return false;
      Object.assign(model, {
        scope: step.items === null ? "everything" : [...step.items].sort().join(""),
        mode: step.mode,
      });
      return true;
    case "map":
    case "identify": {
      if (model.scope === null) return false;
      const [decisions, key] = step.do === "map" ? [model.mappings, step.key] : [model.identities, step.item];
      if (step.to === null) decisions.delete(key);
      else decisions.set(key, step.to);
      return true;
    }
    case "accept": {
      const acceptable = current(model, "checks") && model.checks?.found === "silent" && step.reason.trim() !== "";
      model.accepted ||= acceptable;
      return acceptable;
    }
    case "withdraw": {
      const was = model.accepted;
      model.accepted = false;
      return was;
    }
    case "dry_run":
      model.dryRun = step.on;
      return true;
    case "read_target":
      model.label = step.label;
      return true;
    case "answer": {
      const pending = model.asked[step.which % Math.max(model.asked.length, 1)];
      if (pending === undefined || !mayRecord(model, pending.kind, pending.answer)) return false;
      model[pending.kind] = pending.answer;
      return true;
    }
    case "queue":
      if (!mayQueue(model, step)) return false;
      model.ended = "queued";
      return true;
  }
}

/** Where the run stands (RW-12). */
export function statusOf(model: Model): string {
  if (model.ended !== null) return model.ended;
  if (model.set === null || model.scope === null) return "draft";
  if (!current(model, "checks")) return "scoped";
  return current(model, "preview") ? "previewed" : "checked";
}
