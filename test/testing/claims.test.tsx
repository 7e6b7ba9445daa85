import { render } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { DecisionCard } from "../../src/components/DecisionCard.js";
import { restoreClaims } from "../../src/restore/claims/index.js";
import { claimMatchers, resultOf } from "../../src/testing/index.js";

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
