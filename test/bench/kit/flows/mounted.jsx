// Two hundred flows on one page, and one step of each that changes.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { Flow, Provider } from "#flow";
import { flip, GATES } from "./gates.js";

let change;
function App({ many }) {
  const [gates, setGates] = useState(GATES);
  change = setGates;
  return (
    <Provider>
      {Array.from({ length: many }, (_, index) => (
        <Flow key={index} gates={gates} />
      ))}
    </Provider>
  );
}

const host = document.getElementById("root");
let root;
const laidOut = () => host.offsetHeight;
window.mount = (many) => {
  root = createRoot(host);
  flushSync(() => root.render(<App many={many} />));
  return laidOut();
};
window.update = () => {
  flushSync(() => change(flip));
  return laidOut();
};
window.unmount = () => root.unmount();
window.ready = true;
