import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { newYorkDate, ratio, share, signed } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { type Part, RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Calibration, Score } from '#domain/signal/score.ts';
import type { SignalHistory } from '#services/signal/signal-history.ts';

/** Below so many cases a share says nothing, whatever its interval. */
const FEW = 30;

/** What was decided lately, and how often its recommendations were right. */
export function signalHistoryView({ decisions, calibration, scores, watermark }: SignalHistory): View {
  const texts = en.signal.calibration;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.title),
      ...watermarkPart(watermark),
      ...(decisions.length === 0
        ? [text(texts.none)]
        : [collapsible(2, 'decisions', decisions.map(decisionLine))]),
      RULE,
      ...calibrationParts(calibration.filter(({ count }) => count > 0)),
      ...(scores.length === 0 ? [] : [collapsible(3, 'scores', [texts.scores, ...scores.map(scoreLine)])]),
      text(`-# ${texts.meaning}`, `-# ${en.signal.card.disclaimer}`),
    ],
  });
}

function decisionLine({ id, asOf, state, ratio: reading }: Decision): string {
  const move = reading.step === 0 ? ratio(reading.next) : `${ratio(reading.now)} → ${ratio(reading.next)}`;
  return en.signal.calibration.line(newYorkDate(asOf), state, move, code(id));
}

function calibrationParts(rows: readonly Calibration[]): readonly Part[] {
  const texts = en.signal.calibration;
  if (rows.length === 0) {
    return [text(texts.calibration, texts.noScores)];
  }
  const few = rows.every(({ count }) => count < FEW);
  return [
    collapsible(1, 'scores', [
      texts.calibration,
      ...rows.map(calibrationLine),
      ...(few ? [`-# ${texts.few}`] : []),
    ]),
  ];
}

function calibrationLine(row: Calibration): string {
  const { direction, horizon, right, count, interval, meanVixChange, meanSpxReturn } = row;
  const bounds = interval ? en.signal.calibration.interval(share(interval.low), share(interval.high)) : '';
  const means =
    meanVixChange === undefined || meanSpxReturn === undefined
      ? ''
      : en.signal.calibration.means(signed(meanVixChange, 1), `${signed(meanSpxReturn, 1)} %`);
  return `${en.signal.calibration.row(direction, horizon, en.signal.calibration.counts(right, count), bounds)}${means}`;
}

function scoreLine({ decisionId, step, horizon, vixChange, spxReturn, drawdown }: Score): string {
  const texts = en.signal.calibration;
  const came = texts.came(signed(vixChange, 1), `${signed(spxReturn, 1)} %`, `${signed(drawdown, 1)} %`);
  return texts.score(code(decisionId), signed(step, 2), horizon, came);
}
