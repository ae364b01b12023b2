/** The same function, computing each answer once: for sums that many servers ask for with the same parameter. */
export function memoize<Key extends string | number, Answer>(
  compute: (key: Key) => Answer,
): (key: Key) => Answer {
  const answers = new Map<Key, { readonly answer: Answer }>();
  return (key) => {
    const known = answers.get(key);
    if (known) {
      return known.answer;
    }
    const answer = compute(key);
    answers.set(key, { answer });
    return answer;
  };
}
