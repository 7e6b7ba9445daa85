// Mounts a way of choosing among 10,000 items when it is told to.
import { createRoot } from "react-dom/client";
import { ITEMS } from "./items.js";
import { until, watched } from "./watched.js";

export { textNum } from "./watched.js";

/** `way` says where the rows, boxes, counts and controls of a way of choosing are. */
export function run(App, way) {
  const host = document.getElementById("root");
  let root;
  const told = watched(way, () => host);
  window.way = {
    ...told,
    mount: () => {
      const from = performance.now();
      root = createRoot(host);
      root.render(<App items={ITEMS} />);
      return until(from, told.isThere);
    },
    unmount: () => root.unmount(),
  };
  window.ready = true;
}
