import { z } from 'zod';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { PastPrint } from '#domain/releases/print.ts';
import type { Release, ReleaseKind } from '#domain/releases/release.ts';
import { FIGURE_COLUMNS, figuresOf } from './print-figures.ts';
import { readTable } from './read-table.ts';

const Row = z.object({
  kind: z.enum(['CPI', 'PPI']),
  reference_month: z.string().regex(/^\d{4}-\d\d$/),
  date: z.iso.date(),
  scheduled: z.iso.time({ precision: -1 }),
  released: z.iso.time({ precision: -1 }),
  ...FIGURE_COLUMNS,
  consensus_source: z.string(),
  note: z.string(),
});

type Row = z.output<typeof Row>;

/** A recorded release with what it published. */
export type RecordedPrint = {
  readonly release: Release & { readonly referenceMonth: string };
  /** Epoch milliseconds (UTC) at which the figures became public. */
  readonly releasedAt: number;
  readonly past: PastPrint;
  readonly consensusSource?: string;
  readonly note?: string;
};

/** Every recorded print, oldest first. @throws SourceChanged */
export function readPrintTable(folder: URL): readonly RecordedPrint[] {
  const latest = new Map<ReleaseKind, Row>();
  return readTable(folder, 'prints.csv', Row).map((row) => {
    const print = recordedPrint(row, latest.get(row.kind));
    latest.set(row.kind, row);
    return print;
  });
}

function recordedPrint(row: Row, before: Row | undefined): RecordedPrint {
  const { kind, date, consensus_source: consensusSource, note } = row;
  return {
    release: {
      id: `${kind}-${date}`,
      kind,
      referenceMonth: row.reference_month,
      status: 'scheduled',
      scheduledAt: newYorkInstant(date, row.scheduled),
      source: 'BLS calendar',
      quality: 'recorded',
    },
    releasedAt: newYorkInstant(date, row.released),
    past: { date, figures: figuresOf(row, before) },
    ...(consensusSource !== '' && { consensusSource }),
    ...(note !== '' && { note }),
  };
}
