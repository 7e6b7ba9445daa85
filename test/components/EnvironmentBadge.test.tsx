import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { EnvironmentBadge } from "../../src/index.js";
import { contractVersion } from "../../src/view-models/index.js";

test("production is filled and test is an outline, so that they differ without colour (RW-11)", () => {
  render(
    <>
      <EnvironmentBadge model={{ contract: contractVersion, environment: "prod", text: "Prod" }} />
      <EnvironmentBadge model={{ contract: contractVersion, environment: "test", text: "Test" }} />
    </>,
  );
  const ground = (text: string) => {
    const badge = screen.getByText(text).closest("[data-component]");
    if (badge === null) throw new Error(`“${text}” is not a badge.`);
    return getComputedStyle(badge).backgroundColor;
  };
  expect(ground("Test")).toBe("rgba(0, 0, 0, 0)");
  expect(ground("Prod")).not.toBe("rgba(0, 0, 0, 0)");
});
