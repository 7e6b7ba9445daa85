import { render } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { DecisionCard } from "../../src/components/DecisionCard.js";
import { restoreClaims } from "../../src/restore/claims/index.js";
import { claimMatchers, resultOf } from "../../src/testing/index.js";
import { falseClaimsOf } from "../support/story-claims.js";

const policy = restoreClaims.completed_with_evidence;

function element(html: string): HTMLElement {
  const host = document.createElement("div");
  host.innerHTML = html;
  return host;
}

const passes = (received: unknown) => claimMatchers.toMakeNoFalseClaim(received, policy).pass;

describe("BY-13 toMakeNoFalseClaim reads an element", () => {
  test.each([
    "<p>Recovery <b>veri</b>fied</p>",
    "<dl><dt>Recovery</dt><dd>Verified</dd></dl>",
    "<p>Recovery is <del>not</del> verified</p>",
    "<p>Recovery is <span hidden>not</span> verified</p>",
    "<p>Recovery is <span aria-hidden='true'>not</span> verified</p>",
    "<p hidden>Recovery verified</p>",
    "<img alt='Recovery verified'>",
    "<button aria-label='Healthy'>x</button>",
    "<input placeholder='Compliant'>",
    "<p>Nothing failed</p><p>Recovery verified</p>",
  ])("%s", (html) => {
    expect(passes(element(html))).toBe(false);
  });

  test.each([
    "<p>Recovery is <em>not</em> verified</p>",
    "<dl><dt>Recovery</dt><dd>Not verified</dd></dl>",
    "<p>Policy <span data-external>Compliant devices</span> differs</p>",
    "<script>const text = 'Recovery verified';</script>",
    "",
  ])("and no claim in %s", (html) => {
    expect(passes(element(html))).toBe(true);
  });

  test("as a component draws it", () => {
    const { decision } = resultOf("completed_with_evidence");
    const { container, rerender } = render(<DecisionCard model={decision} />);
    expect(passes(container)).toBe(true);
    rerender(<DecisionCard model={{ ...decision, impact: "Recovery verified." }} />);
    expect(passes(container)).toBe(false);
  });
});

describe("RR-12 a story is asked for what its state forbids", () => {
  const found = (id: string, title: string, html: string, args = {}) =>
    falseClaimsOf({ id, title, args }, element(html));
  const proof = "<p>Execution proof available</p>";

  test("which its name says, or the scenario that it draws", () => {
    expect(found("restore-results--not-executed", "Restore/Results", proof)).toHaveLength(1);
    expect(found("restore-results--completed-proof-incomplete", "Restore/Results", proof)).toEqual([]);
    expect(found("foundations-words--german", "Foundations/Words", proof, { id: "preview_void" })).toHaveLength(1);
  });

  test("where an interruption is named like a result, for what the page behind it shows", () => {
    const preview = "<p>Preview evidence exists</p>";
    expect(found("restore-results--failed", "Restore/Results", preview)).toHaveLength(1);
    expect(found("restore-between--failed", "Restore/Between", preview)).toEqual([]);
  });

  test("and for the calm that it has no right to where it is named after none", () => {
    const calm = "<p>Ready to run</p>";
    expect(found("restore-steps-confirm--armed", "Restore/Steps/Confirm", calm)).toEqual([]);
    expect(found("components-decisioncard--states", "Components/DecisionCard", calm)).toHaveLength(1);
  });

  test("and literals that it shows to those who build with the kit are no claims", () => {
    const literal = "<figure><figcaption><code>safe</code></figcaption><p>safe</p></figure>";
    expect(found("components-x--states", "Components/X", literal)).toHaveLength(1);
  });
});
