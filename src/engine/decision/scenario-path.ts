import type { Evidence, EvidenceId, Truth } from '#domain/signal/evidence.ts';
import type { ScenarioPath } from '#domain/signal/scenario-place.ts';

/** Every path, from the least to the most that may be true. */
export const PATHS: readonly ScenarioPath[] = ['no-lag', 'lag', 'partly', 'both', 'both-and-breadth'];

/** What is true on each path; `partly` is told by the trend, which stands for any one of those that confirm. */
export const TRUTHS: Readonly<Record<ScenarioPath, Readonly<Partial<Record<EvidenceId, Truth>>>>> = {
  'no-lag': { lag: 'false', trend: 'false', breadth: 'false', rsi: 'false', macd: 'false' },
  lag: { lag: 'true', trend: 'false', breadth: 'false', rsi: 'false', macd: 'false' },
  partly: { lag: 'true', trend: 'true', breadth: 'false', rsi: 'false', macd: 'false' },
  both: { lag: 'true', trend: 'true', breadth: 'false', rsi: 'true', macd: 'true' },
  'both-and-breadth': { lag: 'true', trend: 'true', breadth: 'true', rsi: 'true', macd: 'true' },
};

/** The path that evidence is on; `undefined` while it is not known whether small caps lag. */
export function scenarioPath(evidence: readonly Evidence[]): ScenarioPath | undefined {
  const truth = (id: EvidenceId): Truth => evidence.find((piece) => piece.id === id)?.truth ?? 'unknown';
  const isTrue = (id: EvidenceId): boolean => truth(id) === 'true';
  if (truth('lag') !== 'true') {
    return truth('lag') === 'false' ? 'no-lag' : undefined;
  }
  if (isTrue('rsi') && isTrue('macd')) {
    return isTrue('breadth') ? 'both-and-breadth' : 'both';
  }
  const confirming: readonly EvidenceId[] = ['trend', 'breadth', 'rsi', 'macd'];
  return confirming.some(isTrue) ? 'partly' : 'lag';
}
