import type { AlertChart } from '#domain/signal/alert-chart.ts';
import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { StudyChart } from '#domain/history/study-chart.ts';
import type { SignalChart } from '#domain/signal/signal-chart.ts';
import { alertDrawing } from './alert-drawing.ts';
import { columnsBody } from './columns-body.ts';
import { type Block, header } from './header.ts';
import { linesBody } from './lines-body.ts';
import { EDGE, WIDTH } from './palette.ts';
import { rowsBody } from './rows-body.ts';
import { signalDrawing } from './signal-drawing.ts';
import { stepsBody } from './steps-body.ts';
import type { Drawing } from './svg-document.ts';

/** Everything that is drawn: a market signal, the small picture of an alert, something about a book, or what a backtest found. */
export type Chart = SignalChart | AlertChart | BookChart | StudyChart;

/** Between the words at the top and what they are about. */
const GAP = 14;

/** A chart as shapes. The same chart gives the same shapes. */
export function chartDrawing(chart: Chart): Drawing {
  if (!('form' in chart)) {
    return signalDrawing(chart);
  }
  if (chart.form === 'alert') {
    return alertDrawing(chart);
  }
  const top = header(chart);
  const start = top.bottom + GAP;
  const watermark = 'watermark' in chart ? chart.watermark : undefined;
  const body = bodyOf(chart, start, watermark);
  return {
    width: WIDTH,
    height: Math.round(body.bottom + EDGE),
    shapes: [...top.shapes, ...body.shapes],
  };
}

function bodyOf(chart: StudyChart | BookChart, top: number, watermark: string | undefined): Block {
  switch (chart.form) {
    case 'steps':
      return stepsBody(chart, top);
    case 'bars':
    case 'intervals':
      return rowsBody(chart, top);
    case 'columns':
      return columnsBody(chart, top, watermark);
    case 'lines':
      return linesBody(chart, top, watermark);
  }
}
