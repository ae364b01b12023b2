import type { Figures, Forecasts } from '#domain/releases/print.ts';
import { change } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

/** What is expected of a release, and beside it what a model says. */
export function expectedLines({ figures, nowcast, source }: Forecasts): readonly string[] {
  const { releases } = en;
  return [
    source === undefined ? releases.notExpected : releases.expected(expectedText(figures), quoted(source)),
    ...(nowcast ? [releases.nowcast(expectedText(nowcast.figures), quoted(nowcast.source))] : []),
  ];
}

/** Such as `headline 0.2 %, core 0.3 %`. */
export function expectedText({ headline, core, headlineYearly }: Figures): string {
  const { releases } = en;
  const parts = [
    ...(headline.consensus === undefined ? [] : [releases.headline(change(headline.consensus))]),
    ...(core.consensus === undefined ? [] : [releases.core(change(core.consensus))]),
    ...(headlineYearly.consensus === undefined ? [] : [releases.yearly(change(headlineYearly.consensus))]),
  ];
  return parts.length === 0 ? en.signal.card.unknown : parts.join(', ');
}
