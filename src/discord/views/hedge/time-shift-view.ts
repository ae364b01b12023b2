import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, signed } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { type Part, RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { condorViewLines, distanceText, told } from './condors-view.ts';
import { bookFooter, dollars, ratioText, signedDollars } from './exposure-text.ts';
import type { CoverReading } from '#domain/hedge/cover.ts';
import type { CondorReport } from '#domain/hedge/condor-report.ts';
import type { ShiftCandidate } from '#domain/hedge/time-shift.ts';
import type { TimeShiftReport } from '#services/hedge/time-shift.ts';

const texts = en.hedge.condors.timeShift;

/** Candidates of one answer: what a phone scrolls through. */
const SHOWN = 3;

/** Ways to roll part of one condor out in time, with everything that each of them changes. */
export function timeShiftView(report: TimeShiftReport): View {
  const { shift, asOf } = report;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.title(code(shift.lotId))),
      ...watermarkPart(report.watermark),
      ...(report.isIllustration ? [text(en.hedge.exposure.illustration)] : []),
      ...outcomeParts(report),
      RULE,
      collapsible(4, 'the condor as it is', condorViewLines(shift.before, asOf)),
      text(...bookFooter(asOf, [])),
    ],
  });
}

function outcomeParts({ shift }: TimeShiftReport): readonly Part[] {
  const { outcome, before } = shift;
  if (outcome.kind === 'none') {
    return [text(texts.noShift[outcome.reason])];
  }
  const { candidates, mode, preferredDays, portion, side } = outcome;
  const unknown = mode === 'theta' ? texts.nearest : texts.preferredUnknown;
  const days = preferredDays === undefined ? unknown : texts.preferred(decimal(preferredDays, 0));
  const more = candidates.length - SHOWN;
  return [
    text(texts.tested(texts.sides[side], days, `${decimal(portion, 0)} %`)),
    RULE,
    ...candidates
      .slice(0, SHOWN)
      .map((candidate) => collapsible(2, 'candidates', candidateLines(candidate, before))),
    ...(more > 0 ? [text(`-# ${texts.more(more)}`)] : []),
  ];
}

function candidateLines(candidate: ShiftCandidate, before: CondorReport): readonly string[] {
  const { expiry, settlement, daysAdded, legs, strike, quantity, spans } = candidate;
  const events = spans.map(({ what, day }) => texts.event(what, day)).join(', ');
  return [
    texts.candidate({
      expiry: `${expiry} ${settlement}`,
      added: decimal(daysAdded, 0),
      legs: texts.legs[legs],
      strike: texts.strike[strike],
      quantity: decimal(quantity, 0),
    }),
    netText(candidate),
    ...middleLines(candidate),
    ...(candidate.isNakedLater ? [texts.naked] : []),
    ...(candidate.isMixedSettlement ? [texts.mixed] : []),
    ...changeLines(candidate),
    ...tentLines(candidate, before),
    `-# ${events === '' ? texts.spansNothing : texts.spans(events)}`,
  ];
}

function netText({ verdict, net, closeDebit, openCredit }: ShiftCandidate): string {
  const money = (value: number | undefined): string =>
    value === undefined ? en.hedge.notAvailable : dollars(Math.abs(value));
  return texts.verdicts[verdict](money(net), money(closeDebit), money(openCredit));
}

function middleLines({ middle }: ShiftCandidate): readonly string[] {
  return middle ? [`-# ${texts.middle(signedDollars(middle.net), middle.basis)}`] : [];
}

function coverText(cover: CoverReading): string {
  return cover.kind === 'cover' ? `${decimal(cover.cover * 100, 0)} %` : en.hedge.notAvailable;
}

function changeLines({ change, book, cover, extrinsic, margin }: ShiftCandidate): readonly string[] {
  return [
    change
      ? `-# ${texts.change({ delta: signedDollars(change.delta), gamma: signedDollars(change.gamma, 2), vega: signedDollars(change.vega), weighted: signedDollars(change.exposure), theta: signedDollars(change.theta) })}`
      : `-# ${texts.noChange}`,
    ...(book
      ? [
          `-# ${texts.book(
            dollars(book.shortBefore),
            dollars(book.shortAfter),
            ratioText(book.ratioBefore),
            ratioText(book.ratioAfter),
          )}`,
        ]
      : []),
    ...(cover ? [`-# ${texts.cover(coverText(cover.before), coverText(cover.after))}`] : []),
    ...(extrinsic
      ? [`-# ${texts.extrinsic(decimal(extrinsic.before, 2), decimal(extrinsic.after, 2))}`]
      : []),
    `-# ${margin ? texts.margin(dollars(margin.before), dollars(margin.after)) : texts.noMargin}`,
  ];
}

function tentLines({ after, breakEvens }: ShiftCandidate, before: CondorReport): readonly string[] {
  const [was, is] = [before.breakEvens, after.breakEvens];
  const move = (from: number, to: number): string => texts.move(decimal(from, 1), decimal(to, 1));
  const z = (from: number, to: number): string => `${texts.move(signed(from, 2), signed(to, 2))}σ`;
  return [
    ...(was.known && is.known && breakEvens
      ? [
          `-# ${texts.breakEvens(
            move(was.value.low, is.value.low),
            move(was.value.high, is.value.high),
            signed(breakEvens.width, 1),
          )}`,
        ]
      : []),
    ...(before.deviations.known && after.deviations.known
      ? [
          `-# ${texts.deviations(
            z(before.deviations.value.low, after.deviations.value.low),
            z(before.deviations.value.high, after.deviations.value.high),
          )}`,
        ]
      : []),
    `-# ${texts.buffer(
      told(before.buffer, ({ multiples, basis }) => distanceText(multiples, basis)),
      told(after.buffer, ({ multiples, basis }) => distanceText(multiples, basis)),
    )}`,
  ];
}
