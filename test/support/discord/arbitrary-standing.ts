import fc from 'fast-check';
import type { Ratio } from '#domain/hedge/book-exposure.ts';
import type { HedgeNews, RollDue } from '#domain/hedge/upkeep.ts';
import type { CoverReading } from '#domain/hedge/cover.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import { en } from '#discord/texts/en.ts';
import { count, hostile, instant, keys, number, quality } from './arbitrary-decision.ts';

const ratio: fc.Arbitrary<Ratio> = fc.oneof(
  fc.record({ known: fc.constant(true), value: number, isPartial: fc.boolean() }),
  fc.record({ known: fc.constant(false), reason: keys(en.hedge.exposure.noRatio) }),
);

const session = fc.constantFrom('2014-10-22', '2026-02-04');

const layers = fc.subarray(['short', 'medium', 'long'] as const);

const cost = fc.record(
  {
    from: session,
    until: session,
    paid: number,
    received: number,
    net: number,
    budget: number,
    used: number,
    unpriced: fc.array(
      fc.record({ lotId: hostile, on: session, what: fc.constantFrom('opened', 'closed', 'settled') }),
      { maxLength: 30 },
    ),
  },
  { requiredKeys: ['from', 'until', 'paid', 'received', 'net', 'unpriced'] },
);

const roll: fc.Arbitrary<RollDue> = fc.record(
  {
    lotId: hostile,
    quantity: count,
    layer: fc.constantFrom('short', 'medium', 'long'),
    expiry: session,
    daysHeld: count,
    daysLeft: count,
    reasons: fc.subarray(['age', 'days-left'] as const),
  },
  { requiredKeys: ['lotId', 'quantity', 'expiry', 'daysHeld', 'daysLeft', 'reasons'] },
);

const shock = fc.record({ spotPercent: number, volPoints: number });

const coverReading: fc.Arbitrary<CoverReading> = fc.oneof(
  fc.record({
    kind: fc.constant('cover'),
    shock,
    cover: number,
    isAtLeast: fc.boolean(),
    condors: number,
    hedge: number,
  }),
  fc.record(
    {
      kind: fc.constant('unknown'),
      shock,
      reason: keys(en.hedge.cover.noCover),
      condors: number,
      hedge: number,
      unvalued: fc.constant([]),
    },
    { requiredKeys: ['kind', 'shock', 'reason', 'unvalued'] },
  ),
);

export const anyStanding: fc.Arbitrary<HedgeReport> = fc.record(
  {
    mode: fc.constantFrom('vega', 'unit'),
    unitReason: keys(en.hedge.exposure.unitReasons),
    meaning: fc.constantFrom('multiplier', 'absolute'),
    ratio,
    stressRatio: ratio,
    afterNextExpiry: fc.record({ expiry: session, days: number, ratio, agedRatio: ratio }),
    condors: count,
    condorExposure: number,
    condorVega: number,
    rows: fc.array(
      fc.record(
        { expiry: session, layers, contracts: count, exposure: number, ratio, isCounted: fc.boolean() },
        { requiredKeys: ['layers', 'contracts', 'ratio', 'isCounted'] },
      ),
      { maxLength: 30 },
    ),
    unvalued: fc.array(fc.record({ lotId: hostile, reason: keys(en.hedge.exposure.unvalued) }), {
      maxLength: 30,
    }),
    isIllustration: fc.boolean(),
    oldestMark: fc.record({ asOf: instant, source: hostile, quality }),
    rolls: fc.array(roll, { maxLength: 30 }),
    cost,
    breakEvens: fc.constant([]),
    cover: fc.array(coverReading, { maxLength: 5 }),
  },
  {
    requiredKeys: [
      'mode',
      'meaning',
      'ratio',
      'condors',
      'rows',
      'unvalued',
      'isIllustration',
      'rolls',
      'cost',
      'breakEvens',
    ],
  },
);

export const anyHedgeNews: fc.Arbitrary<HedgeNews> = fc.oneof(
  fc.record({ about: fc.constant('roll'), roll, isIllustration: fc.boolean() }),
  fc.record({ about: fc.constant('budget'), reached: number, cost }),
);
