import { describe, expect, it } from 'vitest';
import type { ScenarioCell } from '#domain/signal/scenario.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { KnownPrint, Snapshot } from '#domain/signal/snapshot.ts';
import { foresee, type Foresight } from '#services/signal/foresee.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import { FAR_BELOW } from '#test/support/engine/play-story.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { story } from '#test/support/engine/weak-cpi-story.ts';
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
