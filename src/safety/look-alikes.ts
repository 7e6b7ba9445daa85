// Characters that common typefaces draw alike, by shape: letters of Latin, Greek, Cyrillic and Armenian, digits and signs
// that Unicode lists as confusable (UTS #39), as far as typefaces agree. Full-width and styled forms need no row: they
// normalise to the plain character.
const shapes: readonly string[] = [
  "AΑА",
  "BΒВ",
  "CСϹ",
  "EΕЕ",
  "FϜ",
  "HΗН",
  "IlΙІӀ1|ıι",
  "iі",
  "JЈ",
  "KΚК",
  "MΜМ",
  "NΝ",
  "OΟОՕ0",
  "PΡР",
  "QԚ",
  "SЅՏ",
  "TΤТ",
  "UՍ",
  "VѴ",
  "WԜ",
  "XΧХ",
  "YΥҮ",
  "ZΖ",
  "aаɑα",
  "bЬ",
  "cсϲ",
  "dԁ",
  "eе",
  "gɡց",
  "hһհ",
  "jјϳ",
  "kκк",
  "nոп",
  "oοоօ",
  "pрρ",
  "qԛզ",
  "rг",
  "sѕ",
  "uυս",
  "vνѵ",
  "wԝѡ",
  "xхχ",
  "yуγү",
  "3ЗƷз",
  "6б",
  "ßβ",
  "-‐‑‒–—―−",
  "'’‘ʼ`´′",
  '"“”„″',
  ".․",
  ",‚",
  ":∶",
  "/⁄∕",
  "_ˍ",
];

const shapeOf = new Map(shapes.flatMap((row, shape) => [...row].map((character) => [character, shape] as const)));

/** Answers: are these two different characters that the eye takes for one another? */
export function looksAlike(left: string, right: string): boolean {
  if (left === right) return false;
  if (left.normalize("NFKC") === right.normalize("NFKC")) return true;
  const shape = shapeOfCharacter(left);
  return shape !== undefined && shape === shapeOfCharacter(right);
}

// As it stands first: some characters normalise to one of another shape.
function shapeOfCharacter(character: string): number | undefined {
  return shapeOf.get(character) ?? shapeOf.get(character.normalize("NFKC"));
}

/** Alphabets whose letters are taken for one another; every other one is told apart at a glance. */
export type Script = "latin" | "greek" | "cyrillic" | "armenian";

const scripts = [
  ["latin", /\p{Script=Latin}/u],
  ["greek", /\p{Script=Greek}/u],
  ["cyrillic", /\p{Script=Cyrillic}/u],
  ["armenian", /\p{Script=Armenian}/u],
] as const satisfies readonly (readonly [Script, RegExp])[];

/** The alphabet that a character belongs to; null for digits, signs and every other script. */
export function scriptOf(character: string): Script | null {
  return scripts.find(([, pattern]) => pattern.test(character))?.[0] ?? null;
}

/** The letter of `script` that is drawn like this character of another alphabet; null where none is. */
export function looksLikeLetterOf(script: Script, character: string): string | null {
  const shape = shapeOfCharacter(character);
  if (shape === undefined) return null;
  return [...(shapes[shape] ?? "")].find((other) => other !== character && scriptOf(other) === script) ?? null;
}
