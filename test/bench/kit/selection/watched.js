// How it is seen that a way of choosing among 10,000 items did what it was asked to: the document says so.
import { expected, ITEMS } from "./items.js";

const counts = new Map();
const channel = (then) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => then(performance.now());
  port2.postMessage(0);
};

/** The first number in a text: "12 of 10,000 items". */
export function textNum(selector) {
  const found = document.querySelector(selector)?.textContent?.replaceAll(",", "").match(/\d+/);
  return found ? Number(found[0]) : Number.NaN;
}

/** Milliseconds from a moment until something is so and painted; not a number where it never comes about. */
export function until(from, is) {
  return new Promise((resolve) => {
    const look = () => {
      if (is()) channel((at) => resolve(at - from));
      else if (performance.now() - from > 30_000) resolve(Number.NaN);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** What a page tells whoever measures a way of choosing. `way` says where its rows, boxes, counts and controls are. */
export function watched(way, host) {
  const names = () => [...document.querySelectorAll(way.rows)].map((one) => one.textContent);
  const isChecked = (one) => one.checked ?? one.getAttribute("aria-checked") === "true";
  const done = {
    nothing: () => true,
    found: (query) => {
      if (!counts.has(query)) counts.set(query, expected(query));
      const shown = names();
      return (
        way.count() === counts.get(query) &&
        (query === "" || (shown.length >= 5 && shown.every((name) => name.toLowerCase().includes(query))))
      );
    },
    chosen: (many) => {
      const boxes = [...document.querySelectorAll(way.checks)];
      const checked = boxes.filter(isChecked).length;
      if (way.sel() !== many || boxes.length === 0) return false;
      return many === ITEMS.length ? checked === boxes.length : many === 0 ? checked === 0 : checked >= 1;
    },
  };
  return {
    all: way.all,
    none: way.none ?? way.all,
    row: way.row,
    search: way.search ?? "#q",
    opens: way.opens ?? null,
    isThere: () => document.querySelectorAll(way.mounted ?? way.rows).length > 5 && way.count() === ITEMS.length,
    nodes: () => host().querySelectorAll("*").length,
    /** Waits for an event, and then for what it has to bring about. */
    arm: (event, what, value) => {
      if (what === "found" && !counts.has(value)) counts.set(value, expected(value));
      window.answer = new Promise((resolve) => {
        const heard = ({ timeStamp }) => until(timeStamp, () => done[what](value)).then(resolve);
        window.addEventListener(event, heard, { capture: true, once: true });
      });
    },
  };
}
