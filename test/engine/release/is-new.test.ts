import { describe, expect, it } from 'vitest';
import type { Poll, ShownFigures } from '#domain/releases/poll.ts';
import { isNew, type KnownBefore } from '#engine/release/is-new.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

const CPI = releaseOn('CPI', '2026-12-10');
const OLD: Poll = {
  releaseId: 'CPI-2026-11-10',
  kind: 'CPI',
  source: 'BLS',
  askedAt: 0,
  answeredAt: 1,
  saw: 'new',
  referenceMonth: '2026-10',
  values: 'CUSR0000SA0=330.1',
};

function shown(referenceMonth: string, values: string): ShownFigures {
  return { referenceMonth, values, figures: { headline: {}, core: {}, headlineYearly: {} }, quality: 'live' };
}

const NEW = shown('2026-11', 'CUSR0000SA0=330.9');

describe('isNew', () => {
  it.each<readonly [string, ShownFigures, KnownBefore, boolean]>([
    ['a later month with other values', NEW, { lastShown: OLD, lastMonth: '2026-10' }, true],
    ['the month before', shown('2026-10', 'CUSR0000SA0=330.1'), { lastShown: OLD }, false],
    ['the month before, restated', shown('2026-10', 'CUSR0000SA0=330.2'), { lastShown: OLD }, false],
    [
      'the values of yesterday under a new month',
      shown('2026-11', 'CUSR0000SA0=330.1'),
      { lastShown: OLD },
      false,
    ],
    ['a month that we have a print of', NEW, { lastMonth: '2026-11' }, false],
    ['a later month than our last print, from a source never asked', NEW, { lastMonth: '2026-10' }, true],
    ['a month that has just ended, with nothing to compare', NEW, {}, true],
    ['a month long past, with nothing to compare', shown('2026-10', 'CUSR0000SA0=330.1'), {}, false],
    [
      'what it found for this release before',
      NEW,
      { lastShown: { ...OLD, ...NEW, releaseId: CPI.id } },
      true,
    ],
  ])('%s', (_words, figures, known, expected) => {
    expect(isNew(figures, CPI, known)).toBe(expected);
  });

  it('does not take an earlier month than the calendar says', () => {
    const release = { ...CPI, referenceMonth: '2026-12' };
    expect(isNew(NEW, release, { lastShown: OLD })).toBe(false);
  });

  it('holds for the last print of a year, whose month ended before the year did', () => {
    const january = releaseOn('CPI', '2027-01-13');
    expect(isNew(shown('2026-12', 'CUSR0000SA0=331.2'), january, {})).toBe(true);
  });
});
