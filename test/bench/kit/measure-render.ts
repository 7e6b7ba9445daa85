/** Measures how long a server takes for one flow, in a process of its own: seconds of a processor per flow. */
import { secondsPerCall } from "../timing.js";

const { render } = (await import(process.argv[2] ?? "")) as { readonly render: () => string };
const text = render().replaceAll(/<style[^]*?<\/style>|<[^>]+>/g, " ");
if (!text.includes("Execution and evidence")) throw new Error("The flow was not drawn.");
process.stdout.write(`${JSON.stringify({ seconds: secondsPerCall(render) })}\n`);
