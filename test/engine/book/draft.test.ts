import { describe, expect, it } from 'vitest';
import type { HedgeDraft } from '#domain/book/lot-draft.ts';
import { lotFaultText } from '#discord/views/book/lot-fault-text.ts';
import { draftCondor } from '#engine/book/draft-condor.ts';
import { draftHedge } from '#engine/book/draft-hedge.ts';
import type { Drafted } from '#engine/book/drafted.ts';
import { TERMS } from '#test/support/book/book-desk.ts';

const CONDOR = { strikes: '5600/5700/6250/6350', expiry: '2027-01-15', quantity: 10 };

function faultsOf(drafted: Drafted<unknown>): string {
  return 'faults' in drafted ? drafted.faults.map(lotFaultText).join('\n') : 'taken';
}

describe('draftCondor', () => {
  it('fills in what was left out: settles in the afternoon, opened today', () => {
    expect(draftCondor(CONDOR, TERMS)).toEqual({
      meant: {
        kind: 'condor',
        quantity: 10,
        openedOn: '2026-12-01',
        expiry: '2027-01-15',
        settlement: 'PM',
        strikes: { longPut: 5600, shortPut: 5700, shortCall: 6250, longCall: 6350 },
      },
    });
  });

  it('counts what is entered on a Saturday as opened on Friday', () => {
    const saturday = { ...TERMS, now: Date.UTC(2026, 11, 5, 17), today: '2026-12-05' };
    expect(draftCondor(CONDOR, saturday)).toMatchObject({ meant: { openedOn: '2026-12-04' } });
  });

  it.each(['5600 5700 6250 6350', '5600, 5700, 6250, 6350', ' 5600/5700 / 6250/6350 '])(
    'reads strikes typed as "%s"',
    (strikes) => {
      expect(draftCondor({ ...CONDOR, strikes }, TERMS)).toMatchObject({
        meant: { strikes: { longCall: 6350 } },
      });
    },
  );

  it.each([
    '',
    '5600/5700/6250',
    '5600/5700/6250/6350/6450',
    '5600/x/6250/6350',
    '-5600/5700/6250/6350',
    '1e3/5700/6250/6350',
  ])('asks for four strikes when it reads "%s"', (strikes) => {
    expect(faultsOf(draftCondor({ ...CONDOR, strikes }, TERMS))).toContain('are no four strikes');
  });
});

const CALLS: HedgeDraft = { instrument: 'VIX', quantity: 4, strike: 22, expiry: '2027-01-20' };

describe('draftHedge', () => {
  it('takes calls, bought today, for the layer that begins nearest', () => {
    expect(draftHedge(CALLS, TERMS)).toEqual({
      meant: {
        kind: 'hedge',
        instrument: 'VIX',
        right: 'call',
        strike: 22,
        expiry: '2027-01-20',
        quantity: 4,
        openedOn: '2026-12-01',
        layer: 'short',
      },
    });
  });

  it.each([
    ['2026-12-16', 'short'],
    // 77 and 105 days: on either side of 70, the middle between 30 and 110.
    ['2027-02-17', 'medium'],
    ['2027-03-17', 'medium'],
    ['2027-05-18', 'long'],
    ['2027-11-17', 'long'],
  ])('puts calls for %s into the %s layer', (expiry, layer) => {
    expect(draftHedge({ ...CALLS, expiry }, TERMS)).toMatchObject({ meant: { layer } });
  });

  it('puts what is as near to two layers into the shorter one', () => {
    // 50 days to 2027-01-20, as far from 30 as from 70.
    const terms = { ...TERMS, layers: [30, 70, 220] } as const;
    expect(draftHedge(CALLS, terms)).toMatchObject({ meant: { layer: 'short' } });
  });

  it('stores a layer as it was given', () => {
    expect(draftHedge({ ...CALLS, layer: 'long' }, TERMS)).toMatchObject({ meant: { layer: 'long' } });
  });

  it('counts the days of a layer from the day of the purchase', () => {
    const bought = { ...CALLS, openedOn: '2026-10-01' };
    expect(draftHedge(bought, TERMS)).toMatchObject({ meant: { layer: 'medium' } });
  });

  it('takes futures and shares without what they have not', () => {
    expect(draftHedge({ instrument: 'VX', quantity: 1, expiry: '2027-01-20' }, TERMS)).toMatchObject({
      meant: { instrument: 'VX', expiry: '2027-01-20', layer: 'short' },
    });
    expect(draftHedge({ instrument: 'UVXY', quantity: 200, cost: 21.4 }, TERMS)).toEqual({
      meant: { kind: 'hedge', instrument: 'UVXY', quantity: 200, openedOn: '2026-12-01', cost: 21.4 },
    });
  });

  it.each<[HedgeDraft, string]>([
    [{ instrument: 'VIX', quantity: 4 }, 'VIX needs an expiry.\nVIX needs a strike.'],
    [{ instrument: 'VX', quantity: 1 }, 'VX needs an expiry.'],
    [{ instrument: 'VX', quantity: 1, expiry: '2027-01-20', strike: 22 }, 'VX does not have a strike'],
    [{ instrument: 'VXX', quantity: 9, expiry: '2027-01-20', layer: 'short' }, 'VXX does not have an expiry'],
    [{ instrument: 'UVXY', quantity: 9, right: 'call' }, 'UVXY does not have call or put'],
  ])('says what %o lacks or has too much', (draft, sentence) => {
    expect(faultsOf(draftHedge(draft, TERMS))).toContain(sentence);
  });
});
