import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openTenant } from "../../../reference/target/tenant.js";
import { openSite, RunDriver, type Site } from "./support.js";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

async function targetPolicies() {
  const row = await site.product.db.selectFrom("environments").select("target_key").executeTakeFirstOrThrow();
  const answer = await openTenant(site.product.targetDb, row.target_key, site.product.now).listPolicies();
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value;
}

test("a restore that every gate allows writes the target, tells each item's outcome and compares afterwards", async () => {
  const run = await RunDriver.create(site);
  await run.prepare();
  const queued = await run.execute();
  expect(queued.status).toBe(202);
  await vi.waitFor(async () => expect((await run.load()).evidence[0]?.state).toBe("active"), { timeout: 15_000 });

  const { execution } = run.document.run;
  expect(execution?.status).toBe("completed");
  expect(execution?.results?.items?.map(({ name, outcome }) => [name, outcome])).toEqual([
    ["Policy a", "applied"],
    ["Policy b", "applied"],
    ["Policy c", "already_in_desired_state"],
  ]);
  expect(execution?.safetySnapshot).toMatchObject({
    checksFreshness: "current",
    previewFreshness: "current",
    confirmedBy: { name: "Dana Okafor" },
    typedLabel: "Contoso Production",
  });
  expect(run.document.operation).toMatchObject({ status: "finished", outcome: "succeeded", done: 3, total: 3 });
  expect(run.document.evidence[0]?.coverage).toEqual({ checked: 3, notChecked: 0 });
  expect(run.document.evidence[0]?.findings?.map((finding) => finding.result)).toEqual(["as_intended", "as_intended", "as_intended"]);
  const minutes = (await targetPolicies()).map((policy) => [policy.name, policy.payload?.["minutes"]]);
  expect(minutes.toSorted(([left], [right]) => String(left).localeCompare(String(right)))).toEqual([["Policy a", 5], ["Policy b", 7], ["Policy c", 9]]);
});
