import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '#adapters/book-files/lot-fields.ts';
import { lotsOf } from './book-file-text.ts';

const page = await readFile(new URL('../../../docs/book-files.md', import.meta.url), 'utf8');

/** What stands between the fences of that language. */
function example(language: string): string {
  return new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(page)?.[1] ?? '';
}

describe('docs/book-files.md', () => {
  it('explains every column, in their order, and no other', () => {
    const rows = [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, column]) => column);
    expect(rows).toEqual(FIELDS);
  });

  it('shows tables that are read as it says', () => {
    const call = {
      kind: 'hedge',
      instrument: 'VIX',
      right: 'call',
      strike: 22,
      expiry: '2027-01-20',
      quantity: 4,
      cost: 1.85,
      layer: 'short',
      openedOn: '2026-12-01',
    };
    expect(lotsOf(example('csv'))).toEqual([expect.objectContaining({ kind: 'condor', quantity: 10 }), call]);
    expect(lotsOf(example('json'))).toEqual([call]);
  });
});
