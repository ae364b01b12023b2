import { en } from '../discord/texts/en.ts';
import { machineText, newestText, nextText, quotaText, troubleLines } from '../discord/views/checkup-text.ts';
import type { Checkup, CheckupVerdict, MachineCheckup, SourceCheckup } from '../domain/checkup.ts';
import { judgeMachine } from '../engine/checkup/judge-machine.ts';
import { isOffline, judgeSource, lackingGifts } from '../engine/checkup/judge-sources.ts';

const MARKS: Readonly<Record<CheckupVerdict, string>> = { well: 'ok', notice: 'note', bad: 'BAD' };

/** Columns of a terminal that nobody has widened. */
const WIDTH = 80;

/** Where each column begins. */
const NAME_AT = 6;
const TEXT_AT = 26;
const QUOTA_AT = 50;
const NEXT_AT = 64;

/** A checkup for a terminal of 80 columns: machine, sources, and what it comes to. */
export function doctorTable(checkup: Checkup): string {
  const { doctor } = en;
  return [
    doctor.machine,
    ...checkup.machine.flatMap((part) => machineLines(part, checkup)),
    '',
    columns([
      [0, doctor.sources],
      [TEXT_AT, doctor.columns[0]],
      [QUOTA_AT, doctor.columns[1]],
      [NEXT_AT, doctor.columns[2]],
    ]),
    ...checkup.sources.flatMap((source) => sourceLines(source, checkup)),
    '',
    ...conclusion(checkup).flatMap((line) => wrapped(line, 0)),
  ].join('\n');
}

function machineLines(part: MachineCheckup, { at }: Checkup): readonly string[] {
  const verdict = judgeMachine(part, at);
  const [first = '', ...rest] = wrapped(machineText(part, verdict === 'well'), TEXT_AT);
  const head = columns([
    [0, MARKS[verdict]],
    [NAME_AT, en.doctor.names[part.about]],
  ]);
  return [head.padEnd(TEXT_AT) + first.trimStart(), ...rest];
}

function sourceLines(source: SourceCheckup, checkup: Checkup): readonly string[] {
  const head = columns([
    [0, MARKS[judgeSource(source, checkup.sources)]],
    [NAME_AT, source.name],
    [TEXT_AT, newestText(source, checkup.at)],
    [QUOTA_AT, quotaText(source)],
    [NEXT_AT, nextText(source, checkup.at)],
  ]);
  return [head, ...wrapped(troubleLines(source, checkup).join(' '), NAME_AT)];
}

function conclusion({ at, machine, sources }: Checkup): readonly string[] {
  const { doctor } = en;
  const broken = machine.filter((part) => judgeMachine(part, at) === 'bad');
  const lacking = lackingGifts(sources);
  const lines = [
    ...(isOffline(sources) ? [doctor.offline] : []),
    ...(broken.length > 0
      ? [doctor.lackingMachine(broken.map(({ about }) => doctor.names[about]).join(', '))]
      : []),
    ...lacking.map((gift) => doctor.lacking(doctor.gives[gift])),
  ];
  return lines.length > 0 ? lines : [doctor.well];
}

function columns(cells: readonly (readonly [at: number, text: string])[]): string {
  return cells.reduce(
    (line, [at, text]) => line.padEnd(line === '' ? at : Math.max(at, line.length + 1)) + text,
    '',
  );
}

/** Lines of whole words between the margin and the edge; a word that is longer than that stands alone. */
function wrapped(text: string, margin: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(' '.repeat(margin) + word);
    }
  }
  return lines;
}
