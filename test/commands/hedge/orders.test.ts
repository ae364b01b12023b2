import { describe, expect, it, vi } from 'vitest';
import { orders } from '#commands/hedge/orders.ts';
import { fill } from '#commands/book/fill.ts';
import { ExpiredCard } from '#domain/problem.ts';
import type { ModalDraft, Rank, Reply } from '#discord/command/command.ts';
import type { Services } from '#services/index.ts';
import { componentsOf, customIdsOf, textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';

type Pressed = {
  readonly key?: string;
  readonly rank?: Rank;
  readonly services?: Partial<Services>;
  readonly codeBlock?: string;
};

const ORDER = 'O1';

async function press(act: string, pressed: Pressed = {}): Promise<Reply | ModalDraft> {
  const { key = ORDER, rank = 'steward', services = {}, codeBlock } = pressed;
  const handler = orders.components?.[act];
  const event = { key, values: [], ...(codeBlock !== undefined && { codeBlock }) };
  if (!handler) {
    throw new Error(`nothing does ${act}`);
  }
  const context = contextWith(services, rank);
  return 'open' in handler ? handler.open(event, context) : handler.act(event, context);
}

async function submit(
  act: string,
  fields: Readonly<Record<string, string>>,
  services: Partial<Services> = {},
) {
  const form = orders.modals?.[act];
  if (!form) {
    throw new Error(`no form ${act}`);
  }
  return form.act({ key: ORDER, fields }, contextWith(services, 'steward'));
}

function viewOf(answer: Reply | ModalDraft): Reply['view'] {
  if (!('view' in answer)) {
    throw new Error('a form was opened');
  }
  return answer.view;
}

const TICKET = 'BTO 1 VIX 10/22/2014 16C @1.34';

describe('/hedge orders', () => {
  it('lists orders privately, with buttons only for those who may act', async () => {
    expect(orders.audience).toBe('caller');
    const of = async (rank: Rank) => (await orders.run({}, contextWith({}, rank))).view;
    expect(textOf(await of('member'))).toContain('**O1** 0.60 → 0.70');
    expect(customIdsOf(await of('member'))).toEqual([]);
    expect(customIdsOf(await of('steward'))).toEqual(['v1:hedge.fill:O1', 'v1:hedge.skip:O1']);
  });
});

describe('Record fill', () => {
  it('opens a form with what is owed, a ticket a line, and the day', async () => {
    const form = await press('fill');
    expect(JSON.stringify(form)).toContain('BTO 1 VIX 10/22/2014 16C');
    expect(JSON.stringify(form)).toContain('"value":"2014-09-24"');
    expect(form).toMatchObject({ form: { command: 'hedge', act: 'fill', key: ORDER } });
  });

  it('says on the card who is on it, whoever pressed first', async () => {
    expect((await press('fill')).cardMark?.line).toMatch(/^Mara is on it, \d\d:\d\d ET$/);
    const takeOrder = async () => {
      const answer = await contextWith().services.takeOrder({ server: SERVER, by: '7', order: ORDER });
      return answer;
    };
    expect((await press('fill', { services: { takeOrder } })).cardMark?.line).toContain('<@7> is on it');
  });

  it('shows a member the plan, read only, and takes nothing for them', async () => {
    const takeOrder = vi.fn<Services['takeOrder']>();
    const answer = await press('fill', { rank: 'member', services: { takeOrder } });
    expect(textOf(viewOf(answer))).toContain('Plan for 0.60 → 0.70');
    expect(customIdsOf(viewOf(answer))).toEqual([]);
    expect(takeOrder).not.toHaveBeenCalled();
  });

  it('knows no order of another server', async () => {
    await expect(press('fill', { key: 'O99' })).rejects.toThrow(ExpiredCard);
  });

  it('records what was typed under the interaction, for the order of the form', async () => {
    const recordFill = vi.fn<Services['recordFill']>(contextWith().services.recordFill);
    const markPosted = vi.fn<Services['markPosted']>(async () => undefined);
    const services = { recordFill, markPosted };
    const reply = await submit('fill', { tickets: TICKET, date: '2014-09-24' }, services);
    expect(recordFill).toHaveBeenCalledWith({
      server: SERVER,
      by: MEMBER,
      interaction: contextWith().interaction,
      order: ORDER,
      text: TICKET,
      tradedOn: '2014-09-24',
      isConfirmed: false,
    });
    expect(textOf(reply.view)).toContain('asked 0.70, filled **0.68**');
    expect(markPosted.mock.calls.map(([, posted]) => posted)).toEqual([
      {
        decisionId: '2014-09-23.official',
        news: expect.objectContaining({ kind: 'filled', filled: 0.68, isDone: true }),
      },
    ]);
  });

  it('asks once, and counts the yes under the first interaction', async () => {
    const ticket = { instrument: 'VX', side: 'buy', quantity: 1, expiry: '2014-10-22', price: 15.4 } as const;
    const answered = contextWith().services;
    const recordFill = vi.fn<Services['recordFill']>(async (request) => {
      const [listed] = (await answered.showOrders(SERVER)).orders;
      return request.isConfirmed || !listed
        ? answered.recordFill(request)
        : {
            kind: 'asked',
            order: listed.order,
            tickets: [ticket],
            questions: [{ kind: 'other-instrument', ticket }],
          };
    });
    const asked = await submit('fill', { tickets: 'x', date: '2014-09-24' }, { recordFill });
    expect(textOf(asked.view)).toContain('no VIX option');
    const [yes = ''] = customIdsOf(asked.view);
    const key = yes.replace('v1:hedge.confirm:', '');
    const markPosted = vi.fn<Services['markPosted']>(async () => undefined);
    const services = { recordFill, markPosted };
    await press('confirm', { key, codeBlock: 'BTO 1 VX 10/22/2014 @15.40', services });
    expect(markPosted).toHaveBeenCalledTimes(1);
    expect(recordFill).toHaveBeenLastCalledWith({
      server: SERVER,
      by: MEMBER,
      interaction: contextWith().interaction,
      order: ORDER,
      text: 'BTO 1 VX 10/22/2014 @15.40',
      tradedOn: '2014-09-24',
      isConfirmed: true,
    });
  });

  it('opens the form again with what was typed, to correct it', async () => {
    const form = await press('correct', { key: `${ORDER}|2014-09-24|5`, codeBlock: TICKET });
    expect(JSON.stringify(form)).toContain(TICKET);
  });

  it('quotes back what cannot be read, and what is refused with what is taken', async () => {
    const unreadable = async () =>
      ({ kind: 'unreadable', faults: [{ line: 'BTO x VIX', part: 'quantity', value: 'x' }] }) as const;
    const text = textOf((await submit('fill', {}, { recordFill: unreadable })).view);
    expect(text).toContain('`BTO x VIX`: `x` is not understood, it takes how many');
    const refused = async () =>
      ({
        kind: 'refused',
        faults: [{ kind: 'in-future', tradedOn: '2014-09-25', today: '2014-09-24' }],
      }) as const;
    expect(textOf((await submit('fill', {}, { recordFill: refused })).view)).toContain(
      'Traded on 2014-09-25: today is 2014-09-24',
    );
  });
});

describe('Plan', () => {
  it('shows every style, the recommended first, with buttons for a steward', async () => {
    const view = viewOf(await press('plan'));
    expect(textOf(view)).toContain('0.50 delta, recommended');
    expect(customIdsOf(view)).toEqual(['v1:hedge.fill:O1', 'v1:hedge.skip:O1']);
  });
});

describe('Skip…', () => {
  it('asks why, and writes on the card that it is skipped', async () => {
    expect(await press('skip')).toMatchObject({ form: { command: 'hedge', act: 'skip', key: ORDER } });
    const skipOrder = vi.fn<Services['skipOrder']>(contextWith().services.skipOrder);
    const markPosted = vi.fn<Services['markPosted']>(async () => undefined);
    await submit('skip', { why: 'no liquidity' }, { skipOrder, markPosted });
    expect(skipOrder.mock.calls[0]?.[0]).toMatchObject({ order: ORDER, by: MEMBER, why: 'no liquidity' });
    expect(markPosted.mock.calls[0]?.[1].news).toMatchObject({ kind: 'skipped', by: 'Mara' });
  });

  it('says why nothing was skipped', async () => {
    const skipOrder = async () => ({ kind: 'no-reason', order: ORDER }) as const;
    const markPosted = vi.fn<Services['markPosted']>(async () => undefined);
    const reply = await submit('skip', { why: ' ' }, { skipOrder, markPosted });
    expect(textOf(reply.view)).toContain('say why');
    expect(markPosted).not.toHaveBeenCalled();
  });
});

describe('/book fill', () => {
  it('takes tickets as traders post them for the open order', async () => {
    const recordFill = vi.fn<Services['recordFill']>(contextWith().services.recordFill);
    const reply = await fill.run(
      fill.options.parse({ text: TICKET }),
      contextWith({ recordFill }, 'steward'),
    );
    expect(fill.access).toBe('steward');
    expect(recordFill.mock.calls[0]?.[0]).toMatchObject({ text: TICKET, isConfirmed: false });
    expect(recordFill.mock.calls[0]?.[0]).not.toHaveProperty('order');
    expect(componentsOf(reply.view).length).toBeGreaterThan(0);
  });
});
