import { describe, expect, it } from 'vitest';
import type { ContextName, ContextReading } from '#domain/market/market-context.ts';
import { answerContext } from '#engine/checklist/answer-context.ts';

function reading(name: ContextName, fiveDays: number): ContextReading {
  const known = { known: true, value: 2, asOf: 0, source: 'FRED', quality: 'live' } as const;
  return { name, reading: known, day: '2024-08-13', oneDay: 0.01, fiveDays };
}

const WEAK = {
  classified: true,
  releaseId: 'CPI-2024-08-14',
  kind: 'CPI',
  referenceMonth: '2024-07',
  class: 'weak',
  method: 'standardised',
  fragile: false,
  surprises: [],
  hasConsensus: true,
  late: false,
} as const;
const DEARER = [reading('nominalTen', -0.1), reading('realTen', 0.1)];

describe('answerContext', () => {
  it('never asks for anything, whatever yields do', () => {
    for (const context of [DEARER, [reading('dollar', 5)]]) {
      expect(answerContext({ context }, { print: WEAK })[0]).toMatchObject({ number: 10, status: 'ok' });
    }
  });

  it('says when a weak print meets falling nominal and rising real yields', () => {
    expect(answerContext({ context: DEARER }, { print: WEAK })[0]?.finding).toBe('context-real');
    const inLine = { ...WEAK, class: 'in-line' } as const;
    expect(answerContext({ context: DEARER }, { print: inLine })[0]?.finding).toBe('context');
    const both = [reading('nominalTen', 0.1), reading('realTen', 0.1)];
    expect(answerContext({ context: both }, { print: WEAK })[0]?.finding).toBe('context');
  });

  it('is unknown where nothing came in time, and not asked where nobody is asked', () => {
    const missing = { name: 'dollar', reading: { known: false, reason: 'not-supplied' } } as const;
    expect(answerContext({ context: [missing] }, {})[0]).toMatchObject({ status: 'unknown', facts: [] });
    expect(answerContext({}, {})).toEqual([]);
  });
});
