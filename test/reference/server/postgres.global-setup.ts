import type { TestProject } from "vitest/node";
import { startPostgres } from "../../../scripts/postgres.js";

/** One server for the run; each site makes a database of its own in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide("postgresHost", server.host);
  return () => server.stop();
}

declare module "vitest" {
  export interface ProvidedContext {
    postgresHost: string;
  }
}
