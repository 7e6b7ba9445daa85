import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/jetbrains-mono/index.css";
import "checkrail/styles.css";
import "./app.css";
import { router } from "./router.js";
import { applyTheme, storedTheme } from "./shell/theme.js";

applyTheme(storedTheme());

// Answers carry their problems as data, so nothing is tried again behind the operator's back, and nothing waits in silence for a
// connection to come back.
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: "always", refetchOnWindowFocus: true, staleTime: 2_000 },
    mutations: { networkMode: "always" },
  },
});
const root = document.getElementById("app");
if (root === null) throw new Error("The page has no element “app” to draw into: serve the built index.html.");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
