import { inflateSync } from "node:zlib";

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Bytes of a pixel: 3 without and 4 with its opacity. */
  readonly depth: 3 | 4;
  /** Row by row, from the top left. */
  readonly pixels: Uint8Array;
}

/** Whether two PNG files show the same, pixel by pixel. An opaque pixel is the same with its opacity and without. */
export function samePixels(one: Uint8Array, other: Uint8Array): boolean {
  const [left, right] = [decoded(one), decoded(other)];
  if (left.width !== right.width || left.height !== right.height) return false;
  if (left.depth === right.depth) return Buffer.compare(left.pixels, right.pixels) === 0;
  const [opaque, clear] = left.depth === 3 ? [left.pixels, right.pixels] : [right.pixels, left.pixels];
  for (let from = 0, to = 0; from < opaque.length; from += 3, to += 4)
    if (
      opaque[from] !== clear[to] ||
      opaque[from + 1] !== clear[to + 1] ||
      opaque[from + 2] !== clear[to + 2] ||
      clear[to + 3] !== 255
    )
      return false;
  return true;
}

/** The pixels of a PNG of 8 bits to a channel, in true colour, as browsers and baselines are written. */
function decoded(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const [bits, colour, , , interlaced] = file.subarray(24, 29);
  const depth = colour === 2 ? 3 : colour === 6 ? 4 : null;
  if (file.readUInt32BE(0) !== 0x89504e47 || bits !== 8 || depth === null || interlaced !== 0)
    throw new RangeError(
      "Only PNG files of 8 bits in true colour, row after row, are compared: write the baseline anew.",
    );
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  return { width, height, depth, pixels: unfiltered(inflateSync(Buffer.concat(parts)), width * depth, height, depth) };
}

/** Takes back what a PNG does to its rows before they are compressed. */
function unfiltered(raw: Uint8Array, size: number, height: number, depth: number): Uint8Array {
  const pixels = new Uint8Array(size * height);
  // Above the first row, and left of the first pixel, everything is 0.
  let above = new Uint8Array(size);
  for (let row = 0; row < height; row += 1) {
    const from = row * (size + 1) + 1;
    const line = raw.subarray(from, from + size);
    const here = pixels.subarray(row * size, (row + 1) * size);
    const filter = raw[from - 1] ?? 0;
    if (filter === 0) here.set(line);
    else {
      const predicted = predictions[filter - 1];
      if (predicted === undefined)
        throw new RangeError(`The rows of this PNG are filtered by ${filter}, which is none.`);
      for (let at = 0; at < depth; at += 1) here[at] = (line[at] ?? 0) + predicted(0, above[at] ?? 0, 0);
      for (let at = depth; at < size; at += 1)
        here[at] = (line[at] ?? 0) + predicted(here[at - depth] ?? 0, above[at] ?? 0, above[at - depth] ?? 0);
    }
    above = here;
  }
  return pixels;
}

/** What a byte is expected to be by those before it, by the number of the filter, from 1. */
const predictions: readonly ((left: number, up: number, corner: number) => number)[] = [
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const toLeft = Math.abs(up - corner);
    const toUp = Math.abs(left - corner);
    const toCorner = Math.abs(left + up - 2 * corner);
    return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
  },
];
