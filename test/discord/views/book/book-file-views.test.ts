import { describe, expect, it } from 'vitest';
import { importPreviewView, readImportKey } from '#discord/views/book/book-file-views.ts';
import { aCall } from '#test/support/book/lots.ts';
import { buttonsOf, componentsOf, customIdsOf, textOf } from '#test/support/discord/view-facts.ts';
import type { ImportPreview } from '#services/book/book-files.ts';

const preview: ImportPreview = {
  owner: { server: '1' },
  source: 'thinkorswim',
  faults: [],
  fresh: Array.from({ length: 1_000 }, (_, index) => aCall({ strike: index + 10 })),
  known: [aCall()],
  ignored: Array.from({ length: 1_000 }, (_, index) => ({
    place: { in: 'line', number: index + 2 },
    what: '-2 SPX 2027-01-15 PM 5700 put',
    why: 'unpaired',
  })),
  unknownColumns: Array.from({ length: 300 }, (_, index) => `column ${index}`),
  file: new Uint8Array(1),
  revision: 7,
  needsApproval: true,
  today: '2026-12-01',
};

const FILE = 13;

describe('importPreviewView', () => {
  it('fits into a message whatever the file holds, and keeps its table and buttons', () => {
    const view = importPreviewView(preview, `${'a'.repeat(300)}.csv`);
    expect(textOf(view).length).toBeLessThanOrEqual(4_000);
    expect(textOf(view)).toContain('Would be added: 1000 lots');
    expect(textOf(view)).toContain('A second steward has to approve it.');
    expect(componentsOf(view).filter(({ type }) => type === FILE)).toHaveLength(1);
    expect(customIdsOf(view)).toEqual(['v1:book.import:fresh|server|7', 'v1:book.import:all|server|7']);
  });

  it('offers nothing to press where there is a fault', () => {
    const faults: ImportPreview['faults'] = Array.from({ length: 500 }, (_, index) => ({
      place: { in: 'line', number: index + 2, column: 'quantity' },
      fault: { kind: 'empty' },
    }));
    const { file: _, ...rest } = preview;
    const view = importPreviewView({ ...rest, faults, fresh: [], known: [] }, 'book.csv');
    expect(textOf(view)).toContain('500 faults');
    expect(textOf(view)).toContain('Line 2, `quantity`');
    expect(buttonsOf(view)).toEqual([]);
  });
});

describe('readImportKey', () => {
  it('reads what the buttons of a preview say', () => {
    expect(readImportKey('fresh|own|12')).toEqual({ which: 'fresh', isOwn: true, revision: 12 });
    expect(readImportKey('all|server|0')).toEqual({ which: 'all', isOwn: false, revision: 0 });
  });

  it.each(['', 'fresh', 'fresh|own', 'some|own|1', 'all|theirs|1', 'all|own|-1', 'all|own|x'])(
    'takes %j for no key of this version',
    (key) => {
      expect(readImportKey(key)).toBeUndefined();
    },
  );
});
