import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';

/**
 * Tells people of the source that work failed for, before the work is tried again.
 *
 * @throws what the work throws
 */
export async function alertOnOutage<Result>(
  work: Promise<Result>,
  alert: (source: string) => Promise<void>,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SourceUnavailable || error instanceof SourceChanged) {
      await alert(error.source);
    }
    throw error;
  }
}
