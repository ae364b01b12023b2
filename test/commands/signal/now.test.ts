import { describe, expect, it, vi } from 'vitest';
import { signal } from '#commands/signal/index.ts';
import type { Services } from '#services/index.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, SERVER, subCommand } from '#test/commands/context-with.ts';

const now = subCommand(signal, 'now');

describe('/signal now', () => {
  it('shows the signal of this server with values, thresholds, sources and what would flip it', async () => {
    const readSignal = vi.fn<Services['readSignal']>(someServices().readSignal);
    const context = contextWith({ readSignal });
    const text = textOf((await now.run({}, context)).view);

    expect(readSignal).toHaveBeenCalledWith(SERVER, context.signal);
    expect(text).toContain('## CAPITULATION · vega multiplier 0.60 → 0.70');
    expect(text).toContain('Would flip it: RSI of RUT 38.2, needs 35.0 or lower');
    expect(text).toContain('Data: yahoo (recorded)');
  });

  it('says beside it what was stored last, or that nothing was', async () => {
    const reading = await someServices().readSignal('1', new AbortController().signal);
    const { last: _, ...first } = reading;
    expect(textOf((await now.run({}, contextWith())).view)).toContain('Last stored: `2014-09-23.official`');
    expect(textOf((await now.run({}, contextWith({ readSignal: async () => first }))).view)).toContain(
      'Nothing has been stored yet.',
    );
  });
});
