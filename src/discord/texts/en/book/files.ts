import { plural } from '#domain/plural.ts';
import type { BookFileSource, IgnoredRow } from '#domain/book/book-file.ts';
import type { FileUnreachable, UnreadableFile } from '#domain/book/book-file-problem.ts';

const sources: Readonly<Record<BookFileSource, string>> = {
  'steward-csv': 'Vega Steward’s own table',
  'steward-json': 'Vega Steward’s own JSON',
  thinkorswim: 'a Position Statement of thinkorswim',
  'interactive-brokers': 'an Activity Statement of Interactive Brokers',
};

const ignored: Readonly<Record<IgnoredRow['why'], string>> = {
  'other-instrument': 'the book does not hold it',
  unpaired: 'not part of an iron condor',
  short: 'sold, and hedges are bought',
  future: 'its name does not say its expiry: add it with `/book hedge`',
  repeated: 'the same row again; give each an `id` of its own if both are meant',
};

const unreadable: Readonly<Record<UnreadableFile['why'], string>> = {
  empty: 'The file is empty.',
  compressed: 'The file is a compressed archive. Unpack it, and give the table that is in it.',
  spreadsheet: 'The file is a workbook. Save the sheet as CSV (UTF-8), and give that.',
  'utf-16': 'The file is written in UTF-16. Save it as CSV (UTF-8), and give that.',
  encoding: 'The file is not written in UTF-8. Save it as CSV (UTF-8), and give that.',
  binary: 'The file is not text. Give a table as CSV, or JSON.',
  'too-many': 'The file holds more than 5,000 lots. Give it in parts.',
  'unknown-table':
    'The first row of the file does not name columns that I know. `/book export` gives a table to start from.',
};

const unreachable: Readonly<Record<FileUnreachable['why'], string>> = {
  'other-host': 'The file is not kept by Discord, and I fetch none from elsewhere. Upload it again.',
  gone: 'Discord does not have the file any more. Upload it again.',
  'no-answer': 'The file could not be fetched from Discord. Try again in a minute.',
};

/** Words about the book as files. Numbers, days and quoted words arrive already written. */
export const bookFiles = {
  commands: {
    import: 'Add lots from a file: ours, thinkorswim, Interactive Brokers (stewards; your own: anyone)',
    file: 'CSV or JSON of at most 1 MB; you see what it would do before anything is stored',
    export: 'Every open lot as a file that can be imported again',
    format: 'CSV for spreadsheets, JSON for programs',
  },
  formats: { csv: 'CSV', json: 'JSON' },
  sources,
  preview: {
    title: (file: string, source: string) =>
      `## Import of ${file}\nRead as ${source}. **Nothing is stored yet.**`,
    added: (count: number) => `**Would be added: ${count} ${plural(count, 'lot')}**`,
    nothing: 'Nothing would be added.',
    known: (count: number) => `**In the book already, or waiting for a second steward: ${count}**`,
    ignored: (count: number) => `**Left out: ${count}**`,
    ignoredRow: (place: string, what: string, why: IgnoredRow['why']) =>
      `${place}: ${what} (${ignored[why]})`,
    unknownColumns: (columns: string) => `Columns that mean nothing here: ${columns}`,
    faults: (count: number) =>
      `**Nothing can be added: ${count} ${plural(count, 'fault')}.** Correct the file, and give it again.`,
    fault: (place: string, sentence: string) => `**${place}** ${sentence}`,
    more: (count: number) => `… and ${count} more.`,
    approval: 'A second steward has to approve it.',
    grouping:
      '-# Legs are put together to iron condors, sold strikes nearest to each other first. Opened on the last session, as the file does not say it.',
    carried: 'What would be added, as a table',
    add: (count: number) => `Add ${count} ${plural(count, 'lot')}`,
    addAll: (count: number) => `Add all ${count}, also those held`,
  },
  place: {
    line: (number: number) => `Line ${number}`,
    entry: (number: number) => `Lot ${number}`,
    column: (place: string, column: string) => `${place}, ${column}:`,
    whole: (place: string) => `${place}:`,
  },
  faults: {
    'missing-column': 'there is no such column, and every lot needs it.',
    'repeated-column': 'the column is there twice.',
    empty: 'it is needed and not there.',
    quotes: 'a quotation mark is missing or one too many.',
    'no-json': 'it is not complete JSON.',
    noNumber: (typed: string) => `${typed} is not a number. Write it like \`1250.5\`.`,
    ambiguous: (typed: string, one: string, other: string) =>
      `${typed} may be ${one} or ${other}. Write it without a mark for thousands.`,
    noWord: (typed: string, allowed: string) => `${typed} is not known here. Use ${allowed}.`,
    noDay: (typed: string) => `${typed} is not a day. Write it as \`2026-12-16\`.`,
    formula: (typed: string) => `${typed} is a formula. Write its value.`,
    notTaken: (of: string) => `${of} does not have it: leave it empty.`,
    tooMany: (cells: number, columns: number) =>
      `there are ${cells} cells and ${columns} columns. A cell with a comma in it needs quotation marks.`,
    repeatedId: (typed: string, first: number) => `${typed} is the id of another lot above (${first}).`,
    noValue: (expected: string) => `it must be ${expected}.`,
  },
  exported: {
    title: (count: string) => `**${count}** as a file. \`/book import\` reads it again.`,
    lots: (count: number) => `${count} ${plural(count, 'lot')}`,
    carried: (day: string) => `Every open lot on ${day}`,
  },
  problems: {
    tooLarge: (size: string) => `The file is larger than ${size}, which no book is. Nothing was read.`,
    unreachable,
    unreadable,
    firstColumns: (columns: string) => ` It begins with ${columns}.`,
    outdated:
      'Nothing was added: these lots are in the book by now, or it has changed since. `/book show` lists what it holds; give the file again if something is still missing.',
  },
};
