import type { KeyboardEvent } from "react";
import { type PickerRow, type PickerRows, within } from "./picker-rows.js";

/** What an operator asks of a tree. */
export type TreeAction =
  | { readonly kind: "move"; readonly to: number }
  | { readonly kind: "open"; readonly open: boolean }
  | { readonly kind: "choose" };

/** What a key does on a row: the keys of a tree, with Space and Enter for the choice. */
export function actionOf(event: KeyboardEvent, row: PickerRow, at: number, rows: PickerRows): TreeAction | null {
  if (event.metaKey || event.ctrlKey || event.altKey) return null;
  const rightToLeft = getComputedStyle(event.currentTarget).direction === "rtl";
  const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
  const back = rightToLeft ? "ArrowRight" : "ArrowLeft";
  switch (event.key) {
    case "ArrowDown":
      return { kind: "move", to: at + 1 };
    case "ArrowUp":
      return { kind: "move", to: at - 1 };
    case "PageDown":
      return { kind: "move", to: at + 10 };
    case "PageUp":
      return { kind: "move", to: at - 10 };
    case "Home":
      return { kind: "move", to: 0 };
    case "End":
      return { kind: "move", to: rows.length - 1 };
    case forward:
      return row.kind === "group" && !row.open
        ? { kind: "open", open: true }
        : { kind: "move", to: at + (row.kind === "item" ? 0 : 1) };
    case back:
      if (row.kind === "group" && row.open) return { kind: "open", open: false };
      return { kind: "move", to: parentOf(at, rows) };
    case " ":
    case "Enter":
      return { kind: "choose" };
    default:
      return startingWith(event.key, at, rows);
  }
}

function parentOf(at: number, rows: PickerRows): number {
  const level = rows.at(at)?.level ?? 1;
  for (let index = at - 1; index >= 0; index -= 1) if ((rows.at(index)?.level ?? 1) < level) return index;
  return at;
}

/** A letter leads to the next row that begins with it. */
function startingWith(key: string, at: number, rows: PickerRows): TreeAction | null {
  if ([...key].length !== 1) return null;
  const letter = key.toLowerCase();
  for (let step = 1; step <= rows.length; step += 1) {
    const index = (at + step) % rows.length;
    if (within(rows.at(index))?.toLowerCase().startsWith(letter)) return { kind: "move", to: index };
  }
  return null;
}
