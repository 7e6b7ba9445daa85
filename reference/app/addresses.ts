import { restoreContext, type RestoreContext, restoreSteps, type RunDocument } from "checkrail/restore";

/** Addresses of the app's pages. */
export const addresses = {
  workspace: (workspace: string) => `/workspaces/${encodeURIComponent(workspace)}`,
  runs: (workspace: string, environment: string) =>
    `${addresses.workspace(workspace)}/environments/${encodeURIComponent(environment)}/restore-runs`,
  run: (workspace: string, environment: string, run: string) =>
    `${addresses.runs(workspace, environment)}/${encodeURIComponent(run)}`,
  step: (workspace: string, environment: string, run: string, step: string) =>
    `${addresses.run(workspace, environment, run)}/steps/${step}`,
  operation: (workspace: string, operation: string) =>
    `${addresses.workspace(workspace)}/operations/${encodeURIComponent(operation)}`,
};

/** The operator's locale and time zone, and where the places of one run are. */
export function contextOfRun(
  { workspace, environment, run }: { readonly workspace: string; readonly environment: string; readonly run: string },
  document: RunDocument | null,
): RestoreContext {
  const operation = document?.run.execution?.operationId ?? null;
  const present = Intl.DateTimeFormat().resolvedOptions();
  return restoreContext({
    // What the browser resolves is always valid; what it reports as its language need not be.
    locale: present.locale,
    timeZone: present.timeZone,
    href: ({ step, anchor }) => {
      const hash = anchor === "step" || anchor === step ? "" : `#${anchor}`;
      if (isStep(step)) return `${addresses.step(workspace, environment, run, step)}${hash}`;
      if (step === "operation" && operation !== null) return addresses.operation(workspace, operation);
      return `${addresses.run(workspace, environment, run)}${hash}`;
    },
  });
}

/** A context for pages that are about no run. */
export function plainContext(): RestoreContext {
  return contextOfRun({ workspace: "", environment: "", run: "" }, null);
}

/** The place that an address names after its "#"; null where it names none, or one that cannot be read. */
export function anchorOf({ hash }: { readonly hash: string }): string | null {
  try {
    return decodeURIComponent(hash.slice(1)) || null;
  } catch {
    // A page is there for whoever follows a link that was cut off.
    return null;
  }
}

/** Whether an address names one of the five steps. */
export function isStep(step: string | undefined): step is (typeof restoreSteps)[number] {
  return restoreSteps.some((known) => known === step);
}
