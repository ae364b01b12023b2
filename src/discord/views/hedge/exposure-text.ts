import { ageText } from '#discord/message/duration-text.ts';
import { decimal, newYork, ratio, stamp } from '#discord/message/format.ts';
import { code, named, quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import type { Ratio } from '#domain/hedge/book-exposure.ts';
import type { RollDue } from '#domain/hedge/upkeep.ts';
import type { HeldLeg, LegValue, Mark, UnvaluedLeg } from '#domain/hedge/valuation.ts';
import type { Programme } from '#domain/signal/decision.ts';

const texts = en.hedge.exposure;

/** A ratio with what it lacks, such as `0.60`, `0.58 partial` or `? (no condors)`. */
export function ratioText(value: Ratio | undefined): string {
  if (!value) {
    return en.signal.card.unknown;
  }
  return value.known
    ? `${rounded(value.value)}${value.isPartial ? texts.partial : ''}`
    : texts.unknownRatio(texts.noRatio[value.reason]);
}

/** The same without a reason, for a title. */
export function ratioFigure(value: Ratio): string {
  return value.known ? rounded(value.value) : en.signal.card.unknown;
}

/** A measured ratio: hundredths, for more is noise of the model. */
function rounded(value: number): string {
  return decimal(value, 2);
}

/** Dollars, such as `$1,204` or `−$994`; cents only where they matter. */
export function dollars(value: number, digits = 0): string {
  return value < 0 ? `−$${decimal(-value, digits)}` : `$${decimal(value, digits)}`;
}

/** The same with a plus. */
export function signedDollars(value: number, digits = 0): string {
  return value > 0 ? `+${dollars(value, digits)}` : dollars(value, digits);
}

/** Dollars, or that they are not to be had. */
export function dollarsOrNot(value: number | undefined): string {
  return value === undefined ? en.hedge.notAvailable : dollars(value);
}

/** A fraction in percent with one decimal, such as `15.5 %`. */
export function fractionText(fraction: number): string {
  return `${decimal(fraction * 100, 1)} %`;
}

/** A number that something was valued on, with its basis, source, quality and age. */
export function markText(mark: Mark, asOf: number): string {
  const { value, basis, source, quality } = mark;
  return texts.mark({
    value: decimal(value, 2),
    basis: texts.bases[basis],
    source: quoted(source),
    quality: en.market.qualities[quality],
    age: ageText(asOf - mark.asOf),
  });
}

/** A leg without a value, and why. */
export function unvaluedLine({ lotId, leg, reason }: UnvaluedLeg): string {
  return texts.unvaluedLine(code(lotId), legText(leg), texts.unvalued[reason]);
}

function legText(leg: HeldLeg['leg']): string {
  const quantity = decimal(leg.quantity, 0);
  switch (leg.kind) {
    case 'option':
      return texts.leg.option({
        quantity,
        root: leg.root,
        strike: String(leg.strike),
        right: leg.right,
        expiry: `${leg.expiry} ${leg.settlement}`,
      });
    case 'future':
      return texts.leg.future(quantity, leg.product, leg.expiry);
    case 'shares':
      return texts.leg.shares(quantity, leg.symbol);
  }
}

/** When a book was looked at, and the oldest number that it was valued on. */
export function bookFooter(asOf: number, values: readonly LegValue[]): readonly string[] {
  const marks = values.flatMap(({ forward, volatility }) => [forward, ...(volatility ? [volatility] : [])]);
  const oldest = marks.reduce<Mark | undefined>(
    (latest, mark) => (latest && latest.asOf <= mark.asOf ? latest : mark),
    undefined,
  );
  const facts = [
    texts.asOf(newYork(asOf), stamp(asOf)),
    ...(oldest
      ? [
          texts.oldest(
            quoted(oldest.source),
            en.market.qualities[oldest.quality],
            ageText(asOf - oldest.asOf),
          ),
        ]
      : []),
  ];
  return [`-# ${facts.join(' · ')}`, `-# ${en.signal.card.disclaimer}`];
}

/** A lot that is due to be rolled, and why. */
export function rollLines({ lotId, quantity, layer, expiry, daysHeld, daysLeft, reasons }: RollDue): string {
  const texts = en.hedge;
  const exposures = en.hedge.exposure;
  const why = reasons.map((reason) =>
    reason === 'age' ? texts.rollAge(daysHeld) : texts.rollFloor(daysLeft),
  );
  const name = layer === undefined ? exposures.noLayer : exposures.layers[layer];
  return `- ${texts.rollLine({ id: code(lotId), layer: name, quantity: decimal(quantity, 0), expiry, why: why.join(', ') })}`;
}

/** Who set the ratio past the rules, while no step of the rules has followed. */
export function handLine({ byHand }: Pick<Programme, 'byHand'>): readonly string[] {
  return byHand
    ? [
        `-# ${en.hedge.exposure.byHand({ from: ratio(byHand.from), to: ratio(byHand.to), who: named('person', byHand.by), when: stamp(byHand.at), why: quoted(byHand.why) })}`,
      ]
    : [];
}
