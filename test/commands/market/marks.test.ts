import { describe, expect, it, vi } from 'vitest';
import { market } from '#commands/market/index.ts';
import { set } from '#commands/market/set.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import { someBookServices } from '#test/support/discord/fake-book-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { NOON, STEWARD } from '#test/support/book/lots.ts';
import { contextWith, MEMBER, SERVER, subCommand } from '#test/commands/context-with.ts';
import type { BookServices } from '#services/book/index.ts';

const marks = subCommand(market, 'marks');

const services = someBookServices();
const MINUTE = 60_000;

describe('/market set', () => {
  it('is for stewards', () => {
    expect(set.access).toBe('steward');
  });

  it('hands on a price or an IV, and shows what is marked with its age', async () => {
    const setMark = vi.fn<BookServices['setMark']>(services.setMark);
    const options = set.options.parse({ of: 'VIX option', expiry: '2027-01-20', strike: 22, iv: 85 });
    const { view } = await set.run(options, contextWith({ setMark }, 'steward'));
    expect(setMark).toHaveBeenCalledWith(SERVER, MEMBER, {
      of: 'VIX option',
      expiry: '2027-01-20',
      strike: 22,
      volatility: 85,
    });
    expect(textOf(view)).toContain('VIX future 2027-01-20 **18.20**\n-# 5 h old');
    expect(textOf(view)).toContain(`by <@${STEWARD}>`);
  });

  it('hands on who published a multiple, and of which day it is', async () => {
    const setMark = vi.fn<BookServices['setMark']>(services.setMark);
    const options = set.options.parse({ of: 'P/E small', price: 24.1, source: 'FTSE', date: '2026-10-30' });
    await set.run(options, contextWith({ setMark }, 'steward'));
    expect(setMark).toHaveBeenCalledWith(SERVER, MEMBER, {
      of: 'P/E small',
      price: 24.1,
      source: 'FTSE',
      date: '2026-10-30',
    });
  });

  it('takes a mark away', async () => {
    const removeMark = vi.fn<BookServices['removeMark']>(services.removeMark);
    const { view } = await set.run(
      set.options.parse({ of: 'VIX', remove: true }),
      contextWith({ removeMark }, 'steward'),
    );
    expect(removeMark).toHaveBeenCalledWith(SERVER, MEMBER, { of: 'VIX' });
    expect(textOf(view)).toContain('Nothing is marked by hand');
  });
});

describe('/market marks', () => {
  it.each<[ManualMark['of'], Pick<ManualMark, 'unit' | 'value' | 'source' | 'day'>, number, string]>([
    [{ kind: 'index', index: 'SPX' }, { unit: 'price', value: 5980.25 }, 0, 'SPX **5,980.25**\n-# 0 min old'],
    [{ kind: 'share', symbol: 'VXX' }, { unit: 'price', value: 45.1 }, 59, 'VXX **$45.10**\n-# 59 min old'],
    [
      { kind: 'multiple', multiple: 'P/E', caps: 'large' },
      { unit: 'multiple', value: 21.26, source: 'S&P', day: '2026-10-30' },
      60,
      'P/E of large caps **21.3 (S&P, Fri 30 Oct)**\n-# 1 h old',
    ],
    [{ kind: 'rate' }, { unit: 'rate', value: 0.0435 }, 60, 'Interest rate **4.35 % a year**\n-# 1 h old'],
    [
      { kind: 'option', root: 'SPX', expiry: '2027-01-15', settlement: 'AM', strike: 5600, right: 'put' },
      { unit: 'volatility', value: 0.1825 },
      3_000,
      'SPX 5600 puts 2027-01-15 AM **IV 18.3 %**\n-# 2 d old',
    ],
  ])('writes %o with its age', async (of, value, minutes, line) => {
    const mark = { of, ...value, by: STEWARD, at: NOON - minutes * MINUTE };
    const { view } = await marks.run({}, contextWith({ marks: async () => ({ marks: [mark], asOf: NOON }) }));
    expect(textOf(view)).toContain(line);
  });
});
