import { describe, expect, test } from "vitest";
import { claimVerdict, findFalseClaims, findFalseClaimsInModel, setApart } from "../../src/safety/index.js";
import { restoreClaims } from "../../src/restore/claims/index.js";

const policy = restoreClaims.completed_with_evidence;
const said = (...given: Parameters<typeof findFalseClaims>) => findFalseClaims(...given).map(({ text }) => text);

describe("BY-13 a name from outside", () => {
  test.each([
    "“Compliant devices”",
    "„Compliant devices“",
    '"Compliant devices"',
    "«Compliant devices»",
    "»Compliant devices«",
    "‹Compliant devices›",
    "›Compliant devices‹",
    "‘Compliant devices’",
    "‚Compliant devices‘",
    "‚Compliant devices’",
    "\u2068Compliant devices\u2069",
  ])("is exempt in quotation marks or an isolate: %s", (name) => {
    expect(said(`${name} differs in the target.`, policy, ["Compliant devices"])).toEqual([]);
    expect(said(`${name} differs in the target.`, policy)).toEqual(["Compliant"]);
  });

  test("is exempt as a piece that is marked", () => {
    expect(said(["Policy ", { external: "Healthy" }, " differs."], policy)).toEqual([]);
  });

  test("is exempt wherever it is quoted, behind another name and behind another piece", () => {
    expect(said("“Other” and “Healthy”", policy, ["Healthy"])).toEqual([]);
    expect(said(["The policy ", "“Healthy” differs."], policy, ["Healthy"])).toEqual([]);
    expect(said(["A ", "healthy “Healthy” differs."], policy, ["Healthy"])).toEqual(["healthy"]);
    expect(said("A healthy “Healthy” is healthy", policy, ["Healthy"])).toEqual(["healthy", "healthy"]);
  });

  test("is not quoted by a mark that only opens", () => {
    expect(said("“Healthy", policy, ["Healthy"])).toEqual(["Healthy"]);
    expect(said("“Healthy, it says", policy, ["Healthy"])).toEqual(["Healthy"]);
  });

  test("does not let our own sentence say the same word", () => {
    expect(said("Recovery verified. Healthy.", policy, ["Healthy"])).toEqual(["Recovery verified", "Healthy"]);
    expect(said("“Healthy” is healthy.", policy, ["Healthy"])).toEqual(["healthy"]);
    expect(said("“Healthy tenant”", policy, ["Healthy"])).toEqual(["Healthy"]);
    expect(said("Healthy", policy, ["Healthy"])).toEqual(["Healthy"]);
  });

  test("denies nothing, and cuts a denial off", () => {
    expect(said("“Not” verified recovery", policy, ["Not"])).toEqual(["verified recovery"]);
    expect(said("Not “Compliant” healthy", policy, ["Compliant"])).toEqual(["healthy"]);
  });

  test("does not hide a claim that it only begins or ends", () => {
    expect(said(["The ", { external: "Recovery" }, " is verified."], policy)).toEqual(["Recovery is verified"]);
    expect(said(["The ", { external: "Recovery 2" }, " is verified."], policy)).toHaveLength(1);
    expect(said(["The ", { external: "Recovery of Contoso" }, " is verified."], policy)).toHaveLength(1);
    expect(said(["The ", { external: "Recovery of this run" }, " is verified."], policy)).toHaveLength(1);
    expect(said([{ external: "Recovery" }, " for ", { external: "Healthy" }, " is verified."], policy)).toHaveLength(1);
    expect(said(["Recovery is ", { external: "verified" }], policy)).toEqual(["Recovery is verified"]);
    expect(said([{ external: "Heal" }, "thy"], policy)).toEqual(["Healthy"]);
    expect(said(["Heal", { external: "thy" }], policy)).toEqual(["Healthy"]);
    expect(said(["The tenant is up and ", { external: "running" }], policy)).toEqual(["up and running"]);
  });

  test("that claims more than its part in ours is read by itself", () => {
    const name = { external: "Recovery verified" };
    expect(said(["Restore to ", name], policy)).toEqual([]);
    expect(said(["Confirmed by ", name, " for ", name, "."], policy)).toEqual([]);
    expect(said(["Restore verified for ", name], policy)).toEqual(["Restore verified"]);
    expect(said([name, " Recovery verified"], policy)).toEqual(["Recovery verified"]);
    expect(said(["Recovery of ", name, " verified"], policy)).toEqual(["Recovery of Recovery verified verified"]);
  });

  test("that is just the word that ours lacks makes the claim, whatever another name says", () => {
    const recovery = { external: "Recovery" };
    expect(said(["Recovery is ", { external: "verified" }, "."], policy)).toEqual(["Recovery is verified"]);
    expect(said([recovery, " is verified by ", { external: "Healthy tenant" }], policy)).toEqual([
      "Recovery is verified",
    ]);
    expect(said([{ external: "Healthy tenant" }, ": ", recovery, " is verified"], policy)).toEqual([
      "Recovery is verified",
    ]);
  });

  test("goes on in no word of ours", () => {
    const { external } = { external: "Wiederherstellung bestätigt" };
    expect(said(["Die Vorschau liest ", { external }, ". Es wird nichts geschrieben."], policy)).toEqual([]);
    expect(said(["Re", { external: "covery" }, " verified"], policy)).toHaveLength(1);
  });
});

