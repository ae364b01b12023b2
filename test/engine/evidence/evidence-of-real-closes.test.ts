import { describe, expect, it } from 'vitest';
import type { MarketHistory } from '#domain/market/market.ts';
import type { Evidence, Measure } from '#domain/signal/evidence.ts';
import { gatherEvidence } from '#engine/evidence/gather-evidence.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { openRecordedYears } from '#test/support/engine/history.ts';

/*
 * Every value and every progress below was computed from the closes in test/fixtures/history by a script of its own
 * (Python: closed forms of methodology and formulas, TA-Lib's seeding), not by this code.
 */
const years = await openRecordedYears();

/** Values to eight digits, which is what was written down. */
const near = (value: number): unknown => expect.closeTo(value, 7);

type Bound = readonly [wanted: NonNullable<Measure['wanted']>, threshold: number];

/** A measure that is held against a bound; without a progress where one cannot tell how near it is. */
function held(
  [id, unit, value, progress]: readonly [Measure['id'], Measure['unit'], number, number?],
  [wanted, threshold]: Bound,
): Record<string, unknown> {
  const distance = wanted.startsWith('<') ? value - threshold : threshold - value;
  return {
    id,
    unit,
    value: near(value),
    wanted,
    threshold,
    distance: near(distance),
    ...(progress !== undefined && { progress: near(progress) }),
  };
}

function shown(id: Measure['id'], unit: Measure['unit'], value: number): Record<string, unknown> {
  return { id, unit, value: near(value) };
}

function evidenceAt(
  session: string,
  sessionBefore: string,
  change: (market: MarketHistory) => MarketHistory = (market) => market,
): ReadonlyMap<string, Evidence> {
  const snapshot = years.snapshot({ kind: 'official', session });
  const market = measureMarket({ ...snapshot, market: change(snapshot.market) });
  const reading = { classified: false, reason: 'no-consensus', late: false } as const;
  const print = { releaseId: 'CPI', kind: 'CPI', referenceMonth: '2018-10' } as const;
  const subject = { reading: { ...reading, ...print }, age: 1, sessionBefore };
  return new Map(gatherEvidence(market, someSettings(), subject).map((piece) => [piece.id, piece]));
}

const RSI = 'RSI points';
const POINTS = 'index points';

/** Truth, word, and measures. */
type Piece = readonly [Evidence['truth'], string | undefined, ...(readonly Record<string, unknown>[])];

type RealClose = {
  readonly session: string;
  readonly sessionBefore: string;
  /** When it was made. */
  readonly asOf: number;
  readonly pieces: Readonly<Record<string, Piece>>;
};

const CLOSES: readonly RealClose[] = [
  {
    session: '2018-11-20',
    sessionBefore: '2018-11-13',
    asOf: Date.UTC(2018, 10, 20, 21),
    pieces: {
      lag: [
        'false',
        undefined,
        held(['lagZ', 'standard deviations', 0.00196313, 0], ['<=', -1]),
        held(['relativeSincePrint', 'percent', -0.07562516, 1], ['<', 0]),
        shown('lagSum', 'fraction', -0.00099142),
        shown('beta', 'fraction', 0.9949898),
      ],
      trend: [
        'true',
        'below',
        held(['trendGap', 'percent', -7.85185891, 1], ['<', 0]),
        shown('sma20', POINTS, 1520.4005),
        shown('sma50', POINTS, 1594.183),
        shown('sma200', POINTS, 1614.5591535),
      ],
      rsi: [
        'false',
        undefined,
        held(['rsiRutBest', RSI, 37.45604847, 0.81909257], ['<=', 35]),
        held(['rsiGapBest', RSI, -3.80758731, 0.83294344], ['<=', -5]),
        shown('rsiRut', RSI, 34.03023356),
        shown('rsiGap', RSI, -1.86778129),
      ],
      macd: [
        'false',
        undefined,
        held(['macdRut', POINTS, -1.16506107, 1], ['<', 0]),
        held(['macdRatio', 'fraction', 0.00022119, 0.77875847], ['<', 0]),
        held(['macdCrossAge', 'sessions', 0, 1], ['<=', 4]),
        held(['macdLowest', POINTS, 7.76122333, 0], ['<=', 0]),
      ],
      term: [
        'false',
        'inverted',
        held(['termSlope', 'percent', -0.9341637, 0.17213586], ['>=', 8]),
        shown('termChange1', 'percent', -3.62073087),
        shown('termChange5', 'percent', -2.18291495),
      ],
      lateGate: [
        'false',
        undefined,
        held(['vixLevel', 'VIX points', 22.48, 0.41160786], ['>', 25]),
        held(['vixJump', 'VIX points', 2.38, 0], ['>=', 5]),
      ],
    },
  },
  {
    session: '2019-08-14',
    sessionBefore: '2019-08-12',
    asOf: Date.UTC(2019, 7, 14, 20),
    pieces: {
      lag: [
        'false',
        undefined,
        held(['lagZ', 'standard deviations', -0.36561871, 0.36561871], ['<=', -1]),
        held(['relativeSincePrint', 'percent', -0.44421089, 1], ['<', 0]),
        shown('lagSum', 'fraction', -0.00678624),
        shown('beta', 'fraction', 1.02891036),
      ],
      rsi: [
        'false',
        undefined,
        held(['rsiRutBest', RSI, 35.8475494, 0.89733629], ['<=', 35]),
        held(['rsiGapBest', RSI, -1.66375013, 0.37385517], ['<=', -5]),
        shown('rsiRut', RSI, 35.8475494),
        shown('rsiGap', RSI, -1.66375013),
      ],
      macd: [
        'false',
        undefined,
        held(['macdRut', POINTS, -7.38878882, 1], ['<', 0]),
        held(['macdRatio', 'fraction', -0.00039989, 1], ['<', 0]),
        held(['macdCrossAge', 'sessions', 9], ['<=', 4]),
        held(['macdLowest', POINTS, 1.63454359, 0.67005685], ['<=', 0]),
      ],
      lateGate: [
        'false',
        undefined,
        held(['vixLevel', 'VIX points', 22.1, 0], ['>', 25]),
        held(['vixJump', 'VIX points', 4.58, 0.74495426], ['>=', 5]),
      ],
    },
  },
  {
    session: '2018-10-12',
    sessionBefore: '2018-10-10',
    asOf: Date.UTC(2018, 9, 12, 20),
    pieces: {
      lag: [
        'true',
        undefined,
        held(['lagZ', 'standard deviations', -1.34185313, 1], ['<=', -1]),
        held(['relativeSincePrint', 'percent', -1.1723466, 1], ['<', 0]),
        shown('lagSum', 'fraction', -0.01541217),
        shown('beta', 'fraction', 0.85165405),
      ],
      macd: [
        'true',
        'lowest',
        held(['macdRut', POINTS, -14.82821314, 1], ['<', 0]),
        held(['macdRatio', 'fraction', -0.00105506, 1], ['<', 0]),
        held(['macdCrossAge', 'sessions', 26], ['<=', 4]),
        held(['macdLowest', POINTS, 0, 1], ['<=', 0]),
      ],
    },
  },
];

