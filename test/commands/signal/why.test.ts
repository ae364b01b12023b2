import { describe, expect, it, vi } from 'vitest';
import { why } from '#commands/signal/why.ts';
import type { Services } from '#services/index.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, SERVER } from '#test/commands/context-with.ts';

const id = '2014-09-23.official';

describe('/signal why', () => {
  it('shows every value with its threshold and source', async () => {
    const text = textOf((await why.run({ id }, contextWith())).view);
    expect(text).toContain('5-session residual −1.35σ (≤ −1.00σ) · yahoo (recorded)');
    expect(text).toContain('✓ **MACD:** bearish cross');
  });

  it('proves that the stored inputs still lead there, or warns', async () => {
    const account = await someServices().explainDecision('1', id);
    const changed: Services['explainDecision'] = async () => ({ ...account, replay: 'different' });
    expect(textOf((await why.run({ id }, contextWith())).view)).toContain('the same, byte for byte');
    expect(textOf((await why.run({ id }, contextWith({ explainDecision: changed }))).view)).toContain(
      '**different**',
    );
  });

  it('offers ids with the state and ratio that they led to', async () => {
    const findDecisions = vi.fn<Services['findDecisions']>(someServices().findDecisions);
    const choices = await why.complete?.({ option: 'id', typed: '09-23' }, contextWith({ findDecisions }));

    expect(findDecisions).toHaveBeenCalledWith(SERVER, '09-23');
    expect(choices).toEqual([{ name: '2014-09-23.official · CAPITULATION 0.70', value: id }]);
  });
});
