/** A failure that we foresaw. Anything else that is thrown is a bug. */
export abstract class ExpectedError extends Error {
  abstract readonly code: string;
}
