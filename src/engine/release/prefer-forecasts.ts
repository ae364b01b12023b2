import type { Figure, Figures, Forecasts } from '#domain/releases/print.ts';

const SERIES = ['headline', 'core', 'headlineYearly'] as const;

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
  return {
    ...general,
    figures: { headline: figure('headline'), core: figure('core'), headlineYearly: figure('headlineYearly') },
    source: [own.source, ...others].join(', '),
  };
}
