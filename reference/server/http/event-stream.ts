/** One event; whoever comes back with its id does not need it again. */
export interface ServerEvent {
  readonly id: string;
  readonly data: unknown;
}

/** What a client listens to. */
export interface EventSource {
  /** Starts it and returns what ends it. `send` may be called with the same event again. */
  subscribe(send: (event: ServerEvent) => void, end: () => void): () => void;
}

/** Whether an answer is to be listened to. */
export function isEventSource(answer: object): answer is EventSource {
  return "subscribe" in answer && typeof answer.subscribe === "function";
}

const secondsToComeBack = 2;
const secondsBetweenSigns = 15;
/** After this long a stream ends, and the client that comes back is authorised anew. */
const minutesOfStream = 5;

/** Server-sent events, as text. Sends what the client does not have yet, and a sign of life where nothing happens. */
export function eventStream(source: EventSource, lastEventId: string | undefined): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let last = lastEventId;
  let close = () => {};
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      let open = true;
      let unsubscribe = () => {};
      const write = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text));
      };
      const signs = setInterval(() => write(": still here\n\n"), secondsBetweenSigns * 1_000);
      const over = setTimeout(() => end(), minutesOfStream * 60_000);
      close = () => {
        open = false;
        clearInterval(signs);
        clearTimeout(over);
        unsubscribe();
      };
      const end = () => {
        if (!open) return;
        close();
        controller.close();
      };
      write(`retry: ${secondsToComeBack * 1_000}\n\n`);
      const stopListening = source.subscribe(({ id, data }) => {
        if (id === last) return;
        last = id;
        write(`id: ${id}\nevent: progress\ndata: ${JSON.stringify(data)}\n\n`);
      }, end);
      unsubscribe = stopListening;
      // It may have ended while it was begun.
      if (!open) stopListening();
    },
    cancel: () => close(),
  });
}
