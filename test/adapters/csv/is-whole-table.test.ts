import { describe, expect, it } from 'vitest';
import { isWholeTable } from '#adapters/csv/is-whole-table.ts';

const TABLE = 'DATE,VIX\r\n08/29/2024,15.650000\r\n08/30/2024,15.000000';

describe('isWholeTable', () => {
  it('takes a table with its last line break, and without', () => {
    expect(isWholeTable(`${TABLE}\r\n`)).toBe(true);
    expect(isWholeTable(TABLE)).toBe(true);
  });

  it('takes no price that was cut short, since it would be another price', () => {
    for (let length = TABLE.length - 1; length > TABLE.lastIndexOf('\n') + 1; length--) {
      expect(isWholeTable(TABLE.slice(0, length))).toBe(false);
    }
  });
});
