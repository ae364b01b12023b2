import { beforeEach, describe, expect, it } from 'vitest';
import type { Print } from '#domain/releases/print.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { SERVER } from '#test/support/ledger/ledger-entries.ts';

const OTHER = '100000000000000009';

function print(releaseId: string, receivedAt: number, source = 'BLS'): Print {
  return {
    releaseId,
    kind: 'CPI',
    referenceMonth: '2014-08',
    figures: { headline: { actual: -4, consensus: 2 }, core: { actual: 0 }, headlineYearly: {} },
    scheduledAt: receivedAt,
    releasedAt: receivedAt,
    receivedAt,
    source,
    quality: 'recorded',
  };
}

/** What ledgers of prints, ticks and places must keep, whatever stands behind them. */
export function describeSmallLedgers(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} as a ledger of prints, ticks and places`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });

    it('keeps the first print of a release', async () => {
      expect(await ledger.keepPrint(print('CPI-2014-09-17', 100, 'first'))).toBe('kept');
      expect(await ledger.keepPrint(print('CPI-2014-09-17', 200, 'second'))).toBe('already');
      expect(await ledger.prints(1_000)).toEqual([print('CPI-2014-09-17', 100, 'first')]);
    });

    it('gives the prints received up to an instant, itself included, oldest first', async () => {
      await ledger.keepPrint(print('PPI-2014-09-16', 200));
      await ledger.keepPrint(print('CPI-2014-08-19', 100));
      await ledger.keepPrint(print('CPI-2014-10-22', 201));
      expect((await ledger.prints(200)).map(({ releaseId }) => releaseId)).toEqual([
        'CPI-2014-08-19',
        'PPI-2014-09-16',
      ]);
    });

    it('appends what a print is restated to, and leaves the first print as it was', async () => {
      const first = print('CPI-2014-09-17', 100);
      const restated = { ...first, receivedAt: 300, figures: { ...first.figures, core: { actual: 2 } } };
      await ledger.keepPrint(first);
      expect(await ledger.keepRevision({ ...first, receivedAt: 200 })).toBe('same');
      expect(await ledger.keepRevision(restated)).toBe('kept');
      expect(await ledger.keepRevision({ ...restated, receivedAt: 400 })).toBe('same');
      expect(await ledger.keepRevision({ ...first, receivedAt: 500 })).toBe('kept');
      expect((await ledger.revisions('CPI-2014-09-17')).map(({ receivedAt }) => receivedAt)).toEqual([
        300, 500,
      ]);
      expect(await ledger.prints(1_000)).toEqual([first]);
    });

    it('refuses to restate what was never printed', async () => {
      await expect(ledger.keepRevision(print('CPI-2014-09-17', 100))).rejects.toThrow('CPI-2014-09-17');
      expect(await ledger.revisions('CPI-2014-09-17')).toEqual([]);
    });

    it('counts the same mark once and gives it to whoever was first', async () => {
      const first = { item: 'fomc-window', by: 'ann', at: 100 } as const;
      await ledger.mark(SERVER, 'event', first, true);
      expect(await ledger.mark(SERVER, 'event', { ...first, by: 'bob', at: 101 }, true)).toEqual([first]);
      expect(await ledger.mark(SERVER, 'event', { ...first, by: 'bob', at: 102 }, false)).toEqual([]);
    });

    it('lets a mark that has seen another decision take the place of an earlier one', async () => {
      const seen = (decisionId: string) => ({ seen: { decisionId, status: 'ok', finding: 'calm' } }) as const;
      const first = { item: 'vix-gate', by: 'ann', at: 100, ...seen('a') } as const;
      const same = { ...first, by: 'bob', at: 101 };
      const later = { ...first, by: 'bob', at: 102, ...seen('b') };
      await ledger.mark(SERVER, 'event', first, true);
      expect(await ledger.mark(SERVER, 'event', same, true)).toEqual([first]);
      expect(await ledger.mark(SERVER, 'event', later, true)).toEqual([later]);
    });

    it('keeps every note, oldest first', async () => {
      const first = { item: 'vix-gate', by: 'ann', at: 100, text: 'looked' } as const;
      await ledger.addNote(SERVER, 'event', first);
      await ledger.addNote(SERVER, 'event', { ...first, text: 'looked again' });
      expect((await ledger.notes(SERVER, 'event')).map(({ text }) => text)).toEqual([
        'looked',
        'looked again',
      ]);
      expect(await ledger.notes(OTHER, 'event')).toEqual([]);
    });

    it('lists the notes of one item over every checklist of a server, newest first', async () => {
      const about = (text: string) => ({ item: 'parity', by: 'ann', at: 100, text }) as const;
      await ledger.addNote(SERVER, 'event', about('first'));
      await ledger.addNote(SERVER, 'event', { ...about('of another item'), item: 'vix-gate' });
      await ledger.addNote(OTHER, 'event', about('of another server'));
      await ledger.addNote(SERVER, 'next event', about('second, "item":"vix-gate"'));
      await ledger.addNote(SERVER, 'next event', about('third'));
      expect(await ledger.itemNotes(SERVER, 'parity', 2)).toEqual([
        { ...about('third'), checklist: 'next event' },
        { ...about('second, "item":"vix-gate"'), checklist: 'next event' },
      ]);
      expect((await ledger.itemNotes(SERVER, 'vix-gate', 9)).map(({ text }) => text)).toEqual([
        'of another item',
      ]);
    });

    it('lists the marks that stand on one item over every checklist of a server, newest first', async () => {
      const mark = (at: number) => ({ item: 'parity', by: 'ann', at }) as const;
      await ledger.mark(SERVER, 'event', mark(100), true);
      await ledger.mark(SERVER, 'third event', mark(300), true);
      await ledger.mark(SERVER, 'next event', mark(200), true);
      await ledger.mark(SERVER, 'next event', { ...mark(400), item: 'vix-gate' }, true);
      await ledger.mark(OTHER, 'event', mark(500), true);
      expect(await ledger.itemTicks(SERVER, 'parity', 2)).toEqual([
        { ...mark(300), checklist: 'third event' },
        { ...mark(200), checklist: 'next event' },
      ]);
      await ledger.mark(SERVER, 'third event', mark(300), false);
      expect((await ledger.itemTicks(SERVER, 'parity', 9)).map(({ at }) => at)).toEqual([200, 100]);
    });

    it('counts marks that are set at the same moment both', async () => {
      await Promise.all([
        ledger.mark(SERVER, 'event', { item: 'vix-gate', by: 'ann', at: 100 }, true),
        ledger.mark(SERVER, 'event', { item: 'fomc-window', by: 'bob', at: 100 }, true),
      ]);
      expect(await ledger.ticks(SERVER, 'event')).toHaveLength(2);
      expect(await ledger.ticks(SERVER, 'another event')).toEqual([]);
      expect(await ledger.ticks(OTHER, 'event')).toEqual([]);
    });

    it('knows where a replay stands', async () => {
      expect(await ledger.replayPosition()).toBeUndefined();
      await ledger.saveReplayPosition('2014-09-17', 100);
      await ledger.saveReplayPosition('2014-09-17', 200);
      expect(await ledger.replayPosition()).toEqual({ episode: '2014-09-17', instant: 200 });
    });
  });
}
