import { render, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { BackupQualitySummary } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";

const row = (label: string) => {
  const found = screen.getByText(label).closest<HTMLElement>("[data-part=row]");
  if (found === null) throw new Error(`“${label}” is not a row.`);
  return found;
};
const count = (label: string) => row(label).querySelector("[data-part=count]");

describe("the backup quality summary (PF-6)", () => {
  test("shows every count with its name", () => {
    const model = wizardOf("source_selected").quality;
    render(<BackupQualitySummary model={model} />);
    for (const one of model.rows) expect(count(one.label)).toHaveTextContent(one.measure.text);
  });

  test("says that input quality proves neither safety nor recovery", () => {
    render(<BackupQualitySummary model={wizardOf("source_selected").quality} />);
    expect(screen.getByText(/proves neither that execution is safe nor that recovery is verified/)).toBeVisible();
  });

  test("says in words that a count was not recorded, never 0", () => {
    const model = wizardOf("source_quality_not_recorded").quality;
    const { container } = render(<BackupQualitySummary model={model} />);
    for (const one of model.rows) {
      expect(one.measure.state).toBe("unavailable");
      expect(count(one.label)).toHaveTextContent(one.measure.text);
    }
    for (const cell of container.querySelectorAll("[data-part=count]")) expect(cell.textContent).not.toMatch(/\d/);
  });

  test("says once why nothing was recorded where it is the same for every count", () => {
    const { rows } = wizardOf("source_quality_not_recorded").quality;
    render(<BackupQualitySummary model={wizardOf("source_quality_not_recorded").quality} />);
    expect(screen.getAllByText(rows[0].measure.reason ?? "")).toHaveLength(1);
  });

  test("says of each count why it was not recorded where others were, or for another reason", () => {
    const { quality } = wizardOf("source_quality_not_recorded");
    const [first, second, ...others] = quality.rows;
    if (second === undefined) throw new TypeError("There is one count only.");
    const lost: typeof second = { ...second, measure: { state: "unavailable", text: "Lost", reason: "It was lost." } };
    render(<BackupQualitySummary model={{ ...quality, rows: [first, lost, ...others] }} />);
    expect(within(row(first.label)).getByText(first.measure.reason ?? "")).toBeVisible();
    expect(within(row(lost.label)).getByText("It was lost.")).toBeVisible();
  });

  test("shows a zero that was counted as 0", () => {
    render(<BackupQualitySummary model={wizardOf("source_empty").quality} />);
    expect(count("Items")).toHaveTextContent(/^0$/);
  });

  test("tells the ear which counts deserve a look", () => {
    const model = wizardOf("source_selected").quality;
    render(<BackupQualitySummary model={model} />);
    for (const one of model.rows) {
      const marks = within(row(one.label)).queryAllByText("Needs attention");
      expect(marks).toHaveLength(one.emphasis === "attention" ? 1 : 0);
    }
  });

  test("names a count before its value for the ear, and shows the value before its name", () => {
    render(<BackupQualitySummary model={wizardOf("source_selected").quality} />);
    const name = screen.getByText("Items");
    const value = count("Items");
    if (value === null) throw new Error("There is no count.");
    expect(name.compareDocumentPosition(value) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(value.getBoundingClientRect().left).toBeLessThan(name.getBoundingClientRect().left);
  });
});