const HOUSES: Readonly<Record<string, string>> = { term: 'Cboe', lateGate: 'Cboe' };

describe.each(CLOSES)('what the close of $session showed', ({ session, sessionBefore, asOf, pieces }) => {
  const named = Object.entries(pieces);
  it.each(named)('of %s: truth, word, and each number with its unit, bound and source', (id, piece) => {
    const [truth, shape, ...measures] = piece;
    const provenance = { asOf, source: HOUSES[id] ?? 'Yahoo Finance', quality: 'recorded' };
    expect(evidenceAt(session, sessionBefore).get(id)).toEqual({
      id,
      truth,
      ...(shape !== undefined && { shape }),
      measures: measures.map((measure) => ({ ...measure, provenance })),
    });
  });
});

describe('evidence of closes that nobody supplied', () => {
  const none = { closes: [], source: 'nobody', quality: 'manual' } as const;
  const unknown = (id: Measure['id'], unit: Measure['unit'], [wanted, threshold]: Bound) => ({
    id,
    unit,
    wanted,
    threshold,
    reason: 'not-supplied',
  });
  const BOUNDS = {
    lag: [
      unknown('lagZ', 'standard deviations', ['<=', -1]),
      unknown('relativeSincePrint', 'percent', ['<', 0]),
    ],
    trend: [unknown('trendGap', 'percent', ['<', 0])],
    breadth: [
      unknown('breadthZ', 'standard deviations', ['<=', -1]),
      unknown('breadthDivergence', 'net share', ['<', 0]),
      unknown('breadthSlopeDifference', 'net share', ['<', 0]),
    ],
    rsi: [unknown('rsiRutBest', RSI, ['<=', 35]), unknown('rsiGapBest', RSI, ['<=', -5])],
    macd: [unknown('macdRut', POINTS, ['<', 0]), unknown('macdRatio', 'fraction', ['<', 0])],
    smallCapVol: [unknown('smallCapVolTimes', 'times', ['>=', 1.25])],
    term: [unknown('termSlope', 'percent', ['>=', 8])],
    lateGate: [unknown('vixLevel', 'VIX points', ['>', 25]), unknown('vixJump', 'VIX points', ['>=', 5])],
  } as const;

  it.each([
    ['rut', ['lag', 'trend', 'breadth', 'rsi', 'macd', 'smallCapVol']],
    ['spx', ['lag', 'breadth', 'rsi', 'macd', 'smallCapVol']],
    ['vix', ['breadth', 'smallCapVol', 'term', 'lateGate']],
    ['vix3m', ['breadth', 'smallCapVol', 'term']],
  ] as const)(
    'is unknown without those of %s where it speaks of them, beside its bounds',
    (index, expected) => {
      const pieces = [
        ...evidenceAt('2018-10-12', '2018-10-10', (market) => ({ ...market, [index]: none })).values(),
      ].filter(({ id, truth }) => id !== 'print' && truth === 'unknown');
      expect(pieces).toEqual(
        expected.map((id) => ({ id, truth: 'unknown', reason: 'not-supplied', measures: BOUNDS[id] })),
      );
    },
  );
});