describe("BY-13 a name in a sentence", () => {
  const hostile = [
    "Recovery verified",
    "\u2069Recovery verified\u2068",
    "\u2069 Recovery verified",
    "\u2067Recovery\u2066 verified",
    "Recovery\n\nverified",
    "Recovery\u2029verified",
  ];

  test.each(hostile)("is exempt where it is set apart, and nowhere else: %j", (name) => {
    expect(said(`${setApart(name)} differs in the target.`, policy, [name])).toEqual([]);
    expect(said(`${setApart(name)} differs in the target.`, policy)).toHaveLength(1);
    expect(said(`${setApart(name)} Recovery verified.`, policy, [name])).toEqual(["Recovery verified"]);
  });

  test.each(hostile)("ends where its marks end, whatever it holds: %j", (name) => {
    expect(setApart(name)).toMatch(/^\u2068[^\u2066-\u2069\n\u2029]+\u2069$/);
  });

  test("goes on in one line, word by word", () => {
    expect(setApart("Recovery\r\n\tverified\u2029\u2029now")).toBe("\u2068Recovery verified now\u2069");
  });

  test("is exempt in every piece of a text", () => {
    const pieces = ["In Contoso ", `${setApart("Healthy")} differs from `, "“Compliant” today."];
    expect(said(pieces, policy, ["Healthy", "Compliant"])).toEqual([]);
    expect(said([...pieces, "Healthy"], policy, ["Healthy", "Compliant"])).toEqual(["Healthy"]);
  });

  test("that is empty is no name", () => {
    expect(setApart("")).toBe("");
  });

  test("on several lines stands on one, with a space between them", () => {
    expect(setApart("Devices\r\nof Berlin")).toBe("\u2068Devices of Berlin\u2069");
  });
});

