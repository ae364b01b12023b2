import { describe, expect, it } from 'vitest';
import { signal } from '#commands/signal/index.ts';
import type { SignalHistory } from '#services/signal/signal-history.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, subCommand } from '#test/commands/context-with.ts';

const history = subCommand(signal, 'history');

async function shown(otherwise: Partial<SignalHistory>): Promise<string> {
  const usual = await someServices().signalHistory('1', new AbortController().signal);
  const signalHistory = async () => ({ ...usual, ...otherwise });
  return textOf((await history.run({}, contextWith({ signalHistory }))).view);
}

describe('/signal history', () => {
  it('lists decisions by their id, with state and ratio', async () => {
    expect(await shown({})).toContain('**CAPITULATION** 0.60 → 0.70 · `2014-09-23.official`');
  });

  it('says that nothing has been scored yet', async () => {
    expect(await shown({})).toContain('None has been scored yet');
  });

  it('publishes how often recommendations were right with the interval, and that few cases say nothing', async () => {
    const text = await shown({
      calibration: [
        {
          direction: 'up',
          horizon: 5,
          count: 2,
          right: 1,
          interval: { low: 0.09, high: 0.91 },
          meanVixChange: 0.5,
          meanSpxReturn: -1,
        },
      ],
    });
    expect(text).toContain(
      '- Up-steps after 5: 1 of 2 right (95 %: 9 % to 91 %), VIX +0.5, SPX −1.0 % on average',
    );
    expect(text).toContain('So few cases say nothing about the next one.');
  });

  it('says when nothing has been decided', async () => {
    expect(await shown({ decisions: [] })).toContain('Nothing has been decided yet.');
  });
});
