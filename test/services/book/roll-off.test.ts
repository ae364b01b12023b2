import { describe, expect, it, vi } from 'vitest';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import type { Log } from '#ports/log.ts';
import { rollOffBooks } from '#services/book/roll-off.ts';
import { openBookDesk } from '#test/support/book/book-desk.ts';
import { STEWARD } from '#test/support/book/lots.ts';

const CALLS = { instrument: 'VIX', quantity: 4, strike: 22, expiry: '2026-12-16' } as const;
const OWNERS = [{ server: '1' }, { server: '2' }, { server: '1', member: STEWARD }];

const neverLogged = (event: string): never => {
  throw new Error(`not expected: ${event}`);
};

describe('rollOffBooks', () => {
  it('moves what has settled out of every book, those of members too, and does it once', async () => {
    const { services, parts, ledger } = await openBookDesk();
    for (const owner of OWNERS) {
      await services.addHedge(owner, STEWARD, CALLS);
    }
    const deps = { ...parts, log: { error: neverLogged } };
    for (const now of [
      Date.UTC(2026, 11, 16, 14, 29),
      Date.UTC(2026, 11, 16, 14, 30),
      Date.UTC(2027, 0, 4),
    ]) {
      await rollOffBooks(deps, now);
    }
    for (const owner of OWNERS) {
      expect(await ledger.openLots(owner)).toEqual({ revision: 2, open: [] });
    }
    expect(await ledger.booksWithLots()).toEqual([]);
  });

  it('passes over a damaged book, says so in the log, and sees to every other', async () => {
    const { services, parts, ledger } = await openBookDesk();
    for (const owner of OWNERS) {
      await services.addHedge(owner, STEWARD, CALLS);
    }
    const damage = new SyntaxError('Unexpected end of JSON input');
    const error = vi.fn<Log['error']>();
    const openLots: BookLedger['openLots'] = async (owner) => {
      if (owner.server === '1' && owner.member === undefined) {
        throw damage;
      }
      return ledger.openLots(owner);
    };
    const deps = { ...parts, ledger: { ...ledger, openLots }, log: { error } };
    await rollOffBooks(deps, Date.UTC(2026, 11, 16, 14, 30));
    expect(await ledger.booksWithLots()).toEqual([{ server: '1' }]);
    expect(error.mock.calls.map(([, thrown, facts]) => [thrown, facts])).toEqual([[damage, { server: '1' }]]);
  });
});
