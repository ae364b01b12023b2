import type { Decision } from '#domain/signal/decision.ts';
import type { VolatilityReport } from '#domain/market/term-curve.ts';
import type { Provenance } from '#domain/market/reading.ts';
import { newYork, stamp } from '#discord/message/format.ts';
import { code, quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { type Part, collapsible, text } from '#discord/message/view.ts';

/** When, from what, under which settings and name; and that it is no advice. */
export function footer(decision: Decision, overview: VolatilityReport, mark?: string): readonly Part[] {
  const { card } = en.signal;
  const what = en.signal.decision.evaluations[decision.evaluation.kind];
  const sources = sourcesOf(decision, overview);
  return [
    text(
      `-# ${card.asOf(what, newYork(decision.asOf), stamp(decision.asOf))}`,
      `-# ${card.settings(decision.settingsVersion)} · ${nameOf(decision.id, mark)}`,
      ...settingsMoved(decision),
    ),
    collapsible(2, 'sources', sources === '' ? [] : [`-# ${card.sources(sources)}`]),
    text(`-# ${card.disclaimer}`),
  ];
}

/** A changed threshold counts from the next evaluation on: whoever compares two cards of one event must know. */
function settingsMoved({ event, settingsVersion }: Decision): readonly string[] {
  const opened = event?.settingsVersion ?? settingsVersion;
  return opened === settingsVersion ? [] : [`-# ${en.signal.card.settingsMoved(opened, settingsVersion)}`];
}

/** A decision's id and, on messages that are posted, the mark that they are found again by. */
export function nameOf(id: string, mark: string | undefined): string {
  return mark === undefined ? code(id) : `${code(id)} ${code(mark)}`;
}

/** Every source that a value on the card comes from, with the quality of its data. */
function sourcesOf({ evidence }: Decision, overview: VolatilityReport): string {
  const { vix, termSlope, expectedDailyRange, rut, spx } = overview;
  const measured = evidence.flatMap(({ measures }) => measures.flatMap(({ provenance }) => provenance ?? []));
  const read = [vix, termSlope, expectedDailyRange, rut, spx].filter((reading) => reading.known);
  return [...new Set([...measured, ...read].map(written))].join(', ');
}

function written({ source, quality }: Provenance): string {
  return `${quoted(source)} (${en.market.qualities[quality]})`;
}
