/**
 * Loads the tests once and tries mutant after mutant on them: to load them takes seconds, to run those that reach one mutant
 * takes milliseconds. Without a campaign that asks, it runs tests as Vitest does.
 */
import { relative } from "node:path";
import type { File, Suite, Test } from "@vitest/runner";
import { inject } from "vitest";
import { VitestTestRunner } from "vitest/runners";
import { getFn, getHooks } from "vitest/suite";
import { type Answer, type Question, channelName, over } from "./question.ts";

interface Switch {
  activeMutant?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}

export default class LoadedTests extends VitestTestRunner {
  readonly #asked = inject("loaded" as never) === true;
  readonly #tests = new Map<string, Test[]>();
  readonly #milliseconds = new Map<string, number>();
  readonly #leftOut = process.env["CHECKRAIL_TESTS_LEFT_OUT"] ?? "";
  readonly #prepared = new Set<Suite>();
  #files = (process.env["CHECKRAIL_TESTS"] ?? "").split(",").length;
  #lastToNotice: readonly string[] = [];

  override async onBeforeRunTask(test: Test): Promise<void> {
    if (this.#leftOut !== "" && new RegExp(this.#leftOut).test(idOf(test))) test.mode = "skip";
    await super.onBeforeRunTask(test);
  }

  onBeforeRunFiles(files: File[]): void {
    if (!this.#asked) return;
    for (const file of files) {
      for (const test of testsOf(file)) this.#tests.set(idOf(test), [...(this.#tests.get(idOf(test)) ?? []), test]);
      file.mode = "skip";
    }
  }

  override onAfterRunFiles(files?: File[]): void {
    super.onAfterRunFiles();
    this.#files -= files?.length ?? 0;
    // Vitest waits for it, whatever its type says.
    if (this.#asked && this.#files === 0) return this.#answerAll() as unknown as undefined;
  }

  #answerAll(): Promise<void> {
    return new Promise((resolve) => {
      const channel = new BroadcastChannel(channelName);
      const say = (answer: Answer) => channel.postMessage(answer);
      channel.onmessage = (event) => {
        const { data } = event as MessageEvent<Question | typeof over>;
        if (data !== over) return void this.#judge(data).then(say);
        channel.close();
        resolve();
      };
      say({ is: "loaded" });
    });
  }

  async #judge({ mutant, hitLimit, tests }: Question): Promise<Answer> {
    const stryker = (globalThis as { __stryker__?: Switch }).__stryker__ ?? {};
    if (!tests.every((id) => this.#tests.has(id))) return { is: "unknown" };
    const ordered = this.#likeliestFirst(tests);
    for (const [index, id] of ordered.entries()) {
      for (const test of this.#tests.get(id) ?? []) {
        await this.#prepare(test);
        Object.assign(stryker, { activeMutant: mutant, hitCount: 0, hitLimit });
        const before = performance.now();
        const failure = await failureOf(test);
        this.#milliseconds.set(id, performance.now() - before);
        const endless = hitLimit !== undefined && (stryker.hitCount ?? 0) > hitLimit;
        Object.assign(stryker, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
        if (failure === undefined && !endless) continue;
        if ((await failureOf(test)) !== undefined) return { is: "spoiled" };
        if (endless) return { is: "endless" };
        this.#lastToNotice = [id, ...this.#lastToNotice.filter((one) => one !== id)].slice(0, 5);
        return { is: "noticed", tried: index + 1, by: id, message: failure ?? "" };
      }
    }
    return { is: "survived", tried: ordered.length };
  }

  /** Those that noticed the mutants before, for neighbours are noticed by the same; then the quick ones. */
  #likeliestFirst(tests: readonly string[]): readonly string[] {
    const likely = this.#lastToNotice.filter((id) => tests.includes(id));
    const cost = (id: string) => this.#milliseconds.get(id) ?? 0;
    return [...new Set([...likely, ...tests.toSorted((one, other) => cost(one) - cost(other))])];
  }

  async #prepare(test: Test): Promise<void> {
    for (const suite of suitesOf(test)) {
      if (this.#prepared.has(suite)) continue;
      this.#prepared.add(suite);
      for (const hook of getHooks(suite).beforeAll) await hook(suite);
    }
  }
}

async function failureOf(test: Test): Promise<string | undefined> {
  try {
    for (const suite of suitesOf(test)) {
      for (const hook of getHooks(suite).beforeEach) await hook(test.context, suite);
    }
    await getFn(test)();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

function testsOf(suite: Suite): readonly Test[] {
  return suite.tasks.flatMap((task) => (task.type === "suite" ? testsOf(task) : [task]));
}

function suitesOf(test: Test): readonly Suite[] {
  const suites: Suite[] = [];
  for (let suite: Suite | undefined = test.suite ?? test.file; suite !== undefined; suite = suite.suite) {
    suites.unshift(suite);
  }
  return suites[0] === test.file ? suites : [test.file, ...suites];
}

/** The name that Stryker's own setup gives a test. */
function idOf(test: Test): string {
  const names = [test.name];
  for (let suite: Suite | undefined = test.suite; suite !== undefined; suite = suite.suite) names.unshift(suite.name);
  return `${relative(process.cwd(), test.file.filepath).replaceAll("\\", "/")}#${names.join(" ").trim()}`;
}
