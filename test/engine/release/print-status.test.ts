import { describe, expect, it } from 'vitest';
import type { Poll } from '#domain/releases/poll.ts';
import type { Figures, Print } from '#domain/releases/print.ts';
import { printStatus } from '#engine/release/print-status.ts';

const AT = Date.parse('2024-08-14T08:30-04:00');
const HOUR = 3_600_000;

function figures(headline?: number, core?: number): Figures {
  return {
    headline: headline === undefined ? {} : { actual: headline },
    core: core === undefined ? {} : { actual: core },
    headlineYearly: {},
  };
}

const PRINT: Print = {
  releaseId: 'CPI-2024-08-14',
  kind: 'CPI',
  referenceMonth: '2024-07',
  figures: { ...figures(4, 4), core: { actual: 4, consensus: 4, previous: 2 } },
  scheduledAt: AT,
  releasedAt: AT,
  receivedAt: AT + 1_000,
  source: 'BLS',
  quality: 'live',
};

function poll(source: string, shows: Figures, otherwise: Partial<Poll> = {}): Poll {
  const { releaseId, kind, referenceMonth } = PRINT;
  const times = { askedAt: AT + HOUR, answeredAt: AT + HOUR };
  return {
    releaseId,
    kind,
    source,
    ...times,
    saw: 'old',
    referenceMonth,
    values: '',
    figures: shows,
    ...otherwise,
  };
}

function kindOf(...polls: readonly Poll[]): string {
  return printStatus(PRINT, polls, AT + 2 * HOUR).kind;
}

describe('printStatus', () => {
  it('is provisional while one source alone has shown it, however often', () => {
    expect(kindOf()).toBe('provisional');
    expect(kindOf(poll('BLS', figures(4, 4)))).toBe('provisional');
  });

  it('is confirmed by another source that shows the same changes', () => {
    expect(kindOf(poll('FRED', figures(4, 4)))).toBe('confirmed');
    expect(kindOf(poll('FRED', figures(undefined, 4)))).toBe('confirmed');
  });

  it('is disputed by another source that shows any other change', () => {
    expect(kindOf(poll('FRED', figures(4, 6)))).toBe('disputed');
  });

  it('takes of each source what it showed last', () => {
    expect(kindOf(poll('FRED', figures(4, 6)), poll('FRED', figures(4, 4)))).toBe('confirmed');
  });

  it('does not count another month, another series, or what was shown later', () => {
    expect(kindOf(poll('FRED', figures(4, 4), { referenceMonth: '2024-06' }))).toBe('provisional');
    expect(kindOf(poll('FRED', figures()))).toBe('provisional');
    expect(kindOf(poll('FRED', figures(4, 4), { answeredAt: AT + 3 * HOUR }))).toBe('provisional');
  });

  it('tells what each source showed, the print first and without what was expected', () => {
    expect(printStatus(PRINT, [poll('FRED', figures(4, 6))], AT + HOUR).looks).toEqual([
      { source: 'BLS', figures: figures(4, 4), at: AT + 1_000 },
      { source: 'FRED', figures: figures(4, 6), at: AT + HOUR },
    ]);
  });
});
