import { newYorkDay, newYorkTime } from '#calendar/new-york.ts';
import type { BookChart, ChartLevel } from '#domain/hedge/book-chart.ts';
import type { HedgeRow, VegaExposure } from '#domain/hedge/book-exposure.ts';
import type { RatioStep } from '#domain/hedge/hedge-plan.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** What the picture is drawn of besides the book. */
export type ExposureChartCase = {
  /** The programme ratio, and where its rules would put it. */
  readonly step: RatioStep;
  readonly meaning: Settings['ratio.meaning'];
  readonly isIllustration: boolean;
  readonly watermark?: string;
};

/**
 * The hedge by expiration in dollars per point of VIX, their sum, what the condors are short, and what the target
 * asks for.
 */
export function exposureChart(account: VegaExposure, exposureChartCase: ExposureChartCase): BookChart {
  const { asOf, hedge, isPartial } = account;
  const facts = [
    `as of ${newYorkDay(asOf)} ${newYorkTime(asOf)} New York`,
    ...(exposureChartCase.isIllustration ? ['illustration, nobody holds it'] : []),
    ...(isPartial ? ['partial: some legs have no value'] : []),
  ];
  return {
    form: 'columns',
    title: 'Hedge exposure by expiration',
    subtitle: facts.join(' · '),
    unit: '$ per point of VIX',
    columns: [...hedge.rows.flatMap(columnOf), totalOf(account)],
    levels: levelsOf(account, exposureChartCase),
    ...(exposureChartCase.watermark !== undefined && { watermark: exposureChartCase.watermark }),
  };
}

type Column = Extract<BookChart, { form: 'columns' }>['columns'][number];

function columnOf({ expiry, layers, exposure, contracts, isCounted }: HedgeRow): readonly Column[] {
  return exposure === undefined
    ? []
    : [
        {
          label: layers.join('+') || (expiry === undefined ? 'shares' : 'no layer'),
          below: expiry ?? `${contracts}`,
          value: exposure,
          says: dollarText(exposure),
          ...(!isCounted && { tone: 'quiet' }),
        },
      ];
}

function totalOf({ hedge: { counted } }: VegaExposure): Column {
  return { label: 'counted', below: 'in H', value: counted, says: dollarText(counted), tone: 'total' };
}

function levelsOf(
  { condors, hedge: { counted } }: VegaExposure,
  { step, meaning }: ExposureChartCase,
): readonly ChartLevel[] {
  const short = -condors.totals.exposure;
  const target = meaning === 'absolute' ? step.to * short : counted * (step.to / step.from);
  const wanted = Number.isFinite(target) && target > 0;
  return [
    ...(short > 0 ? [{ value: short, label: `condors are short ${dollarText(short)} (H = 1)` }] : []),
    ...(wanted ? [{ value: target, label: `target ${step.to.toFixed(2)}: ${dollarText(target)}` }] : []),
  ];
}

/** Dollars on a picture, such as `$304` or `−$1,204`. */
function dollarText(dollars: number): string {
  const whole = Math.abs(Math.round(dollars)).toLocaleString('en-US');
  return dollars < 0 && whole !== '0' ? `−$${whole}` : `$${whole}`;
}
