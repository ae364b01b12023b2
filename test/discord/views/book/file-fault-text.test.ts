import { describe, expect, it } from 'vitest';
import type { FileFault } from '#domain/book/book-file.ts';
import { fileFaultText } from '#discord/views/book/file-fault-text.ts';

const at = (column?: string): FileFault['place'] => ({
  in: 'line',
  number: 4,
  ...(column !== undefined && { column }),
});

describe('fileFaultText', () => {
  it.each<[FileFault['fault'], string]>([
    [{ kind: 'missing-column' }, 'every lot needs it'],
    [{ kind: 'repeated-column' }, 'twice'],
    [{ kind: 'empty' }, 'needed and not there'],
    [{ kind: 'no-number', typed: 'four' }, '`four` is not a number'],
    [{ kind: 'ambiguous-number', typed: '5.600', readings: [5.6, 5600] }, 'may be 5.6 or 5600'],
    [{ kind: 'no-word', typed: 'SPY', allowed: ['SPX', 'VIX'] }, 'Use `SPX`, `VIX`'],
    [{ kind: 'no-day', typed: '3/18/26' }, 'Write it as `2026-12-16`'],
    [{ kind: 'formula', typed: '=cmd' }, '`=cmd` is a formula'],
    [{ kind: 'not-taken', of: 'VXX' }, '`VXX` does not have it'],
    [{ kind: 'too-many-cells', cells: 7, columns: 6 }, '7 cells and 6 columns'],
    [{ kind: 'quotes' }, 'quotation mark'],
    [{ kind: 'repeated-id', typed: 'H1', first: 2 }, 'another lot above (2)'],
    [{ kind: 'no-json' }, 'not complete JSON'],
    [{ kind: 'no-value', expected: '1' }, 'must be 1'],
    [{ kind: 'quantity', value: -4 }, 'whole number from 1'],
  ])('says of %j what would do', (fault, words) => {
    expect(fileFaultText({ place: at(), fault })).toContain(words);
  });

  it('says where: the line, and the column as the file names it', () => {
    expect(fileFaultText({ place: at('Trade Price'), fault: { kind: 'empty' } })).toMatch(
      /^\*\*Line 4, `Trade Price`:\*\* /,
    );
    expect(fileFaultText({ place: { in: 'entry', number: 2 }, fault: { kind: 'empty' } })).toMatch(
      /^\*\*Lot 2:\*\* /,
    );
  });

  it('lets nothing of a cell be read as markup', () => {
    const text = fileFaultText({ place: at(), fault: { kind: 'no-number', typed: '`@everyone`' } });
    expect(text).not.toContain('`@everyone`');
  });
});
