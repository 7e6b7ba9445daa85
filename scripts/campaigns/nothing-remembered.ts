/** In place of what remembers answers about names of fields: what one mutant answered would be believed of the next ones. */
export function remembered<Answer>(read: (field: string) => Answer): (field: string) => Answer {
  return read;
}
