/** Takes one gate after another out of the server, and looks whether the races notice. */
import { spawn } from "node:child_process";
import { bin } from "../bin.ts";
import { record, today } from "./record.ts";
import { type Removal, removals } from "./removed-gates.ts";

const heading = "Gates taken away";
const schedules = process.env["CHECKRAIL_SCHEDULES"] ?? "400";

/** True where each lack was noticed that no other gate makes up for, and no other. */
export async function soakGates(seed: number, workers: number, words: readonly string[]): Promise<boolean> {
  const queue = removals.filter(({ without }) => words.length === 0 || words.some((word) => without.includes(word)));
  console.log(`gates: ${queue.length} of them, ${schedules} schedules each at most, seed ${seed}`);
  let asExpected = true;
  const take = async () => {
    for (let removal = queue.shift(); removal !== undefined; removal = queue.shift())
      asExpected = (await play(removal, seed)) && asExpected;
  };
  await Promise.all(Array.from({ length: workers }, take));
  return asExpected;
}

async function play({ without, behind }: Removal, seed: number): Promise<boolean> {
  const output = await races(without, seed);
  const [, noticedAfter] = /Property failed after (\d+) tests/.exec(output) ?? [];
  const [, verdict = ""] = /(?:Caused by|Error): (.*)/.exec(output.slice(output.indexOf("Caused by"))) ?? [];
  const passed = /Tests\s+1 passed/.test(output);
  if (noticedAfter === undefined && !passed) {
    console.log(`FAIL ${without}\n${output}`);
    return false;
  }
  const asExpected = passed === (behind !== null);
  const figure = passed ? `not in ${schedules} schedules` : `at schedule ${noticedAfter}`;
  console.log(
    `${asExpected ? "ok  " : "FAIL"} without ${without}: noticed ${figure}${passed ? "" : `, for ${verdict}`}`,
  );
  if (!asExpected) console.log(output);
  else
    record(
      heading,
      ["without", "noticed", "what refuses instead", "seed", "date"],
      [[without, figure, behind ?? "nothing", String(seed), today()]],
    );
  return asExpected;
}

function races(without: string, seed: number): Promise<string> {
  const args = [
    bin("vitest"),
    "run",
    "--config",
    "scripts/campaigns/removed-gates.config.ts",
    "test/reference/server/schedules.postgres.test.ts",
  ];
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NO_COLOR: "1",
        CHECKRAIL_WITHOUT: without,
        CHECKRAIL_SCHEDULES: schedules,
        CHECKRAIL_SEED: String(seed),
      },
    });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.stderr.on("data", (part: Buffer) => parts.push(part));
    child.on("error", (error) => done(String(error)));
    child.on("close", () => done(Buffer.concat(parts).toString()));
  });
}
