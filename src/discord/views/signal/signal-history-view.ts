import type { Decision } from '#domain/signal/decision.ts';
import type { Calibration, Score } from '#domain/signal/score.ts';
import type { SignalHistory } from '#services/signal/signal-history.ts';
import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { newYorkDate, ratio, share, signed } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { type Part, RULE, collapsible, text, type View } from '#discord/message/view.ts';
import { watermarkPart } from '#discord/message/watermark.ts';

/** Below so many cases a share says nothing, whatever its interval. */
const FEW = 30;

/** What was decided lately, and how often its recommendations were right. */
export function historyView({ decisions, calibration, scores, watermark }: SignalHistory): View {
  const { calibration: words } = en;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(words.title),
      ...watermarkPart(watermark),
      ...(decisions.length === 0
        ? [text(words.none)]
        : [collapsible(2, 'decisions', decisions.map(decisionLine))]),
      RULE,
      ...calibrationParts(calibration.filter(({ count }) => count > 0)),
      ...(scores.length === 0 ? [] : [collapsible(3, 'scores', [words.scores, ...scores.map(scoreLine)])]),
      text(`-# ${words.meaning}`, `-# ${en.card.disclaimer}`),
    ],
  });
}

function decisionLine({ id, asOf, state, ratio: reading }: Decision): string {
  const move = reading.step === 0 ? ratio(reading.next) : `${ratio(reading.now)} → ${ratio(reading.next)}`;
  return en.calibration.line(newYorkDate(asOf), state, move, code(id));
}

function calibrationParts(rows: readonly Calibration[]): readonly Part[] {
  const { calibration: words } = en;
  if (rows.length === 0) {
    return [text(words.calibration, words.noScores)];
  }
  const few = rows.every(({ count }) => count < FEW);
  return [
    collapsible(1, 'scores', [
      words.calibration,
      ...rows.map(calibrationLine),
      ...(few ? [`-# ${words.few}`] : []),
    ]),
  ];
}

function calibrationLine(row: Calibration): string {
  const { direction, horizon, right, count, interval, meanVixChange, meanSpxReturn } = row;
  const bounds = interval ? en.calibration.interval(share(interval.low), share(interval.high)) : '';
  const means =
    meanVixChange === undefined || meanSpxReturn === undefined
      ? ''
      : en.calibration.means(signed(meanVixChange, 1), `${signed(meanSpxReturn, 1)} %`);
  return `${en.calibration.row(direction, horizon, en.calibration.counts(right, count), bounds)}${means}`;
}

function scoreLine({ decisionId, step, horizon, vixChange, spxReturn, drawdown }: Score): string {
  const { calibration: words } = en;
  const came = words.came(signed(vixChange, 1), `${signed(spxReturn, 1)} %`, `${signed(drawdown, 1)} %`);
  return words.score(code(decisionId), signed(step, 2), horizon, came);
}
