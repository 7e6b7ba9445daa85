// One flow as a server draws it.
import { renderToString } from "react-dom/server";
import { Flow, Provider } from "#flow";
import { GATES } from "./gates.js";

export const render = () =>
  renderToString(
    <Provider>
      <Flow gates={GATES} />
    </Provider>,
  );
