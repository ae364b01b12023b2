/** A failure that we foresaw. Anything else that is thrown is a bug. */
export abstract class Foreseen extends Error {
  abstract readonly code: string;
}
