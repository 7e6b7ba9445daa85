import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";

const ours: readonly RestoreLanguage[] = ["en", "de"];

interface Wish {
  /** Primary subtag in lower case, or "*". */
  readonly language: string;
  /** 0 to 1; 0 asks for anything but this. */
  readonly weight: number;
}

/**
 * Answers: in which of our languages are this answer's sentences (RFC 9110, Accept-Language)? The heaviest wish wins, of equal
 * ones the first. English where nothing of ours is asked for, and where the header cannot be read.
 */
export function languageOf(acceptLanguage: string | undefined): RestoreLanguage {
  const wishes = (acceptLanguage ?? "").split(",").flatMap(wishOf);
  let best: { readonly language: RestoreLanguage; readonly weight: number; readonly place: number } | null = null;
  for (const language of ours) {
    const named = heaviest(wishes, language);
    const wish = named ?? heaviest(wishes, "*");
    if (wish === null || wish.weight === 0) continue;
    const place = wishes.indexOf(wish);
    if (best === null || wish.weight > best.weight || (wish.weight === best.weight && place < best.place))
      best = { language, weight: wish.weight, place };
  }
  return best?.language ?? "en";
}

function heaviest(wishes: readonly Wish[], language: string): Wish | null {
  const named = wishes.filter((wish) => wish.language === language);
  return named.reduce<Wish | null>((most, wish) => (most === null || wish.weight > most.weight ? wish : most), null);
}

/** "de-AT;q=0.8" as a wish; none where it is not of this form. */
function wishOf(range: string): readonly Wish[] {
  const form =
    /^[ \t]*(\*|([a-z]{1,8})(?:-[a-z0-9]{1,8})*)[ \t]*(?:;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)[ \t]*)?$/i.exec(
      range,
    );
  if (form === null) return [];
  return [{ language: (form[2] ?? "*").toLowerCase(), weight: form[3] === undefined ? 1 : Number(form[3]) }];
}
