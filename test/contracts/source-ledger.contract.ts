import { beforeEach, describe, expect, it } from 'vitest';
import { initialSourceState, type SourceState } from '#domain/health/source-state.ts';
import type { SourceLedger } from '#ports/ledger/source-ledger.ts';

/** One request more, and how many there were. */
function oneMore(state: SourceState): { readonly state: SourceState; readonly answer: number } {
  const spent = state.day.spent + 1;
  return { state: { ...state, day: { day: '2024-07-02', spent } }, answer: spent };
}

/** What every memory of sources must keep, whatever stands behind it. */
export function describeSourceLedger(name: string, open: () => Promise<SourceLedger>): void {
  describe(`${name} as a ledger of sources`, () => {
    let ledger: SourceLedger;
    beforeEach(async () => {
      ledger = await open();
    });

    it('has a fresh state for a source that was never asked, and lists none', async () => {
      expect(await ledger.sourceState('bls')).toEqual(initialSourceState('bls'));
      expect(await ledger.sourceStates()).toEqual([]);
    });

    it('counts every request of those that are sent at the same moment', async () => {
      const spent = await Promise.all([1, 2, 3].map(() => ledger.changeSource('bls', oneMore)));
      expect(new Set(spent)).toEqual(new Set([1, 2, 3]));
      expect((await ledger.sourceState('bls')).day.spent).toBe(3);
    });

    it('keeps sources apart, and lists them by name', async () => {
      await ledger.changeSource('fred', oneMore);
      await ledger.changeSource('bls', oneMore);
      await ledger.changeSource('bls', oneMore);
      const states = await ledger.sourceStates();
      expect(states.map(({ source, day }) => [source, day.spent])).toEqual([
        ['bls', 2],
        ['fred', 1],
      ]);
    });

    it('writes nothing when the change fails', async () => {
      const failing = ledger.changeSource('bls', () => {
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await ledger.sourceStates()).toEqual([]);
    });
  });
}
