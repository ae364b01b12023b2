import fc from 'fast-check';
import type { Decision, Limit, State } from '#domain/signal/decision.ts';
import type { Evidence, Measure, Unit } from '#domain/signal/evidence.ts';
import type { PrintReading } from '#domain/releases/print.ts';
import type { UnknownReason } from '#domain/market/reading.ts';
import { en } from '#discord/texts/en.ts';
import { aDecision } from '#test/support/engine/decision.ts';

/** Words as nobody should write them: mentions, formatting, links, hidden characters, emoji, very long ones. */
export const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '@everyone <@&1> <#2> <@!3> <t:0:R>',
    '```\n# big\n> quote\n||spoiler||',
    '[click](https://example.com) **bold** __under__ ~~no~~ `code`',
    '\u202Etfel ot thgir\u202C\u200B\u0000',
    '𝕊'.repeat(500),
    '-# small\n## large',
    '',
    ' ',
  ),
);

export const number = fc.oneof(
  fc.double({ min: -5, max: 5, noNaN: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.double(),
);
export const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
export const count = fc.integer({ min: -5, max: 5_000_000 });

export function keys<Key extends string>(record: Readonly<Record<Key, unknown>>): fc.Arbitrary<Key> {
  const names: Key[] = [];
  for (const name in record) {
    names.push(name);
  }
  return fc.constantFrom(...names);
}

export const reason: fc.Arbitrary<UnknownReason> = keys(en.market.unknown);
const unit: fc.Arbitrary<Unit> = keys(en.market.units);
const truth = fc.constantFrom('true', 'false', 'unknown');
export const quality = keys(en.market.qualities);
const state: fc.Arbitrary<State> = keys(en.signal.decision.states);
const limits: fc.Arbitrary<Limit[]> = fc.array(keys(en.signal.decision.limits), { maxLength: 13 });

export const measure: fc.Arbitrary<Measure> = fc.record(
  {
    id: keys(en.market.measures),
    unit,
    value: number,
    wanted: fc.constantFrom('<=', '<', '>=', '>'),
    threshold: number,
    distance: number,
    progress: number,
    reason,
    provenance: fc.record({ asOf: instant, source: hostile, quality }),
  },
  { requiredKeys: ['id', 'unit'] },
);

const evidence: fc.Arbitrary<Evidence> = fc.record(
  {
    id: keys(en.market.evidence),
    truth,
    measures: fc.array(measure, { maxLength: 12 }),
    reason,
    shape: hostile,
  },
  { requiredKeys: ['id', 'truth', 'measures'] },
);

const facts = {
  releaseId: hostile,
  kind: fc.constantFrom('CPI', 'PPI'),
  referenceMonth: hostile,
  late: fc.boolean(),
};

const surprise = fc.record(
  {
    series: keys(en.releases.series),
    actual: count,
    expected: count,
    against: fc.constantFrom('consensus', 'proxy'),
    difference: number,
    standardised: number,
    count,
  },
  { requiredKeys: ['series', 'actual', 'expected', 'against', 'difference', 'count'] },
);

const print: fc.Arbitrary<PrintReading> = fc.oneof(
  fc.record({ ...facts, classified: fc.constant(false), reason }),
  fc.record(
    {
      ...facts,
      classified: fc.constant(true),
      class: keys(en.releases.classes),
      method: fc.constantFrom('standardised', 'points', 'yearly'),
      z: number,
      fragile: fc.boolean(),
      surprises: fc.array(surprise, { maxLength: 6 }),
      hasConsensus: fc.boolean(),
    },
    {
      requiredKeys: [
        'releaseId',
        'kind',
        'referenceMonth',
        'late',
        'classified',
        'class',
        'method',
        'fragile',
        'surprises',
        'hasConsensus',
      ],
    },
  ),
);

const ratio = fc.record({
  base: number,
  confirmed: number,
  hardCap: number,
  now: number,
  target: number,
  step: number,
  next: number,
  limits,
  strength: fc.constantFrom(1, 0.5),
  consensusFactor: fc.constantFrom(1, 0.5),
});

/** Any decision at all, also such as the engine never makes. */
export const anyDecision: fc.Arbitrary<Decision> = fc
  .record(
    {
      id: hostile,
      asOf: instant,
      age: count,
      print,
      evidence: fc.array(evidence, { maxLength: 20 }),
      state,
      stateBefore: state,
      rank: state,
      standDown: fc.array(keys(en.signal.decision.standDown), { maxLength: 3 }),
      degraded: fc.array(
        fc.record({
          input: keys(en.signal.decision.degradedInput),
          reason: fc.constantFrom('stale', 'not-supplied'),
        }),
        {
          maxLength: 5,
        },
      ),
      hot: fc.boolean(),
      ratio,
      unwind: fc.record(
        {
          holds: truth,
          closes: count,
          branch: fc.constantFrom('recovered', 'expired'),
          onCloses: fc.array(hostile, { maxLength: 40 }),
        },
        { requiredKeys: ['holds', 'closes', 'onCloses'] },
      ),
      progress: fc.record({ rule: keys(en.market.evidence), fraction: number }),
      settingsVersion: count,
    },
    { requiredKeys: ['id', 'evidence', 'state', 'ratio'] },
  )
  .map((decision) => aDecision(decision));
