import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { stamp } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { type Part, RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import {
  conclusionLines,
  machineText,
  newestText,
  nextText,
  quotaText,
  troubleLines,
} from './checkup-text.ts';
import { channelLines } from './status-view.ts';
import type { CheckupVerdict, JudgedCheckup } from '#domain/health/checkup.ts';
import type { DoctorReport } from '#services/health/examine.ts';

const MARKS: Readonly<Record<CheckupVerdict, string>> = { well: '✓', notice: '○', bad: '✗' };

/** What a checkup found, what is wrong first, and whether messages arrive on this server. */
export function doctorView(account: DoctorReport): View {
  const { doctor } = en.health;
  const { checkup, channel, channelGone, missing = [] } = account;
  const isHeard = channel !== null && !channelGone && missing.length === 0;
  return fit({
    accent: isHeard && checkup?.verdict !== 'bad' ? PLAIN_ACCENT : TROUBLE_ACCENT,
    parts: [
      ...watermarkPart(account.watermark),
      text(doctor.title, ...(checkup ? conclusionLines(checkup) : [doctor.recorded])),
      RULE,
      text(doctor.here, ...channelLines(account), deliveredLine(account)),
      ...(checkup ? checkupParts(checkup) : []),
    ],
  });
}

function checkupParts(checkup: JudgedCheckup): readonly Part[] {
  const { doctor } = en.health;
  const { at, machine, sources } = checkup;
  return [
    RULE,
    collapsible(1, doctor.sources, [
      `**${doctor.sources}**`,
      ...sources.map((source) => sourceLine(source, at)),
    ]),
    collapsible(2, doctor.machine, [
      `**${doctor.machine}**`,
      ...machine.map(
        ({ part, verdict }) =>
          `${MARKS[verdict]} ${doctor.names[part.about]}: ${quoted(machineText(part, verdict === 'well'))}`,
      ),
    ]),
    RULE,
    text(`-# ${doctor.answeredAt(stamp(at, 'R'))}. ${doctor.again}`),
  ];
}

function sourceLine({ source, verdict }: JudgedCheckup['sources'][number], at: number): string {
  const { doctor } = en.health;
  const [newest, quota, next] = doctor.columns;
  const facts = [
    `${newest} ${newestText(source, at)}`,
    `${quota} ${quotaText(source)}`,
    `${next} ${nextText(source, at)}`,
  ];
  const trouble = troubleLines(source, at).map(quoted);
  const shown = source.health ? facts.join(', ') : '';
  return `${MARKS[verdict]} **${quoted(source.name)}** ${[shown, ...trouble].filter((part) => part !== '').join('. ')}`;
}

function deliveredLine({ deliveries }: DoctorReport): string {
  const count = (...states: readonly string[]): number =>
    deliveries.filter(({ delivery }) => states.includes(delivery.state)).length;
  return en.health.doctor.delivered(count('sent'), count('dropped'), count('due', 'sending'));
}
