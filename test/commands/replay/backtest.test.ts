import { describe, expect, it, vi } from 'vitest';
import { backtest } from '#commands/replay/backtest.ts';
import type { Services } from '#services/index.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith } from '#test/commands/context-with.ts';

describe('/replay backtest', () => {
  it('says first what the history does not show, then the funnel, and brings the files', async () => {
    const { view, files = [] } = await backtest.run({}, contextWith());
    expect(textOf(view)).toContain('This history does not show that the rule foresees trouble.');
    expect(textOf(view)).toContain('released: **352**');
    expect(files.map(({ name }) => name)).toEqual(['report.md', 'funnel.png']);
    expect(JSON.stringify(view)).toContain('attachment://funnel.png');
    expect(JSON.stringify(view)).toContain('attachment://report.md');
  });

  it('tells how far it has come', async () => {
    const context = contextWith({
      backtest: async (wish, report, signal) => {
        report({ done: 100, all: 3_690 });
        return someServices().backtest(wish, report, signal);
      },
    });
    await backtest.run({}, context);
    expect(context.showProgress).toHaveBeenCalledTimes(1);
  });

  it('plays a preset when asked', async () => {
    const played = vi.fn<Services['backtest']>(someServices().backtest);
    await backtest.run({ preset: 'strict' }, contextWith({ backtest: played }));
    expect(played.mock.calls[0]?.[0]).toEqual({ preset: 'strict' });
  });

  it('is for stewards, and patient', () => {
    expect(backtest.access).toBe('steward');
    expect(backtest.timeout).toBeGreaterThan(60_000);
  });
});
