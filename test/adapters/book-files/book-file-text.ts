import { createBookFiles } from '#adapters/book-files/book-files.ts';
import type { BookFileReading } from '#domain/book/book-file.ts';

export const files = createBookFiles();
export const OPENED = '2025-12-29';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function readText(text: string): BookFileReading {
  return files.read(bytesOf(text), OPENED);
}

/** Faults in short: `2 quantity no-number`. */
export function faultsOf(text: string): readonly string[] {
  const reading = readText(text);
  return reading.kind === 'read'
    ? []
    : reading.faults.map(({ place, fault }) =>
        [place.number, place.column, fault.kind].filter(Boolean).join(' '),
      );
}

export function lotsOf(text: string): readonly object[] {
  const reading = readText(text);
  return reading.kind === 'read' ? reading.lots.map(({ lot }) => lot) : [];
}
