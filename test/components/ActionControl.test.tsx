import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { FormEvent } from "react";
import { describe, expect, test, vi } from "vitest";
import { germanMessages } from "../../src/components/internal/german-messages.js";
import { ActionControl, type ActionProps } from "../../src/index.js";
import type { ActionModel, BlockedAction } from "../../src/view-models/index.js";

type OnAction = NonNullable<ActionProps["onAction"]>;

const blocked: BlockedAction = {
  kind: "blocked",
  id: "execute",
  label: "Restore 12 policies to Contoso Production",
  reason: "The preview is void since the scope changed.",
  clearedBy: { step: "preview", anchor: "generate", label: "Generate preview", href: "#preview/generate" },
};

describe("a blocked action (BY-15)", () => {
  test("can be reached by keyboard, says that it is disabled, and says why", async () => {
    render(<ActionControl model={blocked} />);
    await userEvent.tab();
    const control = screen.getByRole("button", { name: blocked.label });
    expect(control).toHaveFocus();
    expect(control).toHaveAttribute("aria-disabled", "true");
    expect(control).not.toHaveAttribute("disabled");
    expect(control).toHaveAccessibleDescription(/The preview is void since the scope changed\./);
  });

  test("never calls the host, by pointer or by keyboard", async () => {
    const onAction = vi.fn<OnAction>();
    render(<ActionControl model={blocked} onAction={onAction} emphasis="primary" />);
    await userEvent.click(screen.getByRole("button"));
    await userEvent.keyboard("{Enter} ");
    expect(onAction).not.toHaveBeenCalled();
  });

  test("does not submit the form that it stands in", async () => {
    const onSubmit = vi.fn<(event: FormEvent) => void>((event) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <ActionControl model={blocked} />
      </form>,
    );
    await userEvent.click(screen.getByRole("button"));
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test("shows its reason beside it, with the way to the place that clears it", () => {
    render(<ActionControl model={blocked} />);
    expect(screen.getByText(blocked.reason)).toBeVisible();
    expect(screen.getByRole("link", { name: "Generate preview" })).toHaveAttribute("href", "#preview/generate");
  });

  test("offers no link where the operator cannot clear it", () => {
    render(<ActionControl model={{ ...blocked, clearedBy: null }} />);
    expect(screen.queryByRole("link")).toBeNull();
  });
});

describe("BY-15 an action that only waits", () => {
  const waiting: BlockedAction = { ...blocked, reason: "Checks are running.", waits: true };
  const glyph = () => screen.getByRole("button").querySelector("[data-part=glyph]");

  test.each(["primary", "secondary", "text"] as const)(
    "carries no stop sign, and says that it waits, where it is %s",
    (emphasis) => {
      const { container, rerender } = render(<ActionControl model={blocked} emphasis={emphasis} />);
      expect(glyph()).toHaveAttribute("data-glyph", "octagon");
      expect(container.querySelector("[data-part=reason]")).toHaveTextContent(/^Blocked The preview is void/);
      rerender(<ActionControl model={waiting} emphasis={emphasis} />);
      expect(glyph()).toHaveAttribute("data-glyph", "ring");
      expect(glyph()).toHaveAttribute("data-tone", "neutral");
      expect(container.querySelector("[data-part=reason]")).toHaveTextContent("Waiting Checks are running.");
    },
  );

  test("is as shut as any other, and tells why", async () => {
    const onAction = vi.fn<OnAction>();
    render(<ActionControl model={waiting} onAction={onAction} messages={germanMessages} />);
    await userEvent.click(screen.getByRole("button"));
    expect(onAction).not.toHaveBeenCalled();
    expect(screen.getByRole("button")).toHaveAttribute("aria-disabled", "true");
    expect(screen.getByRole("button")).toHaveAccessibleDescription("Wartet Checks are running.");
  });

  test("of a kind that this version does not know is not taken at its word", () => {
    const model = { kind: "confirmed", id: "execute", label: "Restore now", waits: true } as unknown as ActionModel;
    render(<ActionControl model={model} />);
    expect(glyph()).toHaveAttribute("data-glyph", "octagon");
  });
});

test("an action that becomes blocked under the operator keeps focus, says why, and gives way again", async () => {
  const onAction = vi.fn<OnAction>();
  const callback: ActionModel = { kind: "callback", id: blocked.id, label: blocked.label };
  const { rerender } = render(<ActionControl model={callback} onAction={onAction} emphasis="primary" />);
  await userEvent.tab();
  const control = screen.getByRole("button", { name: blocked.label });
  rerender(<ActionControl model={blocked} onAction={onAction} emphasis="primary" />);
  expect(control).toHaveFocus();
  expect(control).toHaveAccessibleDescription(/The preview is void since the scope changed\./);
  await userEvent.keyboard("{Enter}");
  expect(onAction).not.toHaveBeenCalled();
  rerender(<ActionControl model={callback} onAction={onAction} emphasis="primary" />);
  expect(control).toHaveFocus();
  expect(control).not.toHaveAttribute("aria-disabled");
  await userEvent.keyboard("{Enter}");
  expect(onAction).toHaveBeenCalledOnce();
});

test("two actions with the same id keep their own reasons", () => {
  render(
    <>
      <ActionControl model={blocked} />
      <ActionControl model={{ ...blocked, label: "Restore later", reason: "Dry-run is on." }} />
    </>,
  );
  expect(screen.getByRole("button", { name: "Restore later" })).toHaveAccessibleDescription(/Dry-run is on\./);
});

test("an action by callback hands its id to the host", async () => {
  const onAction = vi.fn<OnAction>();
  const model: ActionModel = { kind: "callback", id: "run_checks", label: "Run checks" };
  render(<ActionControl model={model} onAction={onAction} />);
  await userEvent.click(screen.getByRole("button", { name: "Run checks" }));
  expect(onAction).toHaveBeenCalledExactlyOnceWith("run_checks", model);
});

test("a link is a link, and works without the host", async () => {
  const onAction = vi.fn<OnAction>();
  render(
    <ActionControl
      model={{ kind: "link", id: "open", label: "Open evidence", href: "#evidence" }}
      onAction={onAction}
    />,
  );
  const link = screen.getByRole("link", { name: "Open evidence" });
  expect(link).toHaveAttribute("href", "#evidence");
  await userEvent.click(link);
  expect(onAction).not.toHaveBeenCalled();
});

test("a kind of action that this version does not know is blocked", async () => {
  const onAction = vi.fn<OnAction>();
  const model = { kind: "confirmed", id: "execute", label: "Restore now" } as unknown as ActionModel;
  render(<ActionControl model={model} onAction={onAction} />);
  const control = screen.getByRole("button", { name: "Restore now" });
  await userEvent.click(control);
  expect(control).toHaveAttribute("aria-disabled", "true");
  expect(onAction).not.toHaveBeenCalled();
});
