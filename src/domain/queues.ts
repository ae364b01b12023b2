/**
 * Acts that wait for each other by name: acts of one name run one after another in the order in which they were
 * asked for, those of different names side by side. An act that fails does not hold up the next one.
 */
export function createQueues(): <Result>(name: string, act: () => Promise<Result>) => Promise<Result> {
  const ends = new Map<string, Promise<unknown>>();
  return async (name, act) => {
    const before = ends.get(name) ?? Promise.resolve();
    const mine = before.then(act, act);
    ends.set(name, mine);
    try {
      return await mine;
    } finally {
      if (ends.get(name) === mine) {
        ends.delete(name);
      }
    }
  };
}
