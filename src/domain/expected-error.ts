/** What the product is about: the same words on every floor. */
type Topic =
  | 'releases'
  | 'signal'
  | 'market'
  | 'book'
  | 'hedge'
  | 'checklist'
  | 'settings'
  | 'delivery'
  | 'history'
  | 'health';

/** A failure that we foresaw. Anything else that is thrown is a bug. */
export abstract class ExpectedError extends Error {
  abstract readonly code: string;
  /** What it is about, in the words of the tree. */
  abstract readonly topic: Topic;
}
