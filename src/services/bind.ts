/** An act as it is asked for: with its collaborators already given. */
export type Bound<Act> = Act extends (deps: never, ...args: infer Args) => infer Answer
  ? (...args: Args) => Answer
  : never;

type Act = (deps: never, ...args: never[]) => unknown;

/** All that several acts work with, given as a union of their types. */
export type Needs<Acts extends Act> = (
  Acts extends (deps: infer Deps, ...args: never[]) => unknown ? (deps: Deps) => void : never
) extends (deps: infer All) => void
  ? All
  : never;

/** Gives an act its collaborators. */
export function bind<Deps, Args extends readonly unknown[], Answer>(
  act: (deps: Deps, ...args: Args) => Answer,
  deps: Deps,
): (...args: Args) => Answer {
  return (...args) => act(deps, ...args);
}
