import { NoLiveSources } from '#domain/problem.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { workedExample } from '#test/support/book/worked-example.ts';
import { createIllustrationMarks } from '#test/support/book/illustration-marks.ts';
import type { PositionMarks } from '#ports/sources/market-data.ts';
import { type HoldingsServices, bindHoldings } from '#services/book/index.ts';
import { type HedgeServices, bindHedge } from '#services/hedge/index.ts';
import { seedBook } from '#services/book/seed-book.ts';
import { type BookDesk, openBookDesk } from '#test/support/book/book-desk.ts';
import { dotRenderer } from '#test/support/engine/dot-renderer.ts';
import { NOON } from '#test/support/book/lots.ts';

export const SERVER = { server: '1290000000000000001' };
export const STEWARD = '1290000000000000022';

export type HedgeDesk = BookDesk & {
  readonly exposure: HedgeServices;
  readonly measureBook: HoldingsServices['measureBook'];
};

/** The services over an empty ledger, without market data; a book holds the worked example where it is told to. */
export async function openHedgeDesk(seeded: boolean, settings: Partial<Settings> = {}): Promise<HedgeDesk> {
  const desk = await openBookDesk();
  desk.set(settings);
  const { parts, ledger } = desk;
  const example = workedExample(NOON, parts.calendar);
  const marks: PositionMarks = createIllustrationMarks('illustration', {
    dividendYield: 0.013,
    chains: example.chains,
  });
  if (seeded) {
    await seedBook(ledger, SERVER, example.lots, { by: 'illustration', at: NOON });
    for (const mark of example.marks) {
      await ledger.keepMark(SERVER.server, { mark, isRemoved: false });
    }
  }
  const log = { error: () => undefined };
  const holdings = bindHoldings({ ...parts, ledger, marks, charts: dotRenderer, log });
  return {
    ...desk,
    measureBook: holdings.measureBook,
    exposure: bindHedge({
      ...parts,
      ...holdings,
      ledger,
      fomc: [{ day: '2027-01-27', scheduled: true }],
      releases: { releases: async () => [] },
      decideNow: () => Promise.reject(new NoLiveSources()),
      ratioNow: () => Promise.reject(new NoLiveSources()),
      watermark: 'RECORDED',
    }),
  };
}
