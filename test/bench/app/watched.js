// What a page of the app tells whoever measures it, and how choosing is done in step 2.
import { textNum, until, watched } from "../kit/selection/watched.js";

window.until = until;
/** Milliseconds from the next such event to what it brings about being painted. */
window.answerTo = (event, is) =>
  new Promise((resolve) => {
    const heard = ({ timeStamp }) => until(timeStamp, is).then(resolve);
    window.addEventListener(event, heard, { capture: true, once: true });
  });
window.way = watched(
  {
    rows: "[data-part=item] [data-part=name]",
    mounted: "[data-part=group]",
    opens: "[data-part=opener]",
    checks: "[data-part=item]",
    search: "#scope-picker-search",
    count: () => textNum("[data-part=shown]"),
    sel: () => textNum("[data-part=chosen]"),
    all: "[data-part=bulk]:nth-child(1) button",
    none: "[data-part=bulk]:nth-child(2) button",
    row: "[data-part=item] [data-part=box]",
  },
  () => document.querySelector("[data-component=ScopePicker]"),
);
