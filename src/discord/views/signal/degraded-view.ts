import { TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { type ClassicMessage, classicMessage } from '#discord/message/classic-message.ts';
import { change, day, stamp } from '#discord/message/format.ts';
import { code, quoted } from '#discord/message/quoted.ts';
import { RULE, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { CardFrame } from './card-message.ts';
import { degradedText } from './gate-text.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';
import type { SourcedFigures } from '#domain/releases/poll.ts';
import type { Degradation } from '#domain/signal/degradation.ts';

/** What could not be relied on, what that held up, and what becomes of it. */
export function degradedView(
  { degradation }: Extract<AlertContent, { form: 'degraded' }>,
  frame: Pick<CardFrame, 'watermark' | 'mark'>,
): ClassicMessage {
  const texts = en.delivery.degraded;
  const [first, ...rest] = linesOf(degradation);
  return classicMessage({
    headline: texts.title,
    accent: TROUBLE_ACCENT,
    parts: [
      text(...(first === undefined ? [] : [first])),
      ...watermarkPart(frame.watermark),
      collapsible(1, 'sources', rest),
      RULE,
      text(`-# ${[nameOf(degradation), ...(frame.mark === undefined ? [] : [code(frame.mark)])].join(' ')}`),
    ],
  });
}

function linesOf(degradation: Degradation): readonly string[] {
  const texts = en.delivery.degraded;
  switch (degradation.about) {
    case 'decision': {
      const { session, reasons } = degradation;
      return [texts.decision(day(session), reasons.map(degradedText).join(', ')), texts.decisionNext];
    }
    case 'book':
      return [texts.book[degradation.fault], texts.bookNext];
    case 'no-market':
      return [texts.noMarket(day(degradation.session), quoted(degradation.source)), texts.noMarketNext];
    case 'print-unjudged': {
      const { release, source } = degradation;
      return [texts.unjudged(release.kind, quoted(source)), texts.unjudgedNext];
    }
    case 'print-disputed': {
      const { release, looks } = degradation;
      return [texts.disputed(release.kind), ...looks.map(lookLine), texts.disputedNext];
    }
    case 'silent':
      return [texts.silent, ...degradation.sources.map(silentLine), texts.silentNext];
  }
}

function lookLine({ source, figures: { headline, core }, at }: SourcedFigures): string {
  const shown = (actual: number | undefined): string =>
    actual === undefined ? en.signal.card.unknown : change(actual);
  return en.delivery.degraded.look(quoted(source), shown(headline.actual), shown(core.actual), stamp(at));
}

function silentLine({
  source,
  since,
  words,
}: Extract<Degradation, { about: 'silent' }>['sources'][number]): string {
  const answered =
    since === undefined ? en.delivery.degraded.neverAnswered : en.delivery.degraded.answered(stamp(since));
  return `- ${quoted(source)}: ${answered}${words === '' ? '' : ` (${quoted(words)})`}`;
}

function nameOf(degradation: Degradation): string {
  switch (degradation.about) {
    case 'decision':
    case 'book':
      return code(degradation.decisionId);
    case 'no-market':
      return code(`${degradation.session}.official`);
    case 'print-unjudged':
    case 'print-disputed':
      return code(degradation.release.id);
    case 'silent':
      return en.delivery.degraded.doctor;
  }
}
