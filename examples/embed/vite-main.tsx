import "checkrail/styles.css";
import { createRoot } from "react-dom/client";
import { offboardingViews } from "../workflows/offboard-users-states.js";
import { Safety } from "./SafetyCard.js";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no element #root.");
createRoot(root).render(
  <Safety model={offboardingViews("offboarding_void").decision} onChosen={(id) => location.assign(`#${id}`)} />,
);
