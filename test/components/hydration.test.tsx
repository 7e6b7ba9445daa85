import { act } from "@testing-library/react";
import type { ReactElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { restoreScenarios } from "../../src/testing/scenarios/index.js";
import { components, page, sample } from "./samples.js";

afterEach(() => vi.restoreAllMocks());

/** What React says while it takes over what a server drew: nothing, where both drew the same. */
async function saidWhileTaking(element: ReactElement): Promise<readonly unknown[]> {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const container = document.createElement("div");
  container.innerHTML = renderToString(element);
  document.body.append(container);
  const recovered: unknown[] = [];
  const onRecoverableError = (error: unknown) => recovered.push(error);
  const root = await act(async () => hydrateRoot(container, element, { onRecoverableError }));
  await act(async () => root.unmount());
  container.remove();
  return [...recovered, ...complaints.mock.calls];
}

describe("the server's page is taken over without a warning", () => {
  test.each(restoreScenarios.map((one) => one.id))("of the scenario %s", async (id) => {
    expect(await saidWhileTaking(page(id))).toEqual([]);
  });

  test.each(components.map(([name]) => name))("with nothing but a %s", async (name) => {
    expect(await saidWhileTaking(sample(name))).toEqual([]);
  });

  test("and what a server drew otherwise is complained of", async () => {
    const drawn = { where: "server" };
    const Place = () => drawn.where;
    const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
    const container = document.createElement("div");
    container.innerHTML = renderToString(<Place />);
    drawn.where = "browser";
    const recovered = vi.fn<(error: unknown) => void>();
    const root = await act(async () => hydrateRoot(container, <Place />, { onRecoverableError: recovered }));
    expect(recovered.mock.calls.length + complaints.mock.calls.length).toBeGreaterThan(0);
    await act(async () => root.unmount());
  });
});
