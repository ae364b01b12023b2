import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { ageText } from '#discord/message/duration-text.ts';
import { fit } from '#discord/message/fit.ts';
import { day as dayText, decimal, stamp } from '#discord/message/format.ts';
import { named, quoted } from '#discord/message/quoted.ts';
import { type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import type { MarkReport } from '#services/book/manual-marks.ts';

const texts = en.book.marks;

/** What was marked by hand: what, by whom, and how long ago. */
export function marksView({ marks, asOf, watermark }: MarkReport): View {
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.title),
      ...watermarkPart(watermark),
      marks.length === 0
        ? text(texts.none)
        : collapsible(
            1,
            'marks',
            marks.map((mark) => markText(mark, asOf)),
          ),
      text(`-# ${texts.use}`),
    ],
  });
}

function markText(mark: ManualMark, asOf: number): string {
  const signature = texts.signed(ageText(asOf - mark.at), stamp(mark.at), named('person', mark.by));
  return `${texts.line(subjectText(mark.of), valueText(mark))}\n-# ${signature}`;
}

function subjectText(of: ManualMark['of']): string {
  switch (of.kind) {
    case 'future':
      return texts.future(of.expiry);
    case 'option':
      return texts.option(of.root, String(of.strike), of.right, `${of.expiry} ${of.settlement}`);
    case 'share':
      return of.symbol;
    case 'index':
      return of.index;
    case 'rate':
      return texts.rate;
    case 'multiple':
      return texts.multiple(of.multiple, of.caps);
  }
}

const PERCENT = 100;

function valueText({ of, unit, value, source = '', day = '' }: ManualMark): string {
  switch (unit) {
    case 'volatility':
      return texts.volatility(decimal(value * PERCENT, 1));
    case 'rate':
      return texts.rateValue(decimal(value * PERCENT, 2));
    case 'multiple':
      return texts.times(decimal(value, 1), quoted(source), dayText(day));
    case 'price':
      return of.kind === 'share' ? texts.dollars(decimal(value, 2)) : texts.price(decimal(value, 2));
  }
}
