import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, percent, signed } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { bookFooter, dollars, fractionText, markText } from './exposure-text.ts';
import type { BothSides, Buffer, CondorNumber, CondorReport } from '#domain/hedge/condor-report.ts';
import type { DragSummary } from '#domain/hedge/hedge-report.ts';
import type { CondorsReport } from '#services/hedge/condors.ts';

const texts = en.hedge.condors.view;
const { noNumber } = en.hedge.condors;

/** Where every condor stands, and what it made beside small caps. */
export function condorsView(report: CondorsReport): View {
  const { owner, condors, drag, isConfirmed, asOf } = report;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(owner.member === undefined ? texts.title : texts.ownTitle),
      ...watermarkPart(report.watermark),
      ...(report.isIllustration ? [text(en.hedge.exposure.illustration)] : []),
      ...(condors.length === 0 ? [text(texts.none)] : []),
      ...condors.map((condor) => collapsible(2, 'condors', condorViewLines(condor, asOf))),
      ...(isConfirmed && condors.length > 0 ? [text(`-# ${texts.confirmed}`)] : []),
      RULE,
      text(...(drag ? dragLines(drag) : [texts.noDrag])),
      text(...bookFooter(asOf, [])),
    ],
  });
}

/** One condor: its break-evens, how far they are, and what it stands on. */
export function condorViewLines(view: CondorReport, asOf: number): readonly string[] {
  const { strikes, days, breakEvens, deviations } = view;
  const legs = [strikes.longPut, strikes.shortPut, strikes.shortCall, strikes.longCall].join('/');
  return [
    texts.heading({
      id: code(view.lotId),
      quantity: decimal(view.quantity, 0),
      strikes: legs,
      expiry: `${view.expiry} ${view.settlement}`,
      days: days === undefined ? '' : texts.days(decimal(days, 0)),
    }),
    texts.breakEvens(
      side(breakEvens, 'low', (value) => decimal(value, 1)),
      side(breakEvens, 'high', (value) => decimal(value, 1)),
      side(deviations, 'low', sigmas),
      side(deviations, 'high', sigmas),
    ),
    insideText(view),
    bufferText(view),
    factsText(view, asOf),
  ];
}

function insideText({ inside, touch }: CondorReport): string {
  return inside.known
    ? texts.inside(
        fractionText(inside.value.inside),
        inside.value.method,
        side(touch, 'low', fractionText),
        side(touch, 'high', fractionText),
      )
    : texts.noInside(told(inside, () => ''));
}

/** A distance in standard deviations, or in expected moves. */
export function distanceText(count: number, basis: Buffer['basis']): string {
  const written = decimal(count, 2);
  return basis === 'deviations' ? texts.deviations(written) : texts.moves(written);
}

/** How far SPX is from the nearer break-even. */
function bufferText({ buffer }: Pick<CondorReport, 'buffer'>): string {
  if (!buffer.known) {
    return texts.noBuffer(noNumber[buffer.reason]);
  }
  const { multiples, basis, side: which, points, threshold, isEnough } = buffer.value;
  return texts.buffer({
    multiple: distanceText(multiples, basis),
    side: texts.sides[which],
    points: decimal(points, 0),
    least: decimal(threshold, 2),
    verdict: isEnough ? texts.enough : texts.tooNear,
  });
}

function factsText(view: CondorReport, asOf: number): string {
  const { credit, maximumProfit, maximumLoss, volatility, forward } = view;
  return texts.facts({
    credit: told(credit, ({ points, basis }) => `${decimal(points, 2)} ${texts.credit[basis]}`),
    profit: told(maximumProfit, (value) => dollars(value)),
    loss: told(maximumLoss, (value) => dollars(value)),
    volatility: told(volatility, ({ low, high }) => `${fractionText(low)} / ${fractionText(high)}`),
    forward: forward ? markText(forward, asOf) : en.signal.card.unknown,
  });
}

/** Dollars that the drag is told for. */
const DRAG_CAPITAL = 100_000;

/** Dollars first; a rate a year only where enough days have passed for one. */
function dragLines({ lotId, from, until, days, condor, etf, period, rate }: DragSummary): readonly string[] {
  const share = (fraction: number): string => percent(fraction * 100);
  return [
    texts.drag(code(lotId), from, until, days),
    texts.period(
      dollars(Math.abs(period) * DRAG_CAPITAL),
      period > 0 ? 'trail' : 'lead',
      share(condor),
      share(etf),
    ),
    ...(rate === undefined ? [] : [texts.rate(percent(rate * 100, 0))]),
    texts.dragNote,
  ];
}

/** A number, or why it is not there. */
export function told<Value>(number: CondorNumber<Value>, write: (value: Value) => string): string {
  return number.known ? write(number.value) : `${en.signal.card.unknown} (${noNumber[number.reason]})`;
}

function side(
  number: CondorNumber<BothSides>,
  which: keyof BothSides,
  write: (value: number) => string,
): string {
  return number.known ? write(number.value[which]) : en.signal.card.unknown;
}

function sigmas(value: number): string {
  return `${signed(value, 2)}σ`;
}
