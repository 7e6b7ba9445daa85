import { createBrowserRouter, Navigate } from "react-router";
import { NotFoundPage } from "./pages/NotFoundPage.js";
import { OperationRoute } from "./pages/OperationRoute.js";
import { ResultRoute } from "./pages/ResultRoute.js";
import { RunsPage } from "./pages/RunsPage.js";
import { WizardRoute } from "./pages/WizardRoute.js";
import { WorkspacePage } from "./pages/WorkspacePage.js";
import { Shell } from "./shell/Shell.js";

/** Every address of the app. A step of a run is an address of its own, so Back and deep links work. */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <NotFoundPage />,
    children: [
      { path: "/", element: <Navigate to="/workspaces/demo" replace /> },
      { path: "/workspaces/:workspace", element: <WorkspacePage /> },
      { path: "/workspaces/:workspace/environments/:environment/restore-runs", element: <RunsPage /> },
      { path: "/workspaces/:workspace/environments/:environment/restore-runs/:run", element: <ResultRoute /> },
      {
        path: "/workspaces/:workspace/environments/:environment/restore-runs/:run/steps/:step",
        element: <WizardRoute />,
      },
      { path: "/workspaces/:workspace/operations/:operation", element: <OperationRoute /> },
      { path: "*", element: <NotFoundPage /> },
    ],
  },
]);
