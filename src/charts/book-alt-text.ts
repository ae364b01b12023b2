import type { BookChart } from '#domain/hedge/book-chart.ts';
import { decimalsOf, numberText } from './number-text.ts';

/** Discord takes 1,024 characters; the rest is left to whoever wraps the text. */
const MOST = 1_000;

/** Decimals beyond which a value on such a picture says nothing. */
const DECIMALS = 2;

/** What a picture about a book shows, with its values, for those who cannot see it. At most 1,000 characters. */
export function bookAltText(chart: BookChart): string {
  const levels = chart.levels.map(({ label }) => label);
  const sentences = [
    chart.title,
    chart.subtitle,
    ...(chart.watermark === undefined ? [] : [`Watermark: ${chart.watermark}`]),
    ...valueSentences(chart),
    ...(levels.length === 0 ? [] : [`Lines: ${levels.join(', ')}`]),
  ];
  const whole = sentences.map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)).join(' ');
  return whole.length <= MOST ? whole : `${whole.slice(0, MOST - 1)}…`;
}

function valueSentences(chart: BookChart): readonly string[] {
  if (chart.form === 'columns') {
    return chart.columns.map(({ label, below, says }) => `${label} ${below}: ${says}`);
  }
  return chart.series.flatMap(({ label, points }) => {
    const [first, last] = [points.at(0), points.at(-1)];
    return first && last
      ? [
          `${label} from ${written(first.y)} at ${written(first.x)} to ${written(last.y)} at ${written(last.x)}`,
        ]
      : [];
  });
}

function written(value: number): string {
  return numberText(value, Math.min(DECIMALS, decimalsOf([value])));
}
