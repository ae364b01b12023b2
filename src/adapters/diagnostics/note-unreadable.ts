import { SourceChanged } from '#domain/problem.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';

/**
 * Asks an adapter, and notes with its provider's standing that an answer came which nobody can read: to the HTTP client
 * alone that looks like a success.
 *
 * @throws whatever the adapter throws
 */
export async function noteUnreadable<Value>(
  client: Pick<MonitoredHttpClient, 'noteChanged'>,
  ask: () => Promise<Value>,
): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SourceChanged) {
      await client.noteChanged(error);
    }
    throw error;
  }
}
