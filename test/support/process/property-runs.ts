import fc from 'fast-check';

/** Times as many runs of each property as `npm test` has; `npm run test:deep` sets it to 10. */
const TIMES = Number(process.env['PROPERTY_RUNS_TIMES'] ?? 1);

/**
 * Runs of a property that costs more than most, ten times as many in `npm run test:deep`.
 *
 * @param usual - runs in `npm test`, at most 100
 */
export function propertyRuns(usual: number): number {
  return usual * TIMES;
}

// A setup file of every test: what names no number of its own runs a hundred times.
fc.configureGlobal({ numRuns: propertyRuns(100) });
