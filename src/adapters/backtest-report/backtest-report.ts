import { canonicalJson } from '#domain/canonical-json.ts';
import type { BacktestStudy } from '#domain/history/backtest.ts';
import type { BacktestReport } from '#ports/backtest-report.ts';
import type { StudyRenderer } from '#ports/chart-renderer.ts';
import { headline } from './headline.ts';
import { releaseTable } from './release-table.ts';
import { reportText } from './report-text.ts';
import { studyCharts } from './study-charts.ts';

/** Says whose file it is, so that a report is written over a report and over nothing else. */
export const SUMMARY_MARK = 'vega-steward backtest 1';

/** Reports as Markdown with pictures, a table of releases, and all numbers as JSON. */
export function createBacktestReport(charts: StudyRenderer): BacktestReport {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return {
    headline,

    async files(study, signal) {
      const pictures = await Promise.all(
        studyCharts(study).map(async ([name, chart]) => ({
          name,
          content: await charts.drawStudy(chart, signal),
        })),
      );
      return [
        { name: 'report.md', content: bytes(reportText(study)) },
        ...pictures,
        { name: 'releases.csv', content: bytes(releaseTable(study.rows)) },
        { name: 'summary.json', content: bytes(summaryOf(study)) },
      ];
    },
  };
}

function summaryOf({ rows, ...study }: BacktestStudy): string {
  const confirmedReleases = rows.filter(({ confirmedOn }) => confirmedOn).map(({ releasedOn }) => releasedOn);
  return canonicalJson({
    made: SUMMARY_MARK,
    headline: headline({ rows, ...study }),
    ...study,
    confirmedReleases,
  });
}
