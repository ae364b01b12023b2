import { SourceChanged } from '#domain/problem.ts';
import type { WatchedWeb } from '#ports/sources/web.ts';

/**
 * Asks an adapter, and notes with its provider's standing that an answer came which nobody can read: to the way out
 * alone that looks like a success.
 *
 * @throws whatever the adapter throws
 */
export async function noting<Value>(
  web: Pick<WatchedWeb, 'noteChanged'>,
  ask: () => Promise<Value>,
): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SourceChanged) {
      await web.noteChanged(error);
    }
    throw error;
  }
}
