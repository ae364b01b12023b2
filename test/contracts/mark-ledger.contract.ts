import { beforeEach, describe, expect, it } from 'vitest';
import type { ManualMark } from '#domain/book/mark.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { SERVER } from '#test/support/ledger/ledger-entries.ts';
import { NOON, STEWARD } from '#test/support/book/lots.ts';

const OTHER = '100000000000000009';

function future(price: number, expiry = '2027-01-20'): ManualMark {
  return { of: { kind: 'future', expiry }, unit: 'price', value: price, by: STEWARD, at: NOON };
}

/** What every ledger of manual marks must keep, whatever stands behind it. */
export function describeMarkLedger(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} as a ledger of manual marks`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });

    it('gives the latest mark of each subject, and no other server any', async () => {
      for (const mark of [future(18.2), future(19, '2027-02-17'), future(18.4)]) {
        await ledger.keepMark(SERVER, { mark, isRemoved: false });
      }
      expect(await ledger.manualMarks(SERVER)).toEqual([future(19, '2027-02-17'), future(18.4)]);
      expect(await ledger.manualMarks(OTHER)).toEqual([]);
    });

    it('takes a later volatility in the place of an earlier price of the same option', async () => {
      const of = {
        kind: 'option',
        root: 'VIX',
        expiry: '2027-01-20',
        settlement: 'AM',
        strike: 22,
        right: 'call',
      } as const;
      const price: ManualMark = { ...future(1.9), of };
      const volatility: ManualMark = { ...price, unit: 'volatility', value: 0.85 };
      await ledger.keepMark(SERVER, { mark: price, isRemoved: false });
      await ledger.keepMark(SERVER, { mark: volatility, isRemoved: false });
      expect(await ledger.manualMarks(SERVER)).toEqual([volatility]);
    });

    it('forgets a subject whose mark was removed, until it is marked again, and keeps all of it', async () => {
      await ledger.keepMark(SERVER, { mark: future(18.2), isRemoved: false });
      await ledger.keepMark(SERVER, { mark: future(18.2), isRemoved: true });
      expect(await ledger.manualMarks(SERVER)).toEqual([]);
      await ledger.keepMark(SERVER, { mark: future(18.9), isRemoved: false });
      expect(await ledger.manualMarks(SERVER)).toEqual([future(18.9)]);
      expect(
        (await ledger.markHistory(SERVER, 2)).map(({ mark, isRemoved }) => [mark.value, isRemoved]),
      ).toEqual([
        [18.9, false],
        [18.2, true],
      ]);
    });
  });
}
