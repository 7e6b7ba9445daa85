/** A test runner for Stryker: Vitest's own, which keeps the tests loaded while mutants can be switched on in them. */
import { relative } from "node:path";
import { strykerPlugins as vitestPlugins } from "@stryker-mutator/vitest-runner";
import { type Answer, type Question, channelName, over } from "./question.ts";

const [vitestPlugin] = vitestPlugins;
if (vitestPlugin === undefined) throw new Error("Stryker's runner for Vitest names no plugin.");

/** What Stryker's runner keeps to itself of what is needed here. */
interface Runner {
  readonly ctx: {
    readonly provide: (key: string, value: unknown) => void;
    readonly state: { readonly getFiles: () => readonly TestFile[] };
  };
  readonly run: () => Promise<unknown>;
  mutantRun: (run: MutantRun) => Promise<MutantResult>;
  dispose: () => Promise<void>;
}

interface TestFile {
  readonly filepath: string;
  /** Absent until it was run. */
  readonly result?: { readonly state: string; readonly errors?: readonly { readonly message: string }[] };
}

interface MutantRun {
  readonly activeMutant: { readonly id: string };
  readonly hitLimit?: number;
  readonly testFilter?: readonly string[];
}

type MutantResult =
  | { readonly status: "survived"; readonly nrOfTests: number }
  | { readonly status: "timeout" }
  | {
      readonly status: "killed";
      readonly killedBy: readonly string[];
      readonly failureMessage: string;
      readonly nrOfTests: number;
    };

/** The tests, loaded in a worker of Vitest that waits to be asked. */
class Loaded {
  readonly #channel = new BroadcastChannel(channelName);
  readonly #ended: Promise<unknown>;
  #next: (answer: Answer) => void = () => {};

  private constructor(runner: Runner) {
    this.#channel.onmessage = (event) => this.#next((event as MessageEvent<Answer>).data);
    runner.ctx.provide("mode", "dry-run");
    runner.ctx.provide("loaded", true);
    this.#ended = runner.run();
  }

  static async of(runner: Runner): Promise<Loaded> {
    const loaded = new Loaded(runner);
    await loaded.#heard();
    return loaded;
  }

  ask(question: Question): Promise<Answer> {
    const answer = this.#heard();
    this.#channel.postMessage(question);
    return answer;
  }

  async end(): Promise<void> {
    this.#channel.postMessage(over);
    await this.#ended;
    this.#channel.close();
  }

  #heard(): Promise<Answer> {
    return Promise.race([
      new Promise<Answer>((resolve) => {
        this.#next = resolve;
      }),
      this.#ended.then(() => {
        throw new Error("The tests ended before they were asked.");
      }),
    ]);
  }
}

const vitestRunner = vitestPlugin.factory as unknown as {
  (...given: readonly unknown[]): Runner;
  readonly inject: readonly string[];
};

function loadedRunner(...given: readonly unknown[]): Runner {
  const runner = vitestRunner(...given);
  const loadAndRun = runner.mutantRun.bind(runner);
  const dispose = runner.dispose.bind(runner);
  let loaded: Loaded | undefined;

  // A file that cannot be loaded has no test that fails, and Stryker's runner asks for nothing else.
  const load = async (run: MutantRun): Promise<MutantResult> => {
    const result = await loadAndRun(run);
    const broken = runner.ctx.state.getFiles().find((file) => file.result?.state === "fail");
    if (result.status !== "survived" || broken === undefined) return result;
    const failureMessage = broken.result?.errors?.[0]?.message ?? `${broken.filepath} cannot be loaded.`;
    return { status: "killed", killedBy: [], failureMessage, nrOfTests: result.nrOfTests };
  };

  const unload = async () => {
    const before = loaded;
    loaded = undefined;
    await before?.end();
    runner.ctx.provide("loaded", false);
  };

  runner.mutantRun = async (run: MutantRun): Promise<MutantResult> => {
    // One that acts while files are loaded has no filter where that is to be tried.
    if (run.testFilter === undefined) {
      await unload();
      return load(run);
    }
    loaded ??= await Loaded.of(runner);
    const answer = await loaded.ask({ mutant: run.activeMutant.id, hitLimit: run.hitLimit, tests: run.testFilter });
    switch (answer.is) {
      case "survived":
        return { status: "survived", nrOfTests: answer.tried };
      case "noticed":
        return { status: "killed", killedBy: [answer.by], failureMessage: answer.message, nrOfTests: answer.tried };
      case "endless":
        return { status: "timeout" };
      case "loaded":
      case "spoiled":
      case "unknown":
        await unload();
        return load(run);
    }
  };
  runner.dispose = async () => {
    await unload();
    await dispose();
  };
  return runner;
}
loadedRunner.inject = vitestRunner.inject;

/** Says at once what was missed: a campaign takes long, and a test can be written meanwhile. */
class Missed {
  onMutantTested({ fileName, location: { start }, replacement = "", status }: MutantTested): void {
    if (status !== "Survived" && status !== "NoCoverage") return;
    const place = `${relative(".", fileName)}:${start.line}:${start.column}`;
    console.log(`missed ${place} ${replacement.replaceAll(/\s+/g, " ")}`);
  }
}

interface MutantTested {
  readonly fileName: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
  readonly replacement?: string;
  readonly status: string;
}

export const strykerPlugins = [
  { ...vitestPlugin, name: "loaded", factory: loadedRunner },
  { kind: "Reporter", name: "missed", injectableClass: Missed },
];
export { strykerValidationSchema } from "@stryker-mutator/vitest-runner";
