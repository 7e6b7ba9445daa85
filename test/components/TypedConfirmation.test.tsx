import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { presentTypedConfirmation } from "../../src/flow/index.js";
import { TypedConfirmation, type TypedConfirmationProps } from "../../src/index.js";
import { castOf, scenarioContext } from "../../src/testing/scenarios/index.js";

const words = scenarioContext.words;

function Page({ onType, label = "Contoso Production" }: Pick<TypedConfirmationProps, "onType"> & { label?: string }) {
  const [state, setState] = useState({ value: "", pasted: false });
  const model = presentTypedConfirmation(
    "typed-confirmation",
    label,
    { state: "open", ...state },
    null,
    words.confirmation.typed,
    words.flow,
  );
  return (
    <TypedConfirmation
      model={model}
      onType={(value, pasted) => {
        setState({ value, pasted: state.pasted || pasted });
        onType?.(value, pasted);
      }}
    />
  );
}

const field = () => screen.getByRole("textbox", { name: "Type Contoso Production to confirm the target" });

describe("BY-11 the typed label", () => {
  test("is typed character by character, and says when it is equal", async () => {
    const onType = vi.fn<(text: string, pasted: boolean) => void>();
    render(<Page onType={onType} />);
    await userEvent.type(field(), "Contoso Production");
    expect(onType).toHaveBeenLastCalledWith("Contoso Production", false);
    expect(field()).toBeValid();
    expect(field()).toHaveAccessibleDescription(/Equal to the target label/);
  });

  test("that is right so far is not marked as wrong", async () => {
    render(<Page />);
    await userEvent.type(field(), "Contoso");
    expect(field()).toBeValid();
  });

  test("that differs is marked, and the character is named", async () => {
    render(<Page />);
    await userEvent.type(field(), "Contoso p");
    expect(field()).toBeInvalid();
    expect(field()).toHaveAccessibleDescription(/Character 9 differs/);
  });

  test("that came in as a piece is told so", async () => {
    const onType = vi.fn<(text: string, pasted: boolean) => void>();
    render(<Page onType={onType} />);
    await userEvent.click(field());
    await userEvent.paste("Contoso Production");
    expect(onType).toHaveBeenLastCalledWith("Contoso Production", true);
  });

  test("cannot be typed by someone who may not, and says why", async () => {
    const onType = vi.fn<(text: string, pasted: boolean) => void>();
    render(<TypedConfirmation model={castOf("viewer").typedConfirmation} onType={onType} />);
    const shut = screen.getByRole("textbox");
    await userEvent.type(shut, "Contoso Production");
    expect(onType).not.toHaveBeenCalled();
    expect(shut).toHaveValue("");
    expect(shut).toHaveAccessibleDescription(/restore capability/);
  });

  test("of a run that was queued is a record and no field (SI-6)", () => {
    render(<TypedConfirmation model={castOf("in_progress").typedConfirmation} />);
    expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
    expect(screen.getByText("Contoso Production")).toHaveAttribute("data-external");
  });
});
