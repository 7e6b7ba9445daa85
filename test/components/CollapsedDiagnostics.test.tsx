import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { CollapsedDiagnostics } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";

const model = wizardOf("preview_current").diagnostics;

describe("diagnostics (PF-8)", () => {
  test("are closed by default, with no entry in the document", () => {
    render(<CollapsedDiagnostics model={model} />);
    expect(screen.getByRole("button", { name: /^Diagnostics/ })).toHaveAttribute("aria-expanded", "false");
    expect(screen.queryByRole("term")).toBeNull();
    expect(screen.getByText(model.summary)).toBeVisible();
  });

  test("open and close by keyboard", async () => {
    render(<CollapsedDiagnostics model={model} />);
    await userEvent.tab();
    await userEvent.keyboard("{Enter}");
    expect(screen.getAllByRole("term").map((term) => term.textContent)).toEqual(
      model.entries.map((entry) => entry.label),
    );
    expect(screen.getAllByRole("definition").map((value) => value.textContent)).toEqual(
      model.entries.map((entry) => entry.value),
    );
    await userEvent.keyboard(" ");
    expect(screen.queryByRole("term")).toBeNull();
  });

  test("without an entry say so before they are opened, and hold none after", async () => {
    render(<CollapsedDiagnostics model={{ ...model, summary: "No entry", entries: [] }} />);
    await userEvent.click(screen.getByRole("button", { name: /No entry/ }));
    expect(screen.queryByRole("term")).toBeNull();
  });

  test("set identifiers as code", async () => {
    render(<CollapsedDiagnostics model={model} />);
    await userEvent.click(screen.getByRole("button"));
    for (const entry of model.entries.filter((one) => one.format === "code")) {
      for (const value of screen.getAllByText(entry.value)) expect(value.tagName).toBe("CODE");
    }
  });
});
