import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { day as dayText, decimal, percent, signed } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { type View, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { ContextReading, KnownMultiple, SmallCapStress } from '#domain/market/market-context.ts';
import type { ContextReport } from '#services/market/read-context.ts';

/** Yields, the dollar and credit as they stand, each with its changes, its day and its source, and a stress. */
export function contextView({
  context,
  stress,
  multiples,
  watermark,
}: Pick<ContextReport, 'context' | 'stress' | 'multiples' | 'watermark'>): View {
  const texts = en.market.context;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.title),
      ...watermarkPart(watermark),
      text(...(context ? context.map(contextLine) : [texts.nobody])),
      ...(stress ? [text(...stressLines(stress))] : []),
      text(...multipleLines(multiples, stress?.multiple)),
      text(`-# ${texts.never}`),
    ],
  });
}

function contextLine({ name, reading, day, oneDay, fiveDays }: ContextReading): string {
  const texts = en.market.context;
  if (!reading.known) {
    return texts.missing(texts.names[name], en.market.unknown[reading.reason]);
  }
  const value = `${decimal(reading.value, 2)}${name === 'dollar' ? '' : ' %'}`;
  const line = texts.line(texts.names[name], value, moved(oneDay), moved(fiveDays));
  return day === undefined ? line : line + texts.from(dayText(day), quoted(reading.source));
}

/** What was entered by hand; of small companies with what the stress makes of it. */
function multipleLines(multiples: readonly KnownMultiple[], change: number | undefined): readonly string[] {
  const texts = en.market.context.multiples;
  if (multiples.length === 0) {
    return [texts.none];
  }
  return multiples.map(({ multiple, caps, value, source, day, days }) => {
    const stressed =
      caps === 'small' && change !== undefined ? texts.stressed(decimal(value * (1 + change), 1)) : '';
    const name = en.book.marks.multiple(multiple, caps);
    const origin = texts.origin(quoted(source), dayText(day), days);
    return texts.line(name, `${decimal(value, 1)}${stressed}`, origin);
  });
}

function moved(change: number | undefined): string {
  return change === undefined ? en.signal.card.unknown : signed(change, 2);
}

function stressLines({ assumed, shock, capital, equity, multiple }: SmallCapStress): readonly string[] {
  const texts = en.market.context.stress;
  return [
    texts.title(part(shock.spread), decimal(shock.beta, 1)),
    texts.costs(part(capital[0]), part(capital[1]), part(equity[0]), part(equity[1])),
    ...(multiple === undefined ? [] : [texts.multiple(percent(multiple * 100))]),
    texts.assumed({
      debt: part(assumed.debtShare),
      beta: decimal(assumed.beta, 1),
      premium: part(assumed.premium),
      tax: part(assumed.taxRate),
      growth: part(assumed.growth),
    }),
  ];
}

/** A fraction in percent, without a plus. */
function part(fraction: number): string {
  return `${decimal(fraction * 100, 1)} %`;
}
