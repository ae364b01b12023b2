import { describe, expect, it, onTestFinished } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import { EPISODES } from '#adapters/recorded/episodes.ts';
import { createRecordedMarks } from '#adapters/recorded/recorded-marks.ts';
import { openStore } from '#adapters/store/open-store.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import { createQueues } from '#domain/queues.ts';
import { openModelBook } from '#replay/open-model-book.ts';
import { bind } from '#services/bind.ts';
import { bindBook, bindHoldings } from '#services/book/index.ts';
import { bindCards } from '#services/checklist/index.ts';
import { evaluateServers } from '#services/signal/evaluate-servers.ts';
import { readSkew } from '#services/signal/read-skew.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { official, weakCpi } from '#test/support/engine/weak-cpi-story.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const { signal } = new AbortController();
const SERVER = '100000000000000001';
const OPENED = newYorkInstant('2014-09-16', '18:00');
const MARKED = newYorkInstant('2014-09-17', '12:00');
const RECORDED = createRecordedMarks(EPISODES, CALENDAR);

/** Closes from the day of the mark on: the short layer settles on 22 October, the condors on 31 October or 7 November. */
const CLOSES = ['2014-09-17', '2014-10-22', '2014-11-10'];

const nobody = (): Promise<never> => Promise.reject(new Error('no file is given here'));

/** A server with the method's book of September 2014, over the real store. */
async function setUp() {
  const store = await openStore(await temporaryFolder(), thresholds);
  onTestFinished(() => store.close());
  const values = [{ key: 'alerts.channel', text: '100000000000000009' }] as const;
  await store.settings.change(SERVER, { by: 'ann', at: 1, values });
  const { ledger } = store;
  await openModelBook({ ledger, marks: RECORDED, calendar: CALENDAR }, { server: SERVER }, OPENED);
  const log = { error: () => undefined };
  const deps = { ...store, calendar: CALENDAR, marks: RECORDED, log };
  const holdings = bindHoldings({ ...deps, charts: { drawBook: nobody } });
  const book = bindBook({
    ...deps,
    marketClock: { now: () => MARKED },
    attachments: { fetch: nobody },
    bookFiles: {
      largest: 0,
      read: () => ({ kind: 'faulty', source: 'steward-csv', faults: [] }),
      write: () => new Uint8Array(),
    },
  });
  const evaluateAt = async (day: string) => {
    const snapshot = {
      ...official(0),
      asOf: newYorkInstant(day, '16:15'),
      evaluation: { kind: 'official', session: day } as const,
      prints: [{ ...weakCpi, dayZero: day }],
    };
    const evaluateAll = bind(evaluateServers, {
      ...deps,
      ...bindCards(store),
      ...holdings,
      takeSnapshot: async () => snapshot,
      nextRelease: async () => undefined,
      scoreRecommendations: async () => undefined,
      withManualFigures: async (_, same) => same,
      nonceOf: (key) => key,
      inTurn: createQueues(),
      readSkew: bind(readSkew, deps),
    });
    await evaluateAll({ evaluation: snapshot.evaluation, now: snapshot.asOf, only: SERVER }, signal);
    return ledger.decision(SERVER, `${day}.official`);
  };
  return { ledger, book, evaluateAt };
}

type World = Awaited<ReturnType<typeof setUp>>;

/** Every number of something stored, by its path. */
function numbersOf(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') {
    return [[path, value]];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => numbersOf(part, `${path}.${key}`))
    : [];
}

/** What is wrong with how a hedge stood: numbers that are none, and those too large to be told. */
function absurd(report: HedgeReport | undefined): readonly unknown[] {
  const { ratio, cover = [], drag } = report ?? {};
  const covers = cover.flatMap((reading) => (reading.kind === 'cover' ? [reading.cover] : []));
  return [
    ...numbersOf(report).filter(([, number]) => !Number.isFinite(number)),
    ...(ratio?.known === true && Math.abs(ratio.value) > 99 ? [ratio] : []),
    ...[...covers, drag?.rate ?? 0].filter((part) => Math.abs(part) > 9.99),
  ];
}

/** Evaluates close after close, past every expiry: a decision and a card each, and nothing absurd in them. */
async function expectDecisions({ evaluateAt, ledger }: World): Promise<void> {
  for (const day of CLOSES) {
    const recorded = await evaluateAt(day);
    const alerts = (await ledger.deliveries(SERVER, 9)).map(({ alert }) => alert);
    const card = alerts.find(({ kind, key }) => kind === 'official' && key.includes(day));
    const { asOf } = recorded?.decision ?? {};
    const { exposureFault, standing } = recorded?.inputs ?? {};
    expect({ day, asOf, form: card?.content.form, exposureFault, absurd: absurd(standing) }).toEqual({
      day,
      asOf: newYorkInstant(day, '16:15'),
      form: 'card',
      exposureFault: undefined,
      absurd: [],
    });
  }
}

type Subject = ManualMark['of'];
const OPTION = { kind: 'option', expiry: '2014-10-22', settlement: 'AM', right: 'call' } as const;
const SUBJECTS: readonly (readonly [string, Subject, ManualMark['unit']])[] = [
  ['SPX', { kind: 'index', index: 'SPX' }, 'price'],
  ['VIX', { kind: 'index', index: 'VIX' }, 'price'],
  ['VX', { kind: 'future', expiry: '2014-10-22' }, 'price'],
  ['a VIX call', { ...OPTION, root: 'VIX', strike: 16 }, 'price'],
  ['the volatility of a VIX call', { ...OPTION, root: 'VIX', strike: 16 }, 'volatility'],
  ['VXX', { kind: 'share', symbol: 'VXX' }, 'price'],
  ['the rate', { kind: 'rate' }, 'rate'],
];

describe('a mark by hand, and what settles', () => {
  it('keep no evaluation from its decision and its card', async () => {
    await expectDecisions(await setUp());
  }, 30_000);

  it('nor does an SPX that somebody corrects, which is valued on until a close is recorded', async () => {
    const world = await setUp();
    await world.book.setMark(SERVER, 'ann', { of: 'SPX', price: 1998 });
    await expectDecisions(world);
  }, 30_000);

  it.each(SUBJECTS.flatMap(([name, of, unit]) => [1e-9, 1e9].map((value) => ({ name, of, unit, value }))))(
    'nor does $name at $value, however it came into the store',
    async ({ of, unit, value }) => {
      const world = await setUp();
      // Later than every close, so that it is used at each of them.
      const mark: ManualMark = { of, unit, value, by: 'ann', at: newYorkInstant('2014-12-01', '12:00') };
      await world.ledger.keepMark(SERVER, { mark, isRemoved: false });
      await expectDecisions(world);
    },
    30_000,
  );
});
