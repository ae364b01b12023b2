import { z } from 'zod';
import { newYorkInstant } from '../../calendar/new-york.ts';
import { TICK, type Figure, type Figures, type PastPrint, type Ticks } from '../../domain/print.ts';
import type { Release, ReleaseKind } from '../../domain/release.ts';
import { known, readTable } from './read-table.ts';

const TICKS_IN_ONE = Math.round(1 / TICK);

/** A percent value as whole ticks. */
const Tick = known
  .transform((percent) => (percent === undefined ? undefined : tidy(percent * TICKS_IN_ONE)))
  .pipe(z.int().optional());

/** 0.15 × 20 is 3.0000000000000004 in binary; a value between two ticks stays one and is refused. */
function tidy(ticks: number): number {
  return Number(ticks.toFixed(6));
}

const Row = z.object({
  kind: z.enum(['CPI', 'PPI']),
  reference_month: z.string().regex(/^\d{4}-\d\d$/),
  date: z.iso.date(),
  scheduled: z.iso.time({ precision: -1 }),
  released: z.iso.time({ precision: -1 }),
  headline_mom_actual: Tick,
  headline_mom_consensus: Tick,
  headline_mom_previous: Tick,
  core_mom_actual: Tick,
  core_mom_consensus: Tick,
  core_mom_previous: Tick,
  headline_yoy_actual: Tick,
  headline_yoy_consensus: Tick,
  headline_yoy_previous: Tick,
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

function figuresOf(row: Row, before: Row | undefined): Figures {
  return {
    headline: figureOf(row, before, 'headline_mom'),
    core: figureOf(row, before, 'core_mom'),
    headlineYearly: figureOf(row, before, 'headline_yoy'),
  };
}

/**
 * The table has the month before as the calendars show it after the release, which may be restated. What was known
 * before is what the last print said.
 */
function figureOf(
  row: Row,
  before: Row | undefined,
  series: 'headline_mom' | 'core_mom' | 'headline_yoy',
): Figure {
  const shown = row[`${series}_previous`];
  const printed = before?.[`${series}_actual`] ?? shown;
  return {
    ...ifKnown('actual', row[`${series}_actual`]),
    ...ifKnown('consensus', row[`${series}_consensus`]),
    ...ifKnown('previous', printed),
    ...ifKnown('revisedPrevious', shown === printed ? undefined : shown),
  };
}

function ifKnown(name: keyof Figure, value: Ticks | undefined): Figure {
  return value === undefined ? {} : { [name]: value };
}