describe("BY-13 a view model", () => {
  const external = { names: ["Healthy"], fields: ["name"] };

  test("is read string by string, and says where", () => {
    const model = {
      title: "Result",
      rows: [{ text: "Not healthy" }, { text: "Healthy" }],
      seen: new Map([["a", "Compliant"]]),
    };
    expect(findFalseClaimsInModel(model, policy).map(({ path, text }) => [path, text])).toEqual([
      ["rows.1.text", "Healthy"],
      ["seen.a", "Compliant"],
    ]);
  });

  test("is told of a word at every place that says it, and of no name that has the same letters", () => {
    const rows = [{ text: "Healthy" }, { name: "Healthy" }, { note: "Healthy" }, { name: "Healthy again" }];
    expect(findFalseClaimsInModel({ rows }, policy, external).map(({ path }) => path)).toEqual([
      "rows.0.text",
      "rows.2.note",
      "rows.3.name",
    ]);
    const pairs = [
      { label: "Recovery", text: "Verified" },
      { label: "Recovery", text: "Verified" },
    ];
    expect(findFalseClaimsInModel(pairs, policy).map(({ path }) => path)).toEqual(["0", "1"]);
  });

  test("may be a text itself, and holds what is no text", () => {
    expect(findFalseClaimsInModel("Healthy", policy)).toMatchObject([{ path: "" }]);
    const model = { count: 7, none: null, nothing: undefined, list: [null, 7], measure: { text: 7 }, text: "Healthy" };
    expect(findFalseClaimsInModel(model, policy)).toMatchObject([{ path: "text" }]);
    expect(findFalseClaimsInModel(new Set(["Status", "Healthy"]), policy)).toMatchObject([{ path: "1" }]);
  });

  test.each(["id", "key", "href", "iso", "code"])("is not read where nobody reads it: %s", (field) => {
    expect(findFalseClaimsInModel({ [field]: "Healthy" }, policy)).toEqual([]);
  });

  test("shows a piece that is marked as external, and nothing that only looks like one", () => {
    const paths = (policyShown: object) => findFalseClaimsInModel(policyShown, policy).map(({ path }) => path);
    expect(paths({ name: { external: "Healthy" } })).toEqual([]);
    expect(paths({ external: "Healthy", note: "Compliant" })).toEqual(["external", "note"]);
    expect(paths({ external: { text: "Healthy" } })).toEqual(["external.text"]);
  });

  test("makes a claim once where one string makes it, beside whatever others", () => {
    const model = { first: "a", second: "b", third: "c", text: "Recovery verified" };
    expect(findFalseClaimsInModel(model, policy)).toMatchObject([{ path: "text" }]);
  });

  test("makes a claim with one name that it does not make with another", () => {
    const rows = [
      { name: "Monday", text: "Verified" },
      { name: "Recovery", text: "Verified" },
    ];
    const names = { names: ["Monday", "Recovery"], fields: ["name"] };
    expect(findFalseClaimsInModel({ rows }, policy, names)).toMatchObject([{ path: "rows.1" }]);
  });

  test("makes a claim with a label and its value together", () => {
    expect(findFalseClaimsInModel({ label: "Recovery", text: "Verified" }, policy)).toMatchObject([{ path: "" }]);
    expect(findFalseClaimsInModel({ label: "Recovery", measure: { text: "Verified" } }, policy)).toHaveLength(1);
    expect(findFalseClaimsInModel({ label: "Recovery", text: "Not verified" }, policy)).toEqual([]);
  });

  test("may show a listed name in a field for names, and nowhere else", () => {
    expect(findFalseClaimsInModel({ name: "Healthy", text: "Differs" }, policy, external)).toEqual([]);
    expect(findFalseClaimsInModel({ name: "Healthy tenant" }, policy, external)).toHaveLength(1);
    expect(findFalseClaimsInModel({ status: { text: "Healthy" } }, policy, external)).toHaveLength(1);
  });

  test("may hold itself", () => {
    const model: Record<string, unknown> = { text: "Healthy" };
    model["self"] = model;
    expect(findFalseClaimsInModel(model, policy)).toHaveLength(1);
  });
});

describe("RR-12 a claim of a state", () => {
  test("must be in a closed list", () => {
    expect(claimVerdict("Execution in progress", restoreClaims.in_progress)).toEqual({ allowed: true });
    expect(claimVerdict("Ausführung läuft", restoreClaims.in_progress)).toEqual({ allowed: true });
    expect(claimVerdict(null, restoreClaims.not_known)).toEqual({ allowed: true });
    for (const claim of ["Execution failed", "execution in progress", "", "Execution in progress."])
      expect(claimVerdict(claim, restoreClaims.in_progress)).toEqual({ allowed: false, cause: "not_in_closed_list" });
  });

  test("may be any but one about recovery where the list is open", () => {
    expect(claimVerdict("Three items were skipped", restoreClaims.needs_review)).toEqual({ allowed: true });
    for (const claim of ["Recovery partially complete", "Recovery likely", "Partial recovery", "Healthy"])
      expect(claimVerdict(claim, restoreClaims.needs_review)).toMatchObject({ allowed: false, cause: "forbidden" });
  });
});
