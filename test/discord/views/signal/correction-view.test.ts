import { describe, expect, it } from 'vitest';
import type { Correction } from '#domain/signal/correction.ts';
import { correctionView } from '#discord/views/signal/correction-view.ts';
import { CLOSE_OF_2014_09_23 } from '#test/support/engine/decision.ts';
import { textOf } from '#test/support/discord/view-facts.ts';

const CORRECTION: Correction = {
  decisionId: '2014-09-23.official',
  decidedAt: CLOSE_OF_2014_09_23,
  isConclusion: true,
  changes: [
    { of: 'evidence', id: 'breadth', was: 'unknown', is: 'true' },
    { of: 'target', was: 0.725, is: 0.85 },
  ],
  inputs: [{ series: 'small-cap A/D', session: '2014-09-23', is: -212 }],
};

const shown = (otherwise: Partial<Correction> = {}): string =>
  textOf(correctionView({ form: 'correction', correction: { ...CORRECTION, ...otherwise } }, {}));

describe('correctionView', () => {
  it('says what was and what is, because of which datum, and that nothing moves twice', () => {
    const text = shown();
    expect(text).toContain('Correction to the evaluation of Tue 23 Sep 2014 16:15 ET');
    expect(text).toContain('- Breadth was unknown, is true');
    expect(text).toContain('- target was 0.725, is 0.85');
    expect(text).toContain('- small-cap A/D of Tue 23 Sep: not there → −212.00');
    expect(text).toContain('nothing moves twice');
  });

  it('says that the conclusion stays where it does', () => {
    expect(shown({ isConclusion: false })).toContain('The conclusion stays');
  });
});
