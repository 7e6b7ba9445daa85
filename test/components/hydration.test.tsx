import { act } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { restoreScenarios } from "../../src/testing/scenarios/index.js";
import { page } from "./samples.js";

afterEach(() => vi.restoreAllMocks());

test.each(restoreScenarios.map((one) => one.id))(
  "the server's page of %s is taken over without a warning",
  async (id) => {
    const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
    const container = document.createElement("div");
    container.innerHTML = renderToString(page(id));
    document.body.append(container);
    const recovered = vi.fn<(error: unknown) => void>();
    const root = await act(async () => hydrateRoot(container, page(id), { onRecoverableError: recovered }));
    expect(recovered).not.toHaveBeenCalled();
    expect(complaints).not.toHaveBeenCalled();
    await act(async () => root.unmount());
    container.remove();
  },
);
