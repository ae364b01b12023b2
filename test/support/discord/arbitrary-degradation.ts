import fc from 'fast-check';
import type { Degradation } from '#domain/signal/degradation.ts';
import { en } from '#discord/texts/en.ts';
import { count, hostile, instant, keys, quality } from './arbitrary-decision.ts';

export const release = fc.record(
  {
    id: hostile,
    kind: fc.constantFrom('CPI', 'PPI'),
    referenceMonth: hostile,
    status: keys(en.releases.status),
    scheduledAt: instant,
    source: hostile,
    quality,
  },
  { requiredKeys: ['id', 'kind', 'status', 'scheduledAt', 'source', 'quality'] },
);

const figure = fc.record({ actual: count }, { requiredKeys: [] });

export const anyDegradation: fc.Arbitrary<Degradation> = fc.oneof(
  fc.record({
    about: fc.constant('decision'),
    decisionId: hostile,
    session: hostile,
    reasons: fc.array(fc.constant({ input: 'rut', reason: 'stale' } as const), { maxLength: 3 }),
  }),
  fc.record({
    about: fc.constant('book'),
    decisionId: hostile,
    fault: fc.constantFrom('unreadable', 'unmeasured'),
  }),
  fc.record({ about: fc.constant('no-market'), session: hostile, source: hostile }),
  fc.record({ about: fc.constant('print-unjudged'), release, source: hostile }),
  fc.record({
    about: fc.constant('print-disputed'),
    release,
    looks: fc.array(
      fc.record({
        source: hostile,
        figures: fc.record({ headline: figure, core: figure, headlineYearly: figure }),
        at: instant,
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({
    about: fc.constant('silent'),
    sources: fc.array(
      fc.record({ source: hostile, since: instant, words: hostile }, { requiredKeys: ['source', 'words'] }),
      { maxLength: 30 },
    ),
  }),
);
