import type { Ledger } from '#ports/ledger/ledger.ts';
import { expect } from 'vitest';
import { initialSourceState } from '#domain/health/source-state.ts';
import type { Print } from '#domain/releases/print.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { SERVER } from '#test/support/ledger/ledger-entries.ts';
import { count, distinct, together, TWENTY, type Prove } from './twenty-at-once.ts';

const CPI = releaseOn('CPI', '2025-10-15');

const print = (core: number): Print => ({
  releaseId: CPI.id,
  kind: 'CPI',
  referenceMonth: '2025-09',
  figures: { headline: { actual: 2 }, core: { actual: core }, headlineYearly: {} },
  scheduledAt: CPI.scheduledAt,
  releasedAt: CPI.scheduledAt,
  receivedAt: CPI.scheduledAt,
  source: 'BLS',
  quality: 'live',
});

const forecasts = (core: number) =>
  ({
    figures: { headline: {}, core: { consensus: core }, headlineYearly: {} },
    source: 'ForexFactory',
    nature: 'survey',
    capturedAt: 5,
  }) as const;

/** What sources and stewards say of releases. */
export const sourceActs = {
  async keepPrint(ledger: Ledger) {
    const answers = await together((place) => ledger.keepPrint(print(place)));
    expect(count(answers, 'kept')).toBe(1);
    expect(await ledger.prints(CPI.scheduledAt)).toHaveLength(1);
  },

  async keepRevision(ledger: Ledger) {
    await ledger.keepPrint(print(0));
    expect(count(await together(() => ledger.keepRevision(print(50))), 'kept')).toBe(1);
    expect(count(await together((place) => ledger.keepRevision(print(60 + place))), 'kept')).toBe(20);
    expect(await ledger.revisions(CPI.id)).toHaveLength(21);
  },

  async changeSource(ledger: Ledger) {
    const spent = await together(() =>
      ledger.changeSource('bls', (state) => {
        const day = { day: '2024-07-02', spent: state.day.spent + 1 };
        return { state: { ...state, day }, answer: day.spent };
      }),
    );
    expect(distinct(spent)).toBe(20);
    expect(await ledger.sourceState('bls')).toEqual({
      ...initialSourceState('bls'),
      day: { day: '2024-07-02', spent: 20 },
    });
  },

  async changeReleases(ledger: Ledger) {
    const appended = await together((place) => ledger.changeReleases([{ release: CPI, at: place }]));
    expect(appended.flat()).toHaveLength(1);
    expect(await ledger.releaseChanges(50)).toHaveLength(1);
    expect(await ledger.storedReleases()).toEqual([CPI]);
  },

  async keepReading(ledger: Ledger) {
    await together((place) => ledger.keepReading({ at: place, sources: [], disagreements: [], refused: [] }));
    expect(TWENTY).toContain((await ledger.latestReading())?.at);
  },

  async keepPolls(ledger: Ledger) {
    const asked = { releaseId: CPI.id, kind: 'CPI', source: 'BLS', answeredAt: 9, saw: 'nothing' } as const;
    await together((place) => ledger.keepPolls([{ ...asked, askedAt: place }]));
    expect(distinct((await ledger.polls(CPI.id)).map(({ askedAt }) => askedAt))).toBe(20);
  },

  async keepForecasts(ledger: Ledger) {
    await together(() => ledger.keepForecasts(CPI.id, forecasts(5)));
    expect(await ledger.forecasts(CPI.id)).toHaveLength(1);
    await together((place) => ledger.keepForecasts(CPI.id, forecasts(10 + place)));
    expect(await ledger.forecasts(CPI.id)).toHaveLength(21);
  },

  async keepManualPrint(ledger: Ledger) {
    const answers = await together((place) => ledger.keepManualPrint(SERVER, print(place)));
    expect(count(answers, 'kept')).toBe(1);
    expect(await ledger.manualPrints(SERVER)).toHaveLength(1);
  },
} satisfies Readonly<Record<string, Prove>>;
