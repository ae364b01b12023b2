import { describe, expect, it } from 'vitest';
import type { Measure } from '#domain/signal/evidence.ts';
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

const measure = (value?: number): Measure => ({
  id: 'idiosyncraticShare',
  unit: 'fraction',
  ...(value !== undefined && { value }),
});
const OWN = [measure(0.234), measure(0.2), measure(), measure()];

describe('answerContext', () => {
  it('never asks for anything, whatever yields do', () => {
    for (const context of [DEARER, [reading('dollar', 5)]]) {
      expect(answerContext({ context }, { print: WEAK }, OWN)).toMatchObject({ number: 10, status: 'ok' });
    }
  });

  it('says when a weak print meets falling nominal and rising real yields', () => {
    expect(answerContext({ context: DEARER }, { print: WEAK }, OWN).finding).toBe('context-real');
    const inLine = { ...WEAK, class: 'in-line' } as const;
    expect(answerContext({ context: DEARER }, { print: inLine }, OWN).finding).toBe('context');
    const both = [reading('nominalTen', 0.1), reading('realTen', 0.1)];
    expect(answerContext({ context: both }, { print: WEAK }, OWN).finding).toBe('context');
  });

  it('tells RUT’s idiosyncratic share in percent beside its mean, and leaves out what is not known', () => {
    expect(answerContext({ context: DEARER }, {}, OWN).facts.slice(12)).toEqual([
      '2024-08-13',
      23,
      20,
      '',
      '',
    ]);
  });

  it('tells multiples that were entered by hand, with source and age', () => {
    const entered = {
      multiple: 'P/E',
      caps: 'small',
      value: 24.1,
      source: 'FTSE',
      day: '2026-10-30',
    } as const;
    const { facts } = answerContext({ context: DEARER }, {}, OWN, [{ ...entered, days: 32 }]);
    expect(facts.slice(17)).toEqual(['P/E', 'small', 24.1, 'FTSE', '2026-10-30', 32]);
  });

  it('is unknown only where nothing at all is known', () => {
    const missing = { name: 'dollar', reading: { known: false, reason: 'not-supplied' } } as const;
    const nothing = [measure(), measure(), measure(), measure()];
    expect(answerContext({ context: [missing] }, {}, nothing)).toMatchObject({
      status: 'unknown',
      finding: 'context-unknown',
    });
    expect(answerContext({}, {}, OWN)).toMatchObject({ status: 'ok', finding: 'context-unknown' });
    expect(answerContext({}, {}, OWN).facts.slice(12)).toEqual(['', 23, 20, '', '']);
  });
});
