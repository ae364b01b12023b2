import type { TermCurve, TermPoint } from '#domain/market/term-curve.ts';
import { decimal, signed } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

const texts = en.market.term;

/** Futures that are listed one by one. */
const LISTED = 9;

/** The curve of VIX futures beside VIX9D, VIX and VIX3M, and what its shape comes to. */
export function termLines({ futures, indices, contango, basis, constant30 }: TermCurve): readonly string[] {
  if (futures.length === 0) {
    return [texts.title, texts.noFutures];
  }
  const shape = [
    ...(contango ? [texts.contango(percentOf(contango.whole), percentOf(contango.per30Days))] : []),
    ...(basis === undefined ? [] : [texts.basis(percentOf(basis))]),
    ...(constant30 === undefined ? [] : [texts.constant30(decimal(constant30, 2))]),
  ];
  const places = [
    ...new Set(futures.map(({ source, quality }) => `${quoted(source)} (${en.market.qualities[quality]})`)),
  ];
  return [
    texts.title,
    ...shape.map((line) => `- ${line}`),
    `-# ${futures
      .slice(0, LISTED)
      .map((point) => texts.future(point.label, point.expiry, decimal(point.value, 2)))
      .join(' · ')}`,
    `-# ${indices.map(indexText).join(' · ')}`,
    `-# ${places.join(', ')}`,
  ];
}

function indexText({ label, value }: TermPoint): string {
  return texts.index(label, decimal(value, 2));
}

function percentOf(fraction: number): string {
  return `${signed(fraction * 100, 1)} %`;
}
