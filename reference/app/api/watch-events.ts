const askEvery = 1_000;
/** Beside a stream of events, in case something in between holds it back. */
const askBeside = 15_000;

/**
 * Calls `moved` whenever the server tells that a run moved on, and from time to time where it tells nothing. Returns what ends
 * it.
 */
export function watchEvents(address: string, moved: () => void): () => void {
  const events = new EventSource(address);
  let asking = setInterval(moved, askEvery);
  const ask = (every: number) => {
    clearInterval(asking);
    asking = setInterval(moved, every);
  };
  events.addEventListener("open", () => ask(askBeside));
  events.addEventListener("error", () => ask(askEvery));
  events.addEventListener("progress", moved);
  return () => {
    clearInterval(asking);
    events.close();
  };
}
