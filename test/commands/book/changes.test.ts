import { describe, expect, it, vi } from 'vitest';
import { condor } from '#commands/book/condor.ts';
import { edit } from '#commands/book/edit.ts';
import { hedge } from '#commands/book/hedge.ts';
import { remove } from '#commands/book/remove.ts';
import { NotAllowed } from '#domain/problem.ts';
import { applied, someBookServices } from '#test/support/discord/fake-book-services.ts';
import { KEPT } from '#test/support/discord/fake-services.ts';
import { buttonsOf, textOf } from '#test/support/discord/view-facts.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { aCall, addedEvent, aProposal } from '#test/support/book/lots.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';
import type { BookServices } from '#services/book/index.ts';

const services = someBookServices();
const CONDOR = { strikes: '5600/5700/6250/6350', expiry: '2027-01-15', quantity: 10 };

describe('/book condor', () => {
  it('hands on what was typed, and shows the lot that it became', async () => {
    const addCondor = vi.fn<BookServices['addCondor']>(services.addCondor);
    const options = condor.options.parse({ ...CONDOR, credit: 12.5, date: '2026-11-30' });
    const { view, audience } = await condor.run(options, contextWith({ addCondor }, 'steward'));
    expect(addCondor).toHaveBeenCalledWith({ server: SERVER }, MEMBER, {
      ...CONDOR,
      credit: 12.5,
      openedOn: '2026-11-30',
    });
    expect(textOf(view)).toContain(
      '`C1` added: **10** condors 5600/5700/6250/6350 · 2027-01-15 PM, 45 d · credit 12.50',
    );
    expect(audience).toBeUndefined();
  });

  it('lets nobody but stewards change the server’s book', async () => {
    const run = condor.run(condor.options.parse(CONDOR), contextWith());
    await expect(run).rejects.toBeInstanceOf(NotAllowed);
  });

  it('lets everyone keep a book of their own, which nobody else sees', async () => {
    const addCondor = vi.fn<BookServices['addCondor']>(services.addCondor);
    const options = condor.options.parse({ ...CONDOR, personal: true });
    const { audience } = await condor.run(options, contextWith({ addCondor }));
    expect(addCondor).toHaveBeenCalledWith({ server: SERVER, member: MEMBER }, MEMBER, CONDOR);
    expect(audience).toBe('caller');
  });

  it('answers alone where the server keeps its exposure to itself', async () => {
    const settings = async () => ({
      ...KEPT,
      settings: someSettings({ 'exposure.visibility': 'ephemeral' }),
    });
    const { audience } = await condor.run(condor.options.parse(CONDOR), contextWith({ settings }, 'steward'));
    expect(audience).toBe('caller');
  });

  it('posts what waits for a second steward with its buttons', async () => {
    const addCondor: BookServices['addCondor'] = async () => ({
      kind: 'proposed',
      proposal: aProposal({ after: { condors: 10, hedges: 0, ratio: 0.612 } }),
      today: '2026-12-01',
    });
    const { view } = await condor.run(condor.options.parse(CONDOR), contextWith({ addCondor }, 'steward'));
    expect(textOf(view)).toContain('P1 waits for a second steward');
    expect(textOf(view)).toContain(
      'Condors 0 → 10 · hedge contracts 0 → 0 · vega ratio H not valued → 0.612',
    );
    expect(textOf(view)).toContain('- add **10** condors 5600/5700/6250/6350');
    expect(buttonsOf(view).map(({ label, custom_id: id }) => [label, id])).toEqual([
      ['Approve P1', 'v1:book.approve:P1'],
      ['Decline P1', 'v1:book.decline:P1'],
    ]);
  });

  it('offers days on which SPX options settle', async () => {
    const findExpiries = vi.fn<BookServices['findExpiries']>(services.findExpiries);
    const choices = await condor.complete?.(
      { option: 'expiry', typed: '2027' },
      contextWith({ findExpiries }),
    );
    expect(findExpiries).toHaveBeenCalledWith(SERVER, ['SPX AM options', 'SPX PM options'], '2027');
    expect(choices).toContainEqual({ name: '2027-01-20', value: '2027-01-20' });
  });

  it.each([
    { quantity: 0 },
    { quantity: 1.5 },
    { credit: -1 },
    { settlement: 'noon' },
    { strikes: 'x'.repeat(61) },
  ])('takes no more than Discord is told: %o', (wrong) => {
    expect(condor.options.safeParse({ ...CONDOR, ...wrong }).success).toBe(false);
  });
});

