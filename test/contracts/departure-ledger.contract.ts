import { beforeEach, describe, expect, it } from 'vitest';
import type { Ledger, PlannedDelivery } from '#ports/ledger/ledger.ts';
import { SERVER } from '#test/support/ledger/ledger-entries.ts';

const OTHER = '100000000000000009';
const GONE = { at: 500, reason: 'removed' } as const;

function message(server: string, name: string): Omit<PlannedDelivery, 'delivery'> {
  const news = { about: 'end', endsAt: 1 } as const;
  const content = { form: 'calendar', news } as const;
  const alert = { key: `${server}/${name}`, server, kind: 'calendar', content, silent: false } as const;
  return { alert, channel: '1', nonce: name, plannedAt: 100 };
}

/** What a ledger of servers that are gone must keep, whatever stands behind it. */
export function describeDepartureLedger(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} as a ledger of servers that are gone`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });

    const states = async (server: string): Promise<string[]> =>
      (await ledger.deliveries(server, 9)).map(({ delivery }) => delivery.state);

    it('drops at once what has not left, also what failed before, and nothing of other servers', async () => {
      await ledger.planDeliveries([message(SERVER, 'a'), message(SERVER, 'b'), message(OTHER, 'a')]);
      const claimed = await ledger.claimDelivery(1);
      await ledger.settleDelivery(claimed?.planned.alert.key ?? '', {
        state: 'due',
        attempt: 2,
        notBefore: 9,
      });
      await ledger.noteDeparture(SERVER, GONE);
      expect(await states(SERVER)).toEqual(['dropped', 'dropped']);
      expect((await ledger.deliveries(SERVER, 1))[0]?.delivery).toEqual({ state: 'dropped', ...GONE });
      expect(await states(OTHER)).toEqual(['due']);
    });

    it('remembers the first time that a server was gone, until it returns', async () => {
      await ledger.noteDeparture(SERVER, GONE);
      await ledger.noteDeparture(SERVER, { at: 900, reason: 'again' });
      await ledger.noteDeparture(OTHER, { at: 400, reason: 'removed' });
      expect(await ledger.departures()).toEqual([
        { server: OTHER, at: 400 },
        { server: SERVER, at: 500 },
      ]);
      await ledger.noteReturn(OTHER);
      expect(await ledger.departures()).toEqual([{ server: SERVER, at: 500 }]);
    });

    it('forgets all of one server, its forecasts too, and leaves the others as they are', async () => {
      for (const server of [SERVER, OTHER]) {
        await ledger.planDeliveries([message(server, 'a')]);
        await ledger.addNote(server, 'list', { item: 'parity', by: '1', at: 1, text: 'note' });
        await ledger.mark(server, 'list', { item: 'parity', by: '1', at: 1 }, true);
        await ledger.keepForecasts('CPI-2026-12-10', {
          figures: { headline: { consensus: 2 }, core: {}, headlineYearly: {} },
          source: 'manual',
          by: '1',
          server,
          nature: 'survey',
          capturedAt: 1,
        });
      }
      await ledger.noteDeparture(SERVER, GONE);
      await ledger.forgetServer(SERVER);
      const left = async (server: string): Promise<number[]> => [
        (await ledger.deliveries(server, 9)).length,
        (await ledger.notes(server, 'list')).length,
        (await ledger.ticks(server, 'list')).length,
        (await ledger.forecasts('CPI-2026-12-10')).filter((one) => one.server === server).length,
      ];
      expect(await left(SERVER)).toEqual([0, 0, 0, 0]);
      expect(await left(OTHER)).toEqual([1, 1, 1, 1]);
      expect(await ledger.departures()).toEqual([]);
    });
  });
}
