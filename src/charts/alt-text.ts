import type { AlertChart } from '#domain/signal/alert-chart.ts';
import type { BookChart } from '#domain/hedge/book-chart.ts';
import { plural } from '#domain/plural.ts';
import type { ChartMark, SignalChart } from '#domain/signal/signal-chart.ts';
import { sinceLastPrint } from './since-last-print.ts';
import { decimalsOf, numberText, percentText } from './number-text.ts';

/** Discord takes 1,024 characters; the rest is left to whoever wraps the text. */
const MOST = 1_000;
/** Longest that words from outside may be, so that the values always fit. */
const WORDS = { title: 120, subtitle: 160, label: 40, watermark: 40, marks: 4 };

/** What the picture shows, with its last values, for those who cannot see it. At most 1,000 characters. */
export function altText(chart: SignalChart): string {
  const { sessions, title, subtitle, watermark } = chart;
  const span = `${sessions.at(0)} to ${sessions.at(-1)}, ${sessions.length} ${plural(sessions.length, 'session')}`;
  const sentences = [
    phrase(title, WORDS.title),
    `Chart of ${span}`,
    closeSentence(chart),
    rsiSentence(chart),
    macdSentence(chart),
    relativeSentence(chart),
    phrase(subtitle, WORDS.subtitle),
    watermark === undefined ? '' : `Watermark: ${phrase(watermark, WORDS.watermark)}`,
    marksSentence(chart),
  ];
  const said = sentences.filter((sentence) => sentence !== '').map((sentence) => `${sentence}.`);
  return clip(said.join(' '), MOST);
}

function closeSentence({ rut, averages }: SignalChart): string {
  const last = rut.at(-1);
  if (last === undefined) {
    return 'Russell 2000 close unknown';
  }
  const stands = averages.map(({ period, values }) => {
    const average = values.at(-1);
    return average === undefined
      ? `${period}-day average unknown`
      : `${comparison(last, average)} its ${period}-day average ${numberText(average, 1)}`;
  });
  return [`Russell 2000 closed at ${numberText(last, 1)}`, ...stands].join(', ');
}

function comparison(value: number, other: number): string {
  return value < other ? 'below' : value > other ? 'above' : 'at';
}

function rsiSentence({ rsi }: SignalChart): string {
  const [rut, spx] = [rsi.rut.at(-1), rsi.spx.at(-1)];
  const side = rut === undefined ? '' : `, ${rut <= rsi.threshold ? 'in' : 'above'} the capitulation zone`;
  const zone = `at or below ${numberText(rsi.threshold, decimalsOf([rsi.threshold]))}`;
  return `RSI ${rsi.period}: RUT ${known(rut)}${side} (${zone}), SPX ${known(spx)}`;
}

function macdSentence({ macd }: SignalChart): string {
  const histogram = macd.histogram.at(-1);
  if (histogram === undefined) {
    return 'MACD histogram unknown';
  }
  const sign = histogram < 0 ? 'negative' : histogram > 0 ? 'positive' : 'zero';
  const lines = `MACD ${known(macd.line.at(-1))}, signal ${known(macd.signal.at(-1))}`;
  return `MACD histogram ${sign} at ${numberText(histogram, 2)} (${lines})`;
}

function relativeSentence(chart: SignalChart): string {
  const last = chart.relative.at(-1);
  const change = sinceLastPrint(chart);
  const now = `RUT/SPX ${last === undefined ? 'unknown' : `at ${numberText(last, 3)} of its first session`}`;
  return change
    ? `${now}, ${percentText(change.fraction)} from the close of ${change.from}, before the print`
    : now;
}

function marksSentence({ marks, sessions }: SignalChart): string {
  if (marks.length === 0) {
    return 'No marks';
  }
  const named = marks.slice(0, WORDS.marks).map(({ label, session, kind }: ChartMark) => {
    const where = sessions.includes(session) ? session : `${session}, outside the sessions shown`;
    return `${phrase(label, WORDS.label)} (${kind}, ${where})`;
  });
  const more = marks.length - named.length;
  return `Marked: ${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function known(value: number | undefined): string {
  return value === undefined ? 'unknown' : numberText(value, 1);
}

/** Words from outside as the beginning of a sentence of ours: one line, no full stop, at most so long. */
function phrase(text: string, most: number): string {
  return clip(text.replaceAll(/\s+/gu, ' ').trim().replace(/\.$/, ''), most);
}

/** Cuts between characters, never inside one. */
function clip(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  let shortened = '';
  for (const character of text) {
    if (shortened.length + character.length >= most) {
      break;
    }
    shortened += character;
  }
  return `${shortened.trimEnd()}…`;
}

/** What the small picture of an alert shows, for those who cannot see it. At most 1,000 characters. */
export function alertAltText({ from, rut, spx, reading, watermark, prints }: AlertChart): string {
  const change = (values: AlertChart['rut']): string => {
    const last = values.at(-1);
    return last === undefined ? 'unknown' : percentText(last / 100);
  };
  const level = numberText(reading.level, decimalsOf([reading.level]));
  const sentences = [
    `From the close of ${from}: RUT ${change(rut)}, SPX ${change(spx)}.`,
    reading.kind === 'rsi'
      ? `RSI ${reading.period} of RUT ${known(reading.values.at(-1))}, low at ${level} or less.`
      : `VIX ${known(reading.values.at(-1))}, late above ${level}.`,
    prints.length === 0 ? '' : `${plural(prints.length, 'Print')}: ${prints.join(', ')}.`,
    watermark === undefined ? '' : `Watermark: ${phrase(watermark, WORDS.watermark)}.`,
  ];
  return clip(sentences.filter((sentence) => sentence !== '').join(' '), MOST);
}

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
          `${label} from ${shortNumber(first.y)} at ${shortNumber(first.x)} to ${shortNumber(last.y)} at ${shortNumber(last.x)}`,
        ]
      : [];
  });
}

function shortNumber(value: number): string {
  return numberText(value, Math.min(DECIMALS, decimalsOf([value])));
}
