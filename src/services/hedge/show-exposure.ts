import type { BookChart } from '#domain/hedge/book-chart.ts';
import { rollsDue } from '#engine/upkeep/rolls-due.ts';
import { exposureChart } from '#engine/chart/exposure-chart.ts';
import type { ExposureReport } from './exposure-reports.ts';
import type { ExposureServices } from './exposure-services.ts';
import { drawBook } from '#services/book/draw-book.ts';
import type { ExposureParts } from './exposure-parts.ts';
import { accountOf, frameOf, lookAt } from './look.ts';
import { findNow, readProgramme } from './read-programme.ts';

/** How a book stands beside its server's programme. */
export function createShowExposure(parts: ExposureParts): ExposureServices['showExposure'] {
  return async (owner, signal) => {
    const look = await lookAt(parts, owner, signal);
    const { holdings, settings } = look;
    const programme = await readProgramme(parts, owner.server, await findNow(parts, owner.server, signal));
    const report: ExposureReport = {
      ...frameOf(parts, look),
      account: accountOf(look),
      programme,
      meaning: settings['ratio.meaning'],
      rolls: rollsDue(holdings.positions.hedges, holdings.today, settings),
    };
    return { ...report, ...(await drawBook(parts, chartOf(report), signal)) };
  };
}

/** Nothing where nothing of the hedge could be valued. */
function chartOf(
  report: Pick<ExposureReport, 'account' | 'programme' | 'meaning' | 'isIllustration' | 'watermark'>,
  to?: number,
): BookChart | undefined {
  const { account, programme, meaning, isIllustration, watermark } = report;
  const from = programme.programme.ratio;
  return account.vega?.hedge.rows.some(({ exposure }) => exposure !== undefined)
    ? exposureChart(account.vega, {
        step: { from, to: to ?? programme.now?.next ?? from },
        meaning,
        isIllustration,
        ...(watermark !== undefined && { watermark }),
      })
    : undefined;
}
