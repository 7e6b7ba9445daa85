/** The longest transcript that anybody reads through, in lines. */
export const longest = 600;

/** What the virtual reader says and readers in use do not: how a text is set, and that one stop of the cursor ends. */
const unsaid =
  /^(?:end of )?(?:code|paragraph|strong|time)$|^end of (?:button|definition|heading|link|listitem|option|term|treeitem)\b/;
const named = /^(?:button|heading|link|option|treeitem), /;

/** What an operator hears of a page from its beginning to its end, a phrase to a line. */
export function transcript(phrases: readonly string[]): string {
  const lines = withoutRepeats(phrases).filter((phrase) => !unsaid.test(phrase));
  const rest = lines.length - longest;
  const kept = rest > 0 ? [...lines.slice(0, longest), `(and ${rest} more)`] : lines;
  return `${kept.join("\n")}\n`;
}

/** Where two transcripts part, as a sentence; null where they are one. */
export function firstDifference(kept: string, heard: string): string | null {
  if (kept === heard) return null;
  const before = kept.split("\n");
  const now = heard.split("\n");
  const at = before.findIndex((line, index) => line !== now[index]);
  const line = at === -1 ? before.length : at;
  const said = (lines: readonly string[]) => (line < lines.length ? `“${lines[line]}”` : "nothing");
  return `Line ${line + 1} was ${said(before)} and is ${said(now)}.`;
}

/** A name is said once: not again word by word where it comes from what stands inside, and not both at and in a dialog. */
function withoutRepeats(phrases: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (let index = 0; index < phrases.length; index += 1) {
    const phrase = phrases[index] ?? "";
    if (phrase.startsWith("dialog, ") && phrase === lines.at(-1)) continue;
    lines.push(phrase);
    const end = named.test(phrase) ? phrases.indexOf(`end of ${phrase}`, index) : -1;
    if (end === -1) continue;
    const inside = phrases.slice(index + 1, end).filter((line) => !unsaid.test(line));
    if (phrase.replaceAll(/\s+/g, "").includes(inside.join("").replaceAll(/\s+/g, ""))) index = end;
  }
  return lines;
}
