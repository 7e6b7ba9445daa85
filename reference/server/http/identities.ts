import type { Operator } from "../../../src/restore/run/facts.js";
import type { Identify, Identity } from "../context.js";

/** The workspace that exists from the start. */
export const demoWorkspace = { id: "demo", name: "Demo workspace" } as const;

/** Header by which a caller of a demonstration says who they are. */
export const demoIdentityHeader = "x-checkrail-operator";

const dana: Operator = {
  id: "dana.okafor",
  name: "Dana Okafor",
  capabilities: ["restore.prepare", "restore.execute", "operation.view", "evidence.view", "audit.export"],
};

const demoIdentities: Readonly<Record<string, Identity>> = {
  operator: { operator: dana, workspaces: [demoWorkspace.id] },
  viewer: {
    operator: { id: "vic.lindqvist", name: "Vic Lindqvist", capabilities: ["operation.view", "evidence.view"] },
    workspaces: [demoWorkspace.id],
  },
  outsider: { operator: { id: "olu.adeyemi", name: "Olu Adeyemi", capabilities: [] }, workspaces: [] },
};

/** Believes whatever the caller says; only for a server that nobody but this machine reaches. */
export const identifyForDemo: Identify = async (request) => {
  const name = request.headers.get(demoIdentityHeader) ?? "operator";
  return Object.hasOwn(demoIdentities, name) ? (demoIdentities[name] ?? null) : null;
};

/** Who acts where there is no request, such as an import from the command line. */
export const localOperator: Operator = dana;
