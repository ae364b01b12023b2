import { STATE_ACCENT } from '#discord/message/accents.ts';
import { type ClassicMessage, classicMessage } from '#discord/message/classic-message.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, month, newYork, newYorkDate, newYorkTime, ratio, stamp } from '#discord/message/format.ts';
import { code, quoted } from '#discord/message/quoted.ts';
import { type View, buttons, text, watermarkPart, watermarkText } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { CardFrame } from './card-message.ts';
import { fomcNear, scenarioParts, shortScenario } from './scenario.ts';
import type { PreBrief } from '#domain/delivery/alert.ts';

const texts = en.delivery.notices;

type Frame = Pick<CardFrame, 'watermark' | 'mark' | 'isEphemeral'>;

/** The evening before a release: what is coming, and what the rules will make of it. */
export function preBriefView(brief: PreBrief, frame: Frame): ClassicMessage {
  const { release, standing: decision, scenario, checksAt } = brief;
  const { scheduledAt } = release;
  return classicMessage({
    accent: STATE_ACCENT[decision.state],
    headline: titleOf(brief),
    parts: [
      text(
        texts.preBriefAt(newYorkDate(scheduledAt), decision.state, ratio(decision.ratio.now)),
        ...consensusLines(brief),
        ...shortScenario(scenario),
        ...scenario.standDown.map(
          (reason) => `-# ${en.signal.decision.standsDown}: ${en.signal.decision.standDown[reason]}`,
        ),
        texts.looks(checksAt.map(newYorkTime).join(' · ')),
        `-# ${[...whenParts(decision.asOf, frame), ...fomcNear(scenario), en.signal.action.short].join(' · ')}`,
      ),
      ...(frame.isEphemeral
        ? []
        : buttons([
            { label: texts.wholeTable, link: { command: 'release', act: 'table', key: release.id } },
          ])),
    ],
  });
}

/** Every row of the table that a pre-brief tells in short. */
export function wholeTableView(brief: PreBrief, watermark?: string): View {
  return fit({
    accent: STATE_ACCENT[brief.standing.state],
    parts: [
      text(`### ${titleOf(brief)}`),
      ...watermarkPart(watermark),
      ...scenarioParts(brief.scenario),
      text(`-# ${en.signal.card.disclaimer}`),
    ],
  });
}

function titleOf({ release: { kind, referenceMonth, scheduledAt } }: PreBrief): string {
  const of = referenceMonth === undefined ? '' : en.signal.decision.monthOf(month(referenceMonth));
  return texts.preBrief(kind, of, newYorkTime(scheduledAt));
}

function whenParts(asOf: number, { watermark, mark }: Frame): readonly string[] {
  return [
    ...(watermark === undefined ? [] : [watermarkText(watermark)]),
    `${newYork(asOf)}${watermark === undefined ? ` (${stamp(asOf)})` : ''}`,
    ...(mark === undefined ? [] : [code(mark)]),
  ];
}

function consensusLines({ consensus }: PreBrief): readonly string[] {
  const { headline, core, nowcast, source } = consensus;
  const isKnown = headline !== undefined || core !== undefined;
  return [
    isKnown
      ? texts.consensus(figure(headline), figure(core), quoted(source ?? en.signal.card.unknown))
      : texts.noConsensus,
    ...(nowcast
      ? [texts.nowcast(figure(nowcast.headline), figure(nowcast.core), quoted(nowcast.source))]
      : []),
  ];
}

function figure(percent: number | undefined): string {
  return percent === undefined ? en.signal.card.unknown : `${decimal(percent, 1)} %`;
}
