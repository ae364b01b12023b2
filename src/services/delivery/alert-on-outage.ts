import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';

/** Tells who is blind before the work is tried again. @throws what the work throws */
export async function alertOnOutage<Result>(
  work: Promise<Result>,
  tell: (source: string) => Promise<void>,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SourceUnavailable || error instanceof SourceChanged) {
      await tell(error.source);
    }
    throw error;
  }
}
