import { describe, expect, it, vi } from 'vitest';
import { consensus } from '#commands/release/consensus.ts';
import { release } from '#commands/release/index.ts';
import { print } from '#commands/release/print.ts';
import type { Poll } from '#domain/releases/poll.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { CPI, someReleaseServices } from '#test/support/discord/fake-release-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER, subCommand } from '#test/commands/context-with.ts';
import type { ReleaseServices } from '#services/releases/index.ts';

const calendar = subCommand(release, 'calendar');
const last = subCommand(release, 'last');
const next = subCommand(release, 'next');

describe('/release calendar', () => {
  it('tells the state of each release, what has changed, and who lists dates', async () => {
    const text = textOf((await calendar.run({}, contextWith())).view);
    expect(text).toContain('**CPI** Fri 24 Oct 2025 08:30 ET');
    expect(text).toContain('moved · BLS calendar (recorded)');
    expect(text).toContain('`CPI-2025-10-15`: Wed 15 Oct 2025 → Fri 24 Oct 2025');
    expect(text).toContain('BLS calendar: 24 dates');
    expect(text).toContain('FRED: no answer');
  });

  it('says when no source of dates is connected', async () => {
    const showCalendar: ReleaseServices['showCalendar'] = async () => ({ releases: [], changes: [] });
    const text = textOf((await calendar.run({}, contextWith({ showCalendar }))).view);
    expect(text).toContain('No source of dates is connected');
    expect(text).toContain('Nothing has changed so far');
  });

  it('sets out a disagreement, and which dates were not believed', async () => {
    const { showCalendar } = someReleaseServices();
    const account = await showCalendar(new AbortController().signal);
    const doubtful = async () => ({
      ...account,
      reading: {
        at: 0,
        sources: [{ source: 'FRED', listed: 31 }],
        disagreements: [
          {
            releaseId: CPI.id,
            kind: 'CPI',
            kept: { source: 'BLS calendar', scheduledAt: CPI.scheduledAt },
            other: { source: 'FRED', day: '2025-10-16' },
          },
        ],
        refused: [{ source: 'FRED', date: { kind: 'CPI', day: '2025-10-18' }, why: 'weekend' }],
      } as const,
    });
    const text = textOf((await calendar.run({}, contextWith({ showCalendar: doubtful }))).view);
    expect(text).toContain('FRED: 2025-10-16');
    expect(text).toContain('1 not believed, such as CPI 2025-10-18 of FRED (on a weekend)');
  });
});

describe('/release consensus', () => {
  it('is for stewards, and passes on who typed in what', async () => {
    const enterConsensus = vi.fn<ReleaseServices['enterConsensus']>(someReleaseServices().enterConsensus);
    const typed = { release: CPI.id, core: 0.3, yearly: 2.9 };
    const { view } = await consensus.run(typed, contextWith({ enterConsensus }, 'steward'));
    expect(consensus.access).toBe('steward');
    expect(enterConsensus).toHaveBeenCalledWith(
      SERVER,
      { release: CPI.id, by: MEMBER, figures: { core: 0.3, headlineYearly: 2.9 } },
      expect.any(AbortSignal),
    );
    expect(textOf(view)).toContain('Counts in this server: **core 0.3 %** (manual).');
    expect(textOf(view)).toContain(`<@${MEMBER}>`);
  });

  it('offers releases to come by name', async () => {
    const offered = await consensus.complete?.({ option: 'release', typed: 'cpi' }, contextWith());
    expect(offered).toEqual([{ name: 'CPI Wed 15 Oct 2025 08:30 ET', value: CPI.id }]);
    expect(await consensus.complete?.({ option: 'release', typed: 'PPI' }, contextWith())).toEqual([]);
  });
});

describe('/release print', () => {
  it('is for stewards, and says who typed the figures in and whether they were evaluated', async () => {
    const typed = { release: CPI.id, month: '2025-09', core: 0.2 };
    const text = textOf((await print.run(typed, contextWith({}, 'steward'))).view);
    expect(print.access).toBe('steward');
    expect(text).toContain(`typed in by <@${MEMBER}>`);
    expect(text).toContain('This server was evaluated with it');
  });

  it('offers releases that are out and not received', async () => {
    const findReleases = vi.fn<ReleaseServices['findReleases']>(someReleaseServices().findReleases);
    await print.complete?.({ option: 'release', typed: '' }, contextWith({ findReleases }));
    expect(findReleases).toHaveBeenCalledWith('due', expect.any(AbortSignal));
  });
});

const POLLS: readonly Poll[] = [
  { askedAt: CPI.scheduledAt, saw: 'old' as const },
  { askedAt: CPI.scheduledAt + 2_000, saw: 'failed' as const },
  { askedAt: CPI.scheduledAt + 4_000, saw: 'new' as const },
].map((poll) => ({ ...poll, releaseId: CPI.id, kind: 'CPI', source: 'BLS', answeredAt: poll.askedAt + 300 }));

describe('/release last', () => {
  it('tells how often who was asked, what was shown, and when the figures were first seen', async () => {
    const account = await someServices().showReleases(SERVER, new AbortController().signal);
    const traced = async () => ({ ...account, last: account.last.map((one) => ({ ...one, polls: POLLS })) });
    const text = textOf((await last.run({}, contextWith({ showReleases: traced }))).view);
    expect(text).toContain('asked 3 times, 08:30:00 to 08:30:04');
    expect(text).toContain('BLS: 1 × no answer, 1 × the old figures, 1 × the new ones');
    expect(text).toContain('first shown by BLS at 08:30:04 ET');
  });
});

describe('/release next', () => {
  it('tells what is expected and by whom, and keeps a nowcast apart', async () => {
    const account = await someServices().showReleases(SERVER, new AbortController().signal);
    const figures = { headline: { consensus: 4 }, core: { consensus: 6 }, headlineYearly: {} };
    const [first] = account.next;
    const expected = {
      [first?.id ?? '']: { figures, source: 'manual', nowcast: { figures, source: 'Cleveland Fed' } },
    };
    const text = textOf(
      (await next.run({}, contextWith({ showReleases: async () => ({ ...account, expected }) }))).view,
    );
    expect(text).toContain('expected: headline 0.2 %, core 0.3 % (manual)');
    expect(text).toContain('nowcast, a model and no consensus: headline 0.2 %, core 0.3 % (Cleveland Fed)');
  });
});
