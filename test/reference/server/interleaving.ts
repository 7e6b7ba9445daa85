import { AsyncLocalStorage } from "node:async_hooks";
import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import type { Db } from "../../../reference/server/database/schema.js";
import type { TargetPort } from "../../../src/restore/ports.js";

interface Actor {
  notBefore: number;
  readonly resume: () => void;
  state: "waiting" | "running" | "ended";
  settle: () => void;
}

/** Longer than a statement takes, unless it waits for what another actor holds. */
const msUntilBlocked = 4;

const present = new AsyncLocalStorage<{ readonly gate: () => Promise<void> }>();

/** Waits for its turn where an actor of an interleaving asks; else goes on at once. */
export async function turn(): Promise<void> {
  await present.getStore()?.gate();
}

/**
 * Actors that work at the same time on one database, of which one at a time goes on, up to its next statement or call. Which,
 * the picks say. One that waits for a lock keeps nobody: it goes on by itself once it has the lock.
 */
export class Interleaving {
  private readonly actors: Actor[] = [];
  private turns = 0;
  /** What actors ended with that no caller should see. */
  readonly thrown: unknown[] = [];

  constructor(private readonly picks: readonly number[]) {}

  /** Adds an actor that begins once so many turns were taken, or nobody else can go on. */
  add(work: () => Promise<void>, notBefore = 0): void {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    let resume = begin;
    const actor: Actor = { notBefore, state: "waiting", settle: () => {}, resume: () => resume() };
    this.actors.push(actor);
    const gate = () =>
      new Promise<void>((go) => {
        resume = go;
        actor.state = "waiting";
        actor.settle();
      });
    void present.run({ gate }, async () => {
      await begun;
      await work().catch((error: unknown) => this.thrown.push(error));
      actor.state = "ended";
      actor.settle();
    });
  }

  /** Lets all of them go on until each has ended. */
  async run(): Promise<void> {
    for (;;) {
      const waiting = this.actors.filter(({ state }) => state === "waiting");
      const running = this.actors.filter(({ state }) => state === "running");
      if (waiting.length === 0 && running.length === 0) return;
      const due = waiting.filter(({ notBefore }) => notBefore <= this.turns);
      const able = due.length > 0 || running.length > 0 ? due : waiting;
      const pick = this.picks[this.turns % this.picks.length] ?? 0;
      this.turns += 1;
      const next = able[pick % able.length];
      if (next === undefined) {
        await settled(running, 50);
        continue;
      }
      // Whoever has begun may hold what others wait for.
      next.notBefore = 0;
      next.state = "running";
      next.resume();
      await settled([next], msUntilBlocked);
    }
  }
}

/** Waits until one of them waits for its turn or has ended, or as long as nothing else can be expected. */
function settled(actors: readonly Actor[], most: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, most);
    for (const actor of actors) {
      actor.settle = () => {
        clearTimeout(timer);
        resolve();
      };
    }
  });
}

/** The database of a pool, in which every statement of an actor takes a turn. */
export function inTurns(pool: Pool): Db {
  const connect = async () => {
    await turn();
    const client = await pool.connect();
    const query = async (text: string, values: unknown[]) => {
      await turn();
      return client.query(text, values);
    };
    return { query, release: () => client.release() };
  };
  // The driver uses no more of a pool than this.
  const poolOfTurns = { connect, end: async () => {} } as unknown as Pool;
  return new Kysely({ dialect: new PostgresDialect({ pool: poolOfTurns }) });
}

/** A target that an actor asks in one turn and hears from in another. */
export function targetInTurns(target: TargetPort): TargetPort {
  const around = async <T>(call: () => Promise<T>): Promise<T> => {
    await turn();
    const answer = await call();
    await turn();
    return answer;
  };
  return {
    readIdentity: () => target.readIdentity(),
    readDirectory: () => target.readDirectory(),
    listPolicies: () => around(() => target.listPolicies()),
    readPolicy: (id) => around(() => target.readPolicy(id)),
    createPolicy: (policy) => around(() => target.createPolicy(policy)),
    replaceSettings: (seen, payload) => around(() => target.replaceSettings(seen, payload)),
    replaceAssignments: (seen, assignments) => around(() => target.replaceAssignments(seen, assignments)),
    replaceScopeTags: (seen, tags) => around(() => target.replaceScopeTags(seen, tags)),
  };
}
