import type { BookOwner } from '#domain/book/book-record.ts';
import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { BookExposure } from '#domain/hedge/book-exposure.ts';
import type { RollDue } from '#domain/hedge/upkeep.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Picture } from '#domain/signal/signal-chart.ts';
import { exposureChart } from '#engine/chart/exposure-chart.ts';
import { rollsDue } from '#engine/upkeep/rolls-due.ts';
import type { HoldingsServices } from '#services/book/index.ts';
import { accountOf, type Frame, frameOf, lookAtBook, type LookDeps } from './look-at-book.ts';
import { type ProgrammeDeps, type ProgrammeReading, readProgramme } from './read-programme.ts';

/** A book beside its server's programme. */
export type ExposureReport = Frame & {
  readonly account: BookExposure;
  readonly programme: ProgrammeReading;
  readonly meaning: Settings['ratio.meaning'];
  readonly rolls: readonly RollDue[];
  /** Absent where nothing could be valued. */
  readonly picture?: Picture;
};

/** How a book stands beside its server's programme. */
export async function showExposure(
  deps: LookDeps & ProgrammeDeps & Pick<HoldingsServices, 'drawBook'>,
  owner: BookOwner,
  signal: AbortSignal,
): Promise<ExposureReport> {
  const look = await lookAtBook(deps, owner, signal);
  const { holdings, settings } = look;
  const report: ExposureReport = {
    ...frameOf(deps, look),
    account: accountOf(look),
    programme: await readProgramme(deps, owner.server, signal),
    meaning: settings['ratio.meaning'],
    rolls: rollsDue(holdings.positions.hedges, holdings.today, settings),
  };
  return { ...report, ...(await deps.drawBook(chartOf(report), signal)) };
}

/** Nothing where nothing of the hedge could be valued. */
function chartOf(report: ExposureReport): BookChart | undefined {
  const { account, programme, meaning, isIllustration, watermark } = report;
  const from = programme.programme.ratio;
  return account.vega?.hedge.rows.some(({ exposure }) => exposure !== undefined)
    ? exposureChart(account.vega, {
        step: { from, to: programme.now?.next ?? from },
        meaning,
        isIllustration,
        ...(watermark !== undefined && { watermark }),
      })
    : undefined;
}
