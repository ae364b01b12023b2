import { describe, expect, it } from 'vitest';
import { changeRelease, isOpen, type ReleaseStatus } from '#domain/releases/release.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

const STATUSES: readonly ReleaseStatus[] = [
  'scheduled',
  'moved',
  'due',
  'late',
  'released',
  'partial',
  'cancelled',
  'merged',
  'revised',
];

/** `x` where the status of the row may be followed by that of the column, in the order above. */
const TABLE = `
  scheduled x x x x x x x x .
  moved     . x x x x x x x .
  due       . x . x x x x x .
  late      . x . . x x x x .
  released  . . . . . . . . x
  partial   . . . . . . . . x
  cancelled x x . . . . . x .
  merged    . . . . . . . . .
  revised   . . . . . . . . x`;

const PAIRS = TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [from = '', ...marks] = line.trim().split(/\s+/);
    return marks.map((mark, column) => ({ from, to: STATUSES[column], allowed: mark === 'x' }));
  });

const statusNamed = (name: string): ReleaseStatus => STATUSES.find((status) => status === name) ?? 'merged';

describe('changeRelease', () => {
  it('knows a row and a column for every status', () => {
    expect(PAIRS).toHaveLength(STATUSES.length ** 2);
  });

  it.each(PAIRS)('$from to $to: $allowed', ({ from, to = 'merged', allowed }) => {
    const release = releaseOn('CPI', '2025-10-15', { status: statusNamed(from) });
    expect(changeRelease(release, { status: to }, 7) !== undefined).toBe(allowed);
  });

  it('keeps the name when the date moves, and says what it was and when that was learnt', () => {
    const release = releaseOn('CPI', '2025-10-15', { referenceMonth: '2025-09' });
    const scheduledAt = Date.parse('2025-10-24T08:30-04:00');
    expect(changeRelease(release, { status: 'moved', scheduledAt, source: 'BLS' }, 7)).toEqual({
      release: { ...release, status: 'moved', scheduledAt, source: 'BLS' },
      before: { status: 'scheduled', scheduledAt: release.scheduledAt },
      at: 7,
    });
  });
});

describe('isOpen', () => {
  it('is so while figures are still to come', () => {
    const open = STATUSES.filter((status) => isOpen({ status }));
    expect(open).toEqual(['scheduled', 'moved', 'due', 'late']);
  });
});
