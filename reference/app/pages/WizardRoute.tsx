import { useCallback, useEffect, useMemo, useRef } from "react";
import { useBlocker, useLocation, useNavigate, useParams } from "react-router";
import type { RunDocument } from "checkrail/restore";
import { type LeaveGuard, RestoreRunWizard } from "checkrail/restore/react";
import { addresses, anchorOf, contextOfRun, isStep, plainContext } from "../addresses.js";
import { restoreHost } from "../api/restore-host.js";
import { NotFoundPage } from "./NotFoundPage.js";

const { words } = plainContext();

/** One step of one run; the address says which. */
export function WizardRoute() {
  const { workspace = "", environment = "", run = "", step } = useParams();
  const location = useLocation();
  const navigate = useNavigate();
  const host = useMemo(() => restoreHost(workspace), [workspace]);
  const contextFor = useCallback(
    (document: RunDocument | null) => contextOfRun({ workspace, environment, run }, document),
    [workspace, environment, run],
  );
  const go = useCallback((href: string) => void navigate(href), [navigate]);
  const guard = useRef<LeaveGuard | null>(null);
  const keepGuard = useCallback((given: LeaveGuard | null) => {
    guard.current = given;
  }, []);
  // Another place on the same page leaves nothing behind.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && guard.current?.() === true,
  );
  const leaving = useMemo(
    () => (blocker.state === "blocked" ? { stay: blocker.reset, go: blocker.proceed } : null),
    [blocker],
  );
  const known = isStep(step);
  useEffect(() => {
    if (known) document.title = words.wizard.documentTitle(words.steps.title[step]);
  }, [known, step]);
  if (!known) return <NotFoundPage />;
  return (
    <RestoreRunWizard
      host={host}
      runId={run}
      step={step}
      contextFor={contextFor}
      anchor={anchorOf(location)}
      visit={location.key}
      arrived={location.key !== "default"}
      exit={{
        kind: "link",
        id: "close",
        label: "All restore runs of this environment",
        href: addresses.runs(workspace, environment),
      }}
      onNavigate={go}
      leaving={leaving}
      onLeaveGuard={keepGuard}
      onStarted={() => go(addresses.run(workspace, environment, run))}
    />
  );
}
