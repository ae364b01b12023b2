import { describe, expect, it } from 'vitest';
import { failingParts } from '#discord/views/signal/failing-text.ts';
import { whyText } from '#discord/views/signal/why-text.ts';
import type { Evidence } from '#domain/signal/evidence.ts';
import { measured } from '#engine/evidence/measure.ts';
import { aDecision } from '#test/support/engine/decision.ts';

const lag = (z: number, since: number): Evidence => ({
  id: 'lag',
  truth: 'false',
  measures: [
    measured({ id: 'lagZ', unit: 'standard deviations', value: z }, { wanted: '<=', threshold: -1 }),
    measured({ id: 'relativeSincePrint', unit: 'percent', value: since }, { wanted: '<', threshold: 0 }),
  ],
});

const why = (piece: Evidence): string => whyText(aDecision({ state: 'ARMED', evidence: [piece] }));

describe('whyText', () => {
  it('names RUT/SPX that stands exactly where it stood before the print', () => {
    expect(why(lag(-1.2, 0))).toContain('RUT/SPX is not below its close before the print');
    expect(why(lag(-1.2, 0))).not.toContain('small caps do not lag');
  });
});

describe('failingParts', () => {
  it('lists a part that meets its strict bound exactly beside one that misses it', () => {
    expect(failingParts(lag(-0.4, 0))).toContain(' and ');
    expect(failingParts(lag(-1, 0.1))).not.toContain(' and ');
  });
});
