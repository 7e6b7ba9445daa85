import { expect, test } from "vitest";
import { anchorOf } from "../../../reference/app/addresses.js";

test.each([
  ["", null],
  ["#", null],
  ["#item-outcomes", "item-outcomes"],
  ["#a%20b", "a b"],
  ["#%", null],
  ["#%E0%A4%A", null],
])("an address that ends in “%s” leads to the page, at %s", (hash, anchor) => {
  expect(anchorOf({ hash })).toBe(anchor);
});
