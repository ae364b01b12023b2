import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { StudyChart } from '#domain/history/study-chart.ts';
import { wrapText } from './fit-text.ts';
import { PALETTE, TYPE, WIDTH } from './palette.ts';
import { barsBody } from './study-bars.ts';
import { columnsBody } from './study-columns.ts';
import { intervalsBody } from './study-intervals.ts';
import { linesBody } from './study-lines.ts';
import { stepsBody } from './study-steps.ts';
import { EDGE, type StudyBody, svgText } from './study-shapes.ts';

const TITLE = { size: 19, weight: 700 } as const;
const SUBTITLE = { size: 13, weight: 400 } as const;
const TITLE_LINE = 25;
const SUBTITLE_LINE = 18;

/** Of pictures that are looked at on a phone. */
const PHONE_SUBTITLE = { size: TYPE.text, weight: 400 } as const;
const PHONE_SUBTITLE_LINE = 21;
const GAP = 16;
const WATERMARK = 60;

/** A picture of a backtest or of a book as an SVG document in picture units. The same chart gives the same document. */
export function studySvg(chart: StudyChart | BookChart): string {
  const room = WIDTH - 2 * EDGE;
  const title = wrapText(chart.title, { width: room, most: 2 }, TITLE);
  const isForPhone = chart.form === 'columns' || chart.form === 'lines';
  const smaller = isForPhone ? PHONE_SUBTITLE : SUBTITLE;
  const spacing = isForPhone ? PHONE_SUBTITLE_LINE : SUBTITLE_LINE;
  const subtitle = wrapText(chart.subtitle, { width: room, most: 4 }, smaller);
  const subtitleTop = EDGE + title.length * TITLE_LINE;
  const top = subtitleTop + subtitle.length * spacing + GAP;
  const { shapes, height } = bodyOf(chart, top);
  const whole = Math.round(top + height + EDGE);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${whole}" viewBox="0 0 ${WIDTH} ${whole}">`,
    `<rect width="${WIDTH}" height="${whole}" fill="${PALETTE.background}"/>`,
    ...title.map((line, index) => svgText(line, { x: EDGE, y: EDGE + (index + 0.7) * TITLE_LINE, ...TITLE })),
    ...subtitle.map((line, index) =>
      svgText(line, {
        x: EDGE,
        y: subtitleTop + (index + 0.7) * spacing,
        ...smaller,
        colour: PALETTE.muted,
      }),
    ),
    ...shapes,
    ...watermarkShapes(chart, whole),
    '</svg>',
  ].join('\n');
}

function bodyOf(chart: StudyChart | BookChart, top: number): StudyBody {
  switch (chart.form) {
    case 'bars':
      return barsBody(chart, top);
    case 'steps':
      return stepsBody(chart, top);
    case 'intervals':
      return intervalsBody(chart, top);
    case 'columns':
      return columnsBody(chart, top);
    case 'lines':
      return linesBody(chart, top);
  }
}

/** Across the middle, faint enough to read through. */
function watermarkShapes(chart: StudyChart | BookChart, height: number): readonly string[] {
  if (!('watermark' in chart) || chart.watermark === undefined) {
    return [];
  }
  const middle = { x: WIDTH / 2, y: height / 2 };
  const written = svgText(chart.watermark, { ...middle, size: WATERMARK, weight: 700, anchor: 'middle' });
  return [`<g opacity="0.09" transform="rotate(-18 ${middle.x} ${middle.y})">${written}</g>`];
}
