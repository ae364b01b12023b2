import { describe, expect, it } from 'vitest';
import type { CoverReading, NoCoverReason } from '#domain/hedge/cover.ts';
import { coverLines, coverText } from '#discord/views/hedge/cover-text.ts';

const SHOCK = { spotPercent: -4, volPoints: 10 };
const KNOWN: CoverReading = {
  kind: 'cover',
  shock: SHOCK,
  cover: 0.247,
  isAtLeast: false,
  condors: -7_559,
  hedge: 1_873,
};

function unknown(reason: NoCoverReason): CoverReading {
  return { kind: 'unknown', shock: SHOCK, reason, condors: -7_559, unvalued: [] };
}

describe('coverText', () => {
  it('names the shock that it holds for, and may be more than the whole loss', () => {
    expect(coverText(KNOWN)).toBe('cover 25 % if SPX −4 %, VIX +10');
    expect(coverText({ ...KNOWN, cover: 1.31 })).toBe('cover 131 % if SPX −4 %, VIX +10');
  });

  it('says at least where a call without a value would only add to it', () => {
    expect(coverText({ ...KNOWN, cover: 0.28, isAtLeast: true })).toBe(
      'cover at least 28 % if SPX −4 %, VIX +10',
    );
  });

  it.each([
    ['no-loss', 'the condors do not lose under this shock'],
    ['too-small', 'too little to divide by'],
    ['unvalued', 'no value'],
    ['absurd', 'beyond 999 %'],
  ] as const)('gives the reason where there is none: %s', (reason, words) => {
    expect(coverText(unknown(reason))).toMatch(/^cover \? if SPX −4 %, VIX \+10: /);
    expect(coverText(unknown(reason))).toContain(words);
  });
});

describe('coverLines', () => {
  it('lists each shock once with the dollars of both sides, n/a where one is not known', () => {
    const lines = coverLines(
      [KNOWN, KNOWN, unknown('unvalued')].map((reading, place) =>
        place === 2 ? { ...reading, shock: { spotPercent: -20, volPoints: 8 } } : reading,
      ),
    );
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe('-# SPX −4 %, VIX +10: **25 %** · hedge +$1,873, condors −$7,559');
    expect(lines[2]).toContain('hedge n/a, condors −$7,559');
  });

  it('says nothing where no lots are kept', () => {
    expect(coverLines([])).toEqual([]);
  });
});
