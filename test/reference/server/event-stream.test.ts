import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type EventSource, eventStream, type ServerEvent } from "../../../reference/server/http/event-stream.js";
import { type ProgressListener, type ReadProgress, watchProgress } from "../../../reference/server/runs/progress.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A source that a test lets speak. */
function source() {
  const heard = { send: (event: ServerEvent) => void event, end: () => {}, listening: 0 };
  const events: EventSource = {
    subscribe: (send, end) => {
      Object.assign(heard, { send, end, listening: heard.listening + 1 });
      return () => {
        heard.listening -= 1;
      };
    },
  };
  return { heard, events };
}

/** Everything that has been sent so far. */
async function sentOn(stream: ReadableStream<Uint8Array>, act: (reader: ReadableStreamDefaultReader) => unknown) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  const reading = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += decoder.decode(part.value);
  })();
  await act(reader);
  await vi.advanceTimersByTimeAsync(0);
  return { text: () => text, reading };
}

describe("SI-19 a stream of events", () => {
  test("sends each event with its id once, and not the one that the client has", async () => {
    const { heard, events } = source();
    const { text } = await sentOn(eventStream(events, "1"), () => {
      for (const id of ["1", "2", "2", "3"]) heard.send({ id, data: { revision: Number(id) } });
    });
    expect(text()).toBe(
      'retry: 2000\n\nid: 2\nevent: progress\ndata: {"revision":2}\n\nid: 3\nevent: progress\ndata: {"revision":3}\n\n',
    );
  });

  test("gives a sign of life while nothing happens", async () => {
    const { events } = source();
    const { text } = await sentOn(eventStream(events, undefined), () => vi.advanceTimersByTimeAsync(31_000));
    expect(text().match(/^: .*$/gm)).toHaveLength(2);
  });

  test("ends after five minutes, so that rights are looked at again, and lets go of its source", async () => {
    const { heard, events } = source();
    const { reading } = await sentOn(eventStream(events, undefined), () => vi.advanceTimersByTimeAsync(300_000));
    await reading;
    expect(heard.listening).toBe(0);
    heard.send({ id: "late", data: {} });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("ends where its source ends, and lets go where the client does", async () => {
    const ended = source();
    const { reading } = await sentOn(eventStream(ended.events, undefined), () => ended.heard.end());
    await reading;
    const left = source();
    await sentOn(eventStream(left.events, undefined), (reader) => reader.cancel());
    expect([ended.heard.listening, left.heard.listening, vi.getTimerCount()]).toEqual([0, 0, 0]);
  });
});

describe("SI-17 a watch over runs", () => {
  const moved = (revision: number) =>
    new Map([["run-1", { revision, operation: null, evidence: null, assessment: null, directorySync: null }]]);
  const listener = () => ({
    receive: vi.fn<ProgressListener["receive"]>(),
    end: vi.fn<ProgressListener["end"]>(),
  });

  test("looks for all who listen in one query, and for nobody not at all", async () => {
    const read = vi.fn<ReadProgress>(async () => moved(1));
    const watch = watchProgress(read);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(read).not.toHaveBeenCalled();
    const stops = [
      watch.listen("run-1", listener()),
      watch.listen("run-1", listener()),
      watch.listen("run-2", listener()),
    ];
    await vi.advanceTimersByTimeAsync(500);
    expect(read.mock.calls.at(-1)).toEqual([["run-1", "run-2"]]);
    const looks = read.mock.calls.length;
    for (const stop of stops) stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(read.mock.calls.length).toBe(looks);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("never asks again while an answer is still to come", async () => {
    const read = vi.fn<ReadProgress>(() => new Promise(() => {}));
    const watch = watchProgress(read);
    watch.listen("run-1", listener());
    watch.listen("run-1", listener());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(read).toHaveBeenCalledTimes(1);
  });

  test("ends what is listened to where the database does not answer, and where the server stops", async () => {
    const lost = listener();
    watchProgress(() => Promise.reject(new Error("gone"))).listen("run-1", lost);
    await vi.advanceTimersByTimeAsync(0);
    const watch = watchProgress(async () => moved(1));
    const [early, late] = [listener(), listener()];
    watch.listen("run-1", early);
    watch.stop();
    watch.listen("run-1", late);
    expect([lost, early, late].map(({ end }) => end.mock.calls.length)).toEqual([1, 1, 1]);
  });
});
