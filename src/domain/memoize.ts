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

/**
 * The same by the very object that is asked about, which must never change. An answer goes with its object, so that
 * nothing is kept longer than what it was computed from.
 */
export function memoizeWeak<Subject extends object, Answer>(
  compute: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const answers = new WeakMap<Subject, { readonly answer: Answer }>();
  return (subject) => {
    const known = answers.get(subject);
    if (known) {
      return known.answer;
    }
    const answer = compute(subject);
    answers.set(subject, { answer });
    return answer;
  };
}