describe('/book hedge', () => {
  it('hands on what was typed, and shows layer and cost', async () => {
    const addHedge = vi.fn<BookServices['addHedge']>(services.addHedge);
    const options = hedge.options.parse({
      instrument: 'VIX',
      quantity: 4,
      expiry: '2027-01-20',
      strike: 22,
      cost: 1.85,
    });
    const { view } = await hedge.run(options, contextWith({ addHedge }, 'steward'));
    expect(addHedge).toHaveBeenCalledWith({ server: SERVER }, MEMBER, options);
    expect(textOf(view)).toContain(
      '`H1` added: **4** VIX 22 calls · 2027-01-20, 50 d · short layer · cost 1.85',
    );
  });

  it.each([
    [
      aCall({ isIllustration: true }),
      '**4** VIX 22 calls · 2027-01-20, 50 d · short layer · cost 1.85 · **illustration**',
    ],
    [aCall({ right: 'put', strike: 17.5, quantity: 1_200 }), '**1,200** VIX 17.5 puts'],
    [
      {
        id: 'H2',
        kind: 'hedge',
        instrument: 'VXM',
        quantity: 3,
        openedOn: '2026-12-01',
        expiry: '2027-01-20',
      } as const,
      '**3** VXM · 2027-01-20, 50 d',
    ],
    [
      {
        id: 'H3',
        kind: 'hedge',
        instrument: 'UVXY',
        quantity: 500,
        openedOn: '2026-12-01',
        cost: 21.4,
      } as const,
      '**500** UVXY shares · cost 21.40',
    ],
  ])('writes %o on one line', async (lot, line) => {
    const addHedge = async () => applied(addedEvent(lot));
    const options = hedge.options.parse({ instrument: 'VIX', quantity: 4 });
    const { view } = await hedge.run(options, contextWith({ addHedge }, 'steward'));
    expect(textOf(view)).toContain(line);
  });
});

describe('a change of one’s own book', () => {
  it.each([{ personal: true }, { lot: 'own H1@7' }])(
    'is hidden from the first moment when it says %o',
    (sent) => {
      const all = [condor, hedge, edit, remove];
      expect(all.map((command) => command.isPrivate?.(sent))).toEqual([true, true, true, true]);
    },
  );

  it.each([{}, { personal: false }, { lot: 'H1@7' }, { lot: 7 }])('is not meant by %o', (sent) => {
    expect(edit.isPrivate?.(sent)).toBe(false);
  });
});

describe('a change of a thousand lots', () => {
  it('tells the first of them and how many more there are', async () => {
    const events = Array.from({ length: 1_000 }, (_, index) => addedEvent(aCall({ id: `H${index + 1}` })));
    const addHedge = async (): ReturnType<BookServices['addHedge']> => applied(...events);
    const options = hedge.options.parse({ instrument: 'VIX', quantity: 4 });
    const told = textOf((await hedge.run(options, contextWith({ addHedge }, 'steward'))).view);
    expect(told).toContain('`H20` added');
    expect(told).toContain('… and 980 more.');
  });
});

describe('/book edit', () => {
  it('changes what is named of the lot that was looked at', async () => {
    const editLot = vi.fn<BookServices['editLot']>(services.editLot);
    const { view } = await edit.run(
      edit.options.parse({ lot: 'H1@7', quantity: 3 }),
      contextWith({ editLot }, 'steward'),
    );
    expect(editLot).toHaveBeenCalledWith({ server: SERVER }, MEMBER, { id: 'H1', basis: 7, quantity: 3 });
    expect(textOf(view)).toContain('`H1` changed: quantity 4 → 3');
  });

  it('takes a lot as it is now when its name was typed', async () => {
    const editLot = vi.fn<BookServices['editLot']>(services.editLot);
    await edit.run(edit.options.parse({ lot: ' h1 ', cost: 2 }), contextWith({ editLot }, 'manageServer'));
    expect(editLot).toHaveBeenCalledWith({ server: SERVER }, MEMBER, { id: 'H1', cost: 2 });
  });

  it('finds the member’s own lot in what was chosen', async () => {
    const editLot = vi.fn<BookServices['editLot']>(services.editLot);
    await edit.run(edit.options.parse({ lot: 'own H1@7', cost: 2 }), contextWith({ editLot }));
    expect(editLot).toHaveBeenCalledWith({ server: SERVER, member: MEMBER }, MEMBER, {
      id: 'H1',
      basis: 7,
      cost: 2,
    });
  });

  it('offers open lots by any part of what is shown, the server’s first, then one’s own', async () => {
    const choices = await edit.complete?.({ option: 'lot', typed: 'vix' }, contextWith());
    expect(choices).toEqual([
      { name: 'H1 · 4 VIX 22 calls · 2027-01-20, 50 d · short layer · cost 1.85', value: 'H1@1' },
      { name: 'yours: H1 · 4 VIX 22 calls · 2027-01-20, 50 d · short layer · cost 1.85', value: 'own H1@1' },
    ]);
  });
});
