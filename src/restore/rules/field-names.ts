const mostRemembered = 5_000;

/** What the name of a field says, found once for each: the same few names come again in every policy. */
export function remembered<Answer extends string | boolean>(
  read: (field: string) => Answer,
): (field: string) => Answer {
  const known = new Map<string, Answer>();
  return (field) => {
    let answer = known.get(field);
    if (answer === undefined) {
      if (known.size === mostRemembered) known.clear();
      answer = read(field);
      known.set(field, answer);
    }
    return answer;
  };
}
