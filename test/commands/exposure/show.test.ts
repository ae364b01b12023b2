import { describe, expect, it } from 'vitest';
import { show } from '../../../commands/exposure/show.ts';
import { KEPT, someServices } from '../../discord/fake-services.ts';
import { textOf } from '../../discord/view-facts.ts';
import { someSettings } from '../../support/decision.ts';
import { asking } from '../asking.ts';

describe('/exposure show', () => {
  it('shows the book’s ratio beside the programme’s, and the contracts of the step', async () => {
    const text = textOf((await show.run({}, asking())).view);
    expect(text).toContain('## Hedge ratio: book 0.60, programme 0.60');
    expect(text).toContain('10 condors, 4/4/2 calls: ratio **0.60**');
    expect(text).toContain('+1/+1/0 calls → 0.72');
  });

  it('shows ratios only, and says why, where nobody has said what the server holds', async () => {
    const reading = await someServices().readSignal('1', new AbortController().signal);
    const readSignal = async () => ({ ...reading, exposure: { mode: 'none', reason: 'no-book' } as const });
    const text = textOf((await show.run({}, asking({ readSignal }))).view);

    expect(text).toContain('book ?, programme 0.60');
    expect(text).toContain('`/steward setup`');
  });

  it('answers in the channel, or alone where the server wants that', async () => {
    const hidden = { ...KEPT, settings: someSettings({ 'exposure.visibility': 'ephemeral' }) };
    expect((await show.run({}, asking())).audience).toBeUndefined();
    expect((await show.run({}, asking({ settings: async () => hidden }))).audience).toBe('caller');
  });
});
