/**
 * Measures one case in a process of its own, so that no case runs on what another one compiled: seconds of work per call.
 * Without a case to measure, says which there are.
 */
import { benches } from "./core/index.js";
import { secondsPerCall } from "./timing.js";

const [bench, name] = process.argv.slice(2);
const answer =
  bench === undefined || name === undefined
    ? Object.fromEntries(Object.entries(benches).map(([id, one]) => [id, { ...one, cases: Object.keys(one.cases) }]))
    : { seconds: await measure(bench, name) };
process.stdout.write(`${JSON.stringify(answer)}\n`);

async function measure(ofBench: string, ofCase: string): Promise<number> {
  const prepare = benches[ofBench]?.cases[ofCase];
  if (prepare === undefined) throw new Error(`There is no case ${ofCase} of ${ofBench}.`);
  const work = await prepare();
  return secondsPerCall(work);
}
