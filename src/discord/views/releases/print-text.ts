import { change, decimal, month, signed } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import type { Figures, Forecasts, PrintReading, Surprise } from '#domain/releases/print.ts';

type Classified = Extract<PrintReading, { classified: true }>;

/** The print in one line, such as `CPI for Aug 2014 very weak, −2.50σ`. */
export function printText(reading: PrintReading): string {
  return en.signal.decision.print(
    reading.kind,
    en.signal.decision.monthOf(month(reading.referenceMonth)),
    verdict(reading),
  );
}

function consensusCaveat({ hasConsensus, isConsensusLate }: Classified): readonly string[] {
  if (isConsensusLate) {
    return [en.signal.decision.lateConsensus];
  }
  return hasConsensus ? [] : [en.signal.decision.noConsensus];
}

/** Everything that must be said about how the print was judged; may be empty. */
export function printCaveats(reading: PrintReading): readonly string[] {
  const late = reading.late ? [en.signal.decision.late] : [];
  const agreement =
    reading.standing === undefined ? [] : [en.signal.decision.printAgreement[reading.standing]];
  if (!reading.classified) {
    return [...agreement, ...late];
  }
  return [
    ...agreement,
    ...(reading.fragile ? [en.signal.decision.fragile] : []),
    ...consensusCaveat(reading),
    ...late,
  ];
}

/** One line for each series that was judged. */
export function surpriseLines(reading: PrintReading): readonly string[] {
  return reading.classified ? reading.surprises.map(surpriseLine) : [];
}

function verdict(reading: PrintReading): string {
  if (!reading.classified) {
    return en.signal.decision.unclassified(en.market.unknown[reading.reason]);
  }
  return [en.releases.classes[reading.class], deviation(reading)].filter((part) => part !== '').join(', ');
}

function deviation({ z }: Classified): string {
  return z === undefined ? '' : `${signed(z, 2)}σ`;
}

function surpriseLine(surprise: Surprise): string {
  const { card } = en.signal;
  const off = [`${signed(surprise.difference, 2)} pp`];
  if (surprise.standardised !== undefined) {
    off.push(`${signed(surprise.standardised, 2)}σ`);
  }
  const against = surprise.against === 'proxy' ? ` · ${card.proxy}` : '';
  const figures = card.surprise(change(surprise.actual), change(surprise.expected), off.join(', '));
  return [`${en.releases.series[surprise.series]} ${figures}${against}`, ...besides(surprise)].join(' · ');
}

/** What did not decide the class: the month before as it is restated, and the figure before it was rounded. */
function besides({ revision, netNews, unrounded }: Surprise): readonly string[] {
  const { card } = en.signal;
  return [
    ...(unrounded === undefined ? [] : [card.unrounded(`${decimal(unrounded, 2)} %`)]),
    ...(revision === undefined || revision === 0 ? [] : [card.revision(`${signed(revision, 2)} pp`)]),
    ...(netNews === undefined || revision === 0 ? [] : [card.netNews(`${signed(netNews, 2)}σ`)]),
  ];
}

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
