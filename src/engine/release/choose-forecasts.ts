import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import type { Figure, Figures, Forecasts } from '#domain/releases/print.ts';

/** Who people are: what they type in comes before what machines fetch. */
export const MANUAL = 'manual';

export type ForecastChoice = {
  /** Names of the machines, the one that is believed first at the front. */
  readonly order: readonly string[];
  /** Epoch milliseconds (UTC): what was captured from then on counts only where nothing was before, and is late. */
  readonly before: number;
  /** Whose stewards' own entries count; absent for none. */
  readonly server?: string;
};

const SERIES = ['headline', 'core', 'headlineYearly'] as const;

/**
 * The consensus of a release: what a steward typed in, else the first source that has one, for each series by itself.
 *
 * Of a machine only its latest capture in time counts, of people the latest entry of each series. Where no survey was
 * captured in time, the first capture after it is the consensus, and late; it never takes the place of one in time. A
 * nowcast is given separately and never stands in for a consensus.
 *
 * @param captured - all of a release, oldest first
 */
export function chooseForecasts(captured: readonly CapturedForecasts[], choice: ForecastChoice): Forecasts {
  const own = captured.filter(({ server }) => server === undefined || server === choice.server);
  const usable = own.filter(({ capturedAt }) => capturedAt < choice.before);
  const manual = usable.filter(({ source }) => source === MANUAL).toReversed();
  const machines = latestOfEach(
    usable.filter(({ source }) => source !== MANUAL),
    choice.order,
  );
  const inTime = [...manual, ...machines.filter(({ nature }) => nature === 'survey')];
  const late = inTime.length > 0 ? [] : lateSurveys(own, choice);
  const surveys = [...inTime, ...late];
  const nowcast = machines.find(({ nature }) => nature === 'nowcast');
  const { figures, sources } = firstOfEach(surveys);
  return {
    figures,
    ...(sources.length > 0 && { source: sources.join(', ') }),
    ...(late.length > 0 && { isLate: true }),
    ...(nowcast && { nowcast: { figures: nowcast.figures, source: nowcast.source } }),
  };
}

/** Of each machine its first capture from the instant on: a feed is edited after a release. */
function lateSurveys(
  captured: readonly CapturedForecasts[],
  { order, before }: ForecastChoice,
): readonly CapturedForecasts[] {
  const surveys = captured.filter(
    ({ source, nature, capturedAt }) => source !== MANUAL && nature === 'survey' && capturedAt >= before,
  );
  return latestOfEach(surveys.toReversed(), order);
}

function latestOfEach(
  captured: readonly CapturedForecasts[],
  order: readonly string[],
): readonly CapturedForecasts[] {
  const latest = new Map(captured.map((one) => [one.source, one]));
  const rank = ({ source }: CapturedForecasts): number =>
    order.includes(source) ? order.indexOf(source) : order.length;
  return [...latest.values()].toSorted((a, b) => rank(a) - rank(b));
}

function firstOfEach(surveys: readonly CapturedForecasts[]): {
  readonly figures: Figures;
  readonly sources: readonly string[];
} {
  const sources = new Set<string>();
  const figureOf = (series: (typeof SERIES)[number]): Figure => {
    const survey = surveys.find(({ figures }) => figures[series].consensus !== undefined);
    const before = surveys.find(({ figures }) => figures[series].previous !== undefined);
    if (survey) {
      sources.add(survey.source);
    }
    return {
      ...(survey && { consensus: survey.figures[series].consensus }),
      ...(before && { previous: before.figures[series].previous }),
    };
  };
  const [headline, core, headlineYearly] = [
    figureOf('headline'),
    figureOf('core'),
    figureOf('headlineYearly'),
  ];
  return { figures: { headline, core, headlineYearly }, sources: [...sources] };
}

/**
 * A server's own forecasts laid over those that count everywhere, for each series by itself. What is published stays.
 *
 * @param own - with a source where there are any
 */
export function preferForecasts(own: Forecasts, general: Forecasts): Forecasts {
  if (own.source === undefined) {
    return general;
  }
  const figure = (series: keyof Figures): Figure => {
    const { consensus } = own.figures[series];
    return { ...general.figures[series], ...(consensus !== undefined && { consensus }) };
  };
  const isMixed = SERIES.some(
    (series) =>
      own.figures[series].consensus === undefined && general.figures[series].consensus !== undefined,
  );
  const others = isMixed && general.source !== undefined ? [general.source] : [];
  const { isLate, ...inTime } = general;
  return {
    ...inTime,
    ...(isLate && isMixed && { isLate }),
    figures: { headline: figure('headline'), core: figure('core'), headlineYearly: figure('headlineYearly') },
    source: [own.source, ...others].join(', '),
  };
}
