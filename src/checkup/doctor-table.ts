import { en } from '#discord/texts/en.ts';
import {
  conclusionLines,
  machineText,
  newestText,
  nextText,
  quotaText,
  troubleLines,
} from '#discord/views/health/checkup-text.ts';
import type { CheckupVerdict, JudgedCheckup } from '#domain/health/checkup.ts';

const MARKS: Readonly<Record<CheckupVerdict, string>> = { well: 'ok', notice: 'note', bad: 'BAD' };

/** Columns of a terminal that nobody has widened. */
const WIDTH = 80;

/** Where each column begins. */
const NAME_AT = 6;
const TEXT_AT = 26;
const QUOTA_AT = 50;
const NEXT_AT = 64;

/** A checkup for a terminal of 80 columns: machine, sources, and what it comes to. */
export function doctorTable(checkup: JudgedCheckup): string {
  const { doctor } = en.health;
  return [
    doctor.machine,
    ...checkup.machine.flatMap(machineLines),
    '',
    columns([
      [0, doctor.sources],
      [TEXT_AT, doctor.columns[0]],
      [QUOTA_AT, doctor.columns[1]],
      [NEXT_AT, doctor.columns[2]],
    ]),
    ...checkup.sources.flatMap((source) => sourceLines(source, checkup.at)),
    '',
    ...conclusionLines(checkup).flatMap((line) => wrapped(line, 0)),
  ].join('\n');
}

function machineLines({ part, verdict }: JudgedCheckup['machine'][number]): readonly string[] {
  const [first = '', ...rest] = wrapped(machineText(part, verdict === 'well'), TEXT_AT);
  const head = columns([
    [0, MARKS[verdict]],
    [NAME_AT, en.health.doctor.names[part.about]],
  ]);
  return [head.padEnd(TEXT_AT) + first.trimStart(), ...rest];
}

function sourceLines({ source, verdict }: JudgedCheckup['sources'][number], at: number): readonly string[] {
  const head = columns([
    [0, MARKS[verdict]],
    [NAME_AT, source.name],
    [TEXT_AT, newestText(source, at)],
    [QUOTA_AT, quotaText(source)],
    [NEXT_AT, nextText(source, at)],
  ]);
  return [head, ...wrapped(troubleLines(source, at).join(' '), NAME_AT)];
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
