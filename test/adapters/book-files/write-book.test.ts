import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lot } from '#domain/book/lot.ts';
import { arbitraryLots } from './arbitrary-lot.ts';
import { files, OPENED } from './book-file-text.ts';

function withoutId(lot: Lot): object {
  return { ...lot, id: undefined };
}

describe('a book that is written and read again', () => {
  it.each(['csv', 'json'] as const)('holds the same lots in the same order, as %s', (format) => {
    fc.assert(
      fc.property(arbitraryLots, (lots) => {
        const reading = files.read(files.write(lots, format), OPENED);
        expect(reading).toMatchObject({ kind: 'read', ignored: [], unknownColumns: [] });
        expect(reading.kind === 'read' && reading.lots.map(({ lot }) => lot)).toEqual(lots.map(withoutId));
      }),
    );
  });

  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(arbitraryLots, (lots) => {
        const table: string[][] = parse(Buffer.from(files.write(lots, 'csv')), { bom: true });
        expect(table.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      }),
    );
  });

  it('is a table that people can read', () => {
    const lots: readonly Lot[] = [
      {
        kind: 'condor',
        id: 'C1',
        quantity: 4,
        openedOn: '2025-12-29',
        expiry: '2026-01-30',
        settlement: 'PM',
        strikes: { longPut: 6400, shortPut: 6500, shortCall: 7150, longCall: 7250 },
        credit: 9.5,
      },
      {
        kind: 'hedge',
        id: 'H1',
        instrument: 'VIX',
        right: 'call',
        strike: 30,
        quantity: 4,
        openedOn: '2025-12-29',
        expiry: '2026-03-18',
        layer: 'medium',
        cost: 0.85,
      },
    ];
    expect(new TextDecoder().decode(files.write(lots, 'csv'))).toBe(
      'id,instrument,quantity,expiry,settlement,right,strike,long_put,short_put,short_call,long_call,credit,cost,layer,opened_on,illustration\r\n' +
        'C1,SPX,4,2026-01-30,PM,,,6400,6500,7150,7250,9.5,,,2025-12-29,\r\n' +
        'H1,VIX,4,2026-03-18,,call,30,,,,,,0.85,medium,2025-12-29,\r\n',
    );
  });
});
