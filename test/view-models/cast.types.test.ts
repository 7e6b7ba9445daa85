import { describe, expectTypeOf, test } from "vitest";
import type {
  AcceptanceModel,
  AffectedItems,
  ChangedItem,
  CheckedBody,
  CheckListViewModel,
  ConditionsModel,
  ConfirmationComparison,
  DiffItem,
  ExternalText,
  FreshnessModel,
  KnownMeasure,
  MappingPicker,
  MappingRowModel,
  NameModel,
  OpenConfirmation,
  ReceiptViewModel,
  ResultSummaryViewModel,
  ScopePickerViewModel,
  SkipChoice,
  TimelineEvent,
  TypedConfirmationViewModel,
  UndecidedItem,
  ValueModel,
} from "../../src/view-models/index.js";
import { at, callback, current, openField, voided } from "./models.js";

const external: ExternalText = { external: "Compliant devices" };

describe("states of the supporting cast that would mislead the operator do not compile", () => {
  test("a name is ours or from outside, never both (BY-13)", () => {
    // @ts-expect-error whose words are these?
    const both: NameModel = { external: "Compliant devices", text: "Name not recorded" };
    // @ts-expect-error a bare string does not say whose words it is
    const bare: NameModel = "Compliant devices";
    return [both, bare];
  });

  test("checks that have not run hold no findings, and those that ran are never fresh as not run", () => {
    const unrun: CheckListViewModel["body"] = {
      state: "not_run",
      freshness: { state: "not_run", word: "Not run" },
      text: "Nothing is known.",
      // @ts-expect-error nothing was found, because nothing was looked for
      groups: [],
    };
    expectTypeOf<CheckedBody["freshness"]["state"]>().toEqualTypeOf<"current" | "invalidated" | "stale">();
    // @ts-expect-error what ran has evidence
    const fresh: CheckedBody["freshness"] = { state: "not_run", word: "Not run" };
    return [unrun, fresh];
  });

  test("an acceptance says who, when and why (RW-20)", () => {
    const given: AcceptanceModel = {
      state: "given",
      by: external,
      at,
      reason: external,
      text: "Accepted by Dana",
      withdraw: null,
    };
    const { reason: _reason, ...unexplained } = given;
    // @ts-expect-error nobody accepts without a reason
    const silent: AcceptanceModel = unexplained;
    // @ts-expect-error an acceptance that does not apply has no action
    const acting: AcceptanceModel = { state: "none", action: callback("accept") };
    return [silent, acting];
  });

  test("affected items are at least one, or it concerns the target as a whole", () => {
    // @ts-expect-error an empty list of affected items affects nothing
    const none: AffectedItems["items"] = [];
    return none;
  });

  test("what is secret, unknown or absent carries no value (BY-3)", () => {
    // @ts-expect-error a secret is never in a model
    const secret: ValueModel = { state: "secret", text: "Secret", value: external };
    // @ts-expect-error what is not known says why
    const unknown: ValueModel = { state: "unknown", text: "Not captured" };
    // @ts-expect-error lists do not nest
    const nested: ValueModel = { state: "list", more: null, values: [{ state: "list", more: null, values: [] }] };
    return [secret, unknown, nested];
  });

  test("an item that would be written says what changes, and an undecided one has none to show", () => {
    expectTypeOf<ChangedItem["changes"]>().not.toBeNullable();
    expectTypeOf<UndecidedItem["changes"]>().toEqualTypeOf<undefined>();
    const base = { id: "a", name: external, type: "Compliance", status: "unavailable", word: "Skipped" } as const;
    // @ts-expect-error skipped without a reason
    const skipped: DiffItem = { ...base, notes: [], noiseHidden: null, state: "skipped", changes: null };
    return skipped;
  });

  test("a bounded list says how many are left out, and that is at least a number with words", () => {
    const more = { count: 4 };
    // @ts-expect-error a count without its words
    const silent: CheckedBody["groups"][0]["more"] = more;
    expectTypeOf<KnownMeasure["value"]>().toEqualTypeOf<number>();
    return silent;
  });

  test("a picker that shows items has at least one of them, a group and a section", () => {
    type Choosing = Extract<ScopePickerViewModel["body"], { state: "choosing" }>;
    // @ts-expect-error an empty picker says that it is empty
    const items: Choosing["items"] = [];
    // @ts-expect-error neither chosen nor not
    const choice: Choosing["groups"][0]["choice"] = "mixed";
    return [items, choice];
  });

  test("a mapped reference has a target and an unresolved one has none (BY-5)", () => {
    const base = { key: "group/1", kind: "group", source: external, usage: "Group", word: "Mapped" };
    const actions = { choose: callback("choose"), undo: callback("undo") };
    // @ts-expect-error mapped to nothing
    const mapped: MappingRowModel = { ...base, ...actions, state: "mapped", skip: { state: "refused", reason: "x" } };
    // @ts-expect-error a suggestion is no resolution
    const suggested: MappingRowModel = { ...base, ...actions, state: "mapped", suggestion: null };
    // @ts-expect-error refused without a reason
    const skip: SkipChoice = { state: "refused" };
    // @ts-expect-error a skip says what is then not written
    const silent: SkipChoice = { state: "possible", action: callback("skip") };
    return [mapped, suggested, skip, silent];
  });

  test("an empty picker has one primary action, and no search (PF-12)", () => {
    const text = "The cached directory holds no group; it is empty or stale.";
    const base = { kind: "group", heading: "Resolve target group mapping", state: "empty", text } as const;
    // @ts-expect-error no way forward
    const stuck: MappingPicker = base;
    // @ts-expect-error search does not dominate an empty picker
    const searching: MappingPicker = { ...base, primaryAction: callback("sync"), searchLabel: "Search" };
    return [stuck, searching];
  });

  test("what is equal has nothing to flag, and an impossible confirmation has no label to type (BY-11)", () => {
    // @ts-expect-error equal and different at once
    const equal: ConfirmationComparison = { state: "equal", text: "Equal.", flags: [] };
    // @ts-expect-error there is no label
    const impossible: TypedConfirmationViewModel["field"] = { state: "impossible", reason: "x", label: external };
    // @ts-expect-error a field that is shut holds nothing typed
    const shut: TypedConfirmationViewModel["field"] = { ...openField, state: "shut", reason: "Not yours." };
    expectTypeOf<OpenConfirmation["typed"]>().toEqualTypeOf<ExternalText | null>();
    // @ts-expect-error open conditions are named
    const conditions: ConditionsModel = { state: "open", text: "1 condition is not met", unmet: [], met: null };
    return [equal, impossible, shut, conditions];
  });

  test("a result without counts has no number, and an event without a time says so (RR-10)", () => {
    const uncounted: ResultSummaryViewModel["body"] = {
      state: "uncounted",
      text: "Result summary unavailable",
      reason: null,
      // @ts-expect-error not even a zero
      counts: [],
    };
    // @ts-expect-error a time that is missing is not nothing
    const when: TimelineEvent["when"] = null;
    return [uncounted, when];
  });

  test("a receipt always says what it does not prove (BY-12)", () => {
    type Issued = Extract<ReceiptViewModel["body"], { state: "issued" }>;
    // @ts-expect-error there always is something
    const nothing: Issued["doesNotProve"] = [];
    return nothing;
  });

  test("every kind of evidence is one of the four freshness states", () => {
    expectTypeOf(current).toExtend<FreshnessModel>();
    expectTypeOf(voided).toExtend<FreshnessModel>();
  });
});
