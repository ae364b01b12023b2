import { describe, expect, it } from 'vitest';
import type { ScenarioCell } from '#domain/signal/scenario.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { KnownPrint, Snapshot } from '#domain/signal/snapshot.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import { foresee, type Foresight } from '#services/signal/foresee.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import { FAR_BELOW } from '#test/support/engine/play-story.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { memoryAfter, story } from '#test/support/engine/weak-cpi-story.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';

const { signal } = new AbortController();

/** The evening of session 1; the stewards of server 2 have typed in a weak print of session 0. */
async function foresight(server: string, settings: Partial<Settings> = {}) {
  const typed: KnownPrint = story.print(0, FAR_BELOW);
  const deps = {
    calendar: CALENDAR,
    ledger: await openLedger(),
    settings: {
      read: async () => ({ version: 0, settings: someSettings(settings), changes: [] }),
    },
    takeSnapshot: async () => story.at(1, 'question', { prints: [] }),
    readHoldings: async () => workedHoldings(),
    log: { error: () => undefined },
    withManualFigures: async (asked: string, snapshot: Snapshot): Promise<Snapshot> =>
      asked === '2' ? { ...snapshot, prints: [...snapshot.prints, typed] } : snapshot,
  };
  const release = releaseOn('CPI', '2026-12-10');
  const look = await foresee(deps, release, { now: release.scheduledAt - 1, hasConsensus: true }, signal);
  return look(server);
}

describe('foresee', () => {
  it('tells a server what follows from a print that its stewards have typed in', async () => {
    const { standing } = await foresight('2');
    expect(standing.event?.releases).toHaveLength(1);
    expect(standing.state).toBe('CAPITULATION');
  });

  it('leaves the others as they are', async () => {
    const { standing } = await foresight('1');
    expect(standing).toMatchObject({ state: 'CALM' });
    expect(standing).not.toHaveProperty('event');
  });

  it('shows the ratio that a weak print would really lead to where the hedge budget cannot pay the step', async () => {
    const free = confirmed(await foresight('1'));
    expect(free.map(({ ratio }) => [ratio.next, ratio.limits])).toEqual([
      [0.7, ['step-up']],
      [0.7, ['step-up']],
    ]);
    const poor = confirmed(await foresight('1', { 'budget.capital': 1_000, 'budget.annualPercent': 2 }));
    expect(poor.map(({ ratio }) => [ratio.target, ratio.next, ratio.limits])).toEqual([
      [0.725, 0.6, ['hedge-budget']],
      [0.85, 0.6, ['hedge-budget']],
    ]);
  });

  it('leaves the table as it is where the hedge budget pays the step', async () => {
    const rich = await foresight('1', { 'budget.capital': 10_000_000 });
    expect(rich.scenario.rows).toEqual((await foresight('1')).scenario.rows);
  });

  it('holds the step of the evening itself against the hedge budget', async () => {
    const { standing } = await foresight('2', { 'budget.capital': 1_000 });
    expect(standing.ratio).toMatchObject({ step: 0, limits: ['hedge-budget'] });
  });
});

/** What follows a weak print where both of those that confirm do. */
function confirmed({ scenario }: Foresight): readonly ScenarioCell[] {
  const row = scenario.rows.find((each) => each.class === 'weak');
  return row?.cells.filter(({ state }) => state === 'CAPITULATION') ?? [];
}

describe('what a foresight is asked of', () => {
  /** The evening of Wednesday 2026-12-09 before the CPI of the next morning, and everything that was asked. */
  async function evening(hasConsensus: boolean, remembered = false) {
    const asked: unknown[] = [];
    const release = releaseOn('CPI', '2026-12-10');
    const now = newYorkInstant('2026-12-09', '18:00');
    const look = await foresee(
      {
        calendar: CALENDAR,
        log: { error: () => undefined },
        ledger: {
          async memory(server: string) {
            asked.push(['memory', server]);
            return remembered ? memoryAfter(1) : undefined;
          },
        },
        settings: {
          async read(server: string) {
            asked.push(['settings', server]);
            return { version: 6, settings: someSettings(), changes: [] };
          },
        },
        async takeSnapshot(evaluation, at) {
          asked.push([evaluation, at]);
          return story.at(1, 'question', { prints: [] });
        },
        async readHoldings(owner, query) {
          asked.push([owner, query.now]);
          return workedHoldings();
        },
        withManualFigures: async (_, same) => same,
      },
      release,
      { now, hasConsensus },
      signal,
    );
    return { asked, look, now };
  }

  it('is the market twice, whatever the number of servers: this evening, and the day of the release', async () => {
    const { asked, look, now } = await evening(true);
    expect(asked).toEqual([
      [{ kind: 'question', session: '2026-12-09' }, now],
      [{ kind: 'question', session: '2026-12-10' }, now],
    ]);
    asked.splice(0);
    await look('4');
    expect(asked).toEqual([
      ['settings', '4'],
      ['memory', '4'],
      [{ server: '4' }, now],
    ]);
  });

  it('halves the target where nobody has forecast, and says so', async () => {
    const targets = async (hasConsensus: boolean) => {
      const { scenario } = await (await evening(hasConsensus)).look('1');
      return [scenario.hasConsensus, scenario.rows[0]?.cells.at(-1)?.ratio.target];
    };
    expect(await targets(true)).toEqual([true, 0.85]);
    expect(await targets(false)).toEqual([false, 0.725]);
  });

  it('goes on from what the server remembers, and from base where it remembers nothing', async () => {
    const start = async (remembered: boolean) =>
      (await (await evening(true, remembered)).look('1')).standing.ratio.now;
    expect(await start(false)).toBe(0.6);
    expect(await start(true)).toBe(0.7);
  });

  it('decides with the settings of the server, and names their version', async () => {
    const { standing } = await (await evening(true)).look('1');
    expect(standing.settingsVersion).toBe(6);
  });
});
