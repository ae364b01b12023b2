import { StoreUnusable } from '#domain/problem.ts';

/** SQLite's result codes, without the extension in the upper bytes. @see https://www.sqlite.org/rescode.html */
const WHY: ReadonlyMap<number, StoreUnusable['why']> = new Map([
  [5, 'locked'],
  [6, 'locked'],
  [11, 'corrupt'],
  [13, 'full'],
  [26, 'corrupt'],
]);

const PRIMARY_CODE = 0xff;

/** Why a store could not be opened: whatever is neither locked nor corrupt could not be read or written. */
export function storeFailure(file: string, error: unknown): StoreUnusable {
  if (error instanceof StoreUnusable) {
    return error;
  }
  return new StoreUnusable(file, whyOf(error) ?? 'unreadable', { cause: error });
}

/** What a write failed with: a full disk is foreseen, everything else is as it was thrown. */
export function writeFailure(file: string, error: unknown): unknown {
  return whyOf(error) === 'full' ? new StoreUnusable(file, 'full', { cause: error }) : error;
}

function whyOf(error: unknown): StoreUnusable['why'] | undefined {
  const code: unknown = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? WHY.get(code & PRIMARY_CODE) : undefined;
}
