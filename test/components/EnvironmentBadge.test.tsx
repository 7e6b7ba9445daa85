import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { EnvironmentBadge } from "../../src/index.js";
import { contractVersion } from "../../src/view-models/index.js";

test("production is filled and test is an outline, so that they differ without colour (RW-11)", () => {
  render(
    <>
      <EnvironmentBadge model={{ contract: contractVersion, environment: "prod", text: "Prod" }} />
      <EnvironmentBadge model={{ contract: contractVersion, environment: "test", text: "Test" }} />
      <EnvironmentBadge model={{ contract: contractVersion, environment: "staging" as "test", text: "Staging" }} />
    </>,
  );
  const ground = (text: string) => {
    const badge = screen.getByText(text).closest("[data-component]");
    if (badge === null) throw new Error(`“${text}” is not a badge.`);
    return getComputedStyle(badge).backgroundColor;
  };
  expect(ground("Test")).toBe("rgba(0, 0, 0, 0)");
  expect(ground("Prod")).not.toBe("rgba(0, 0, 0, 0)");
  // An environment of a kind that nobody knows is never drawn as harmless.
  expect(ground("Staging")).toBe(ground("Prod"));
});
