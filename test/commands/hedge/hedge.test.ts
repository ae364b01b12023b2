import { describe, expect, it, vi } from 'vitest';
import { hedge } from '#commands/hedge/index.ts';
import { plan } from '#commands/hedge/plan.ts';
import { setRatio } from '#commands/hedge/set-ratio.ts';
import { size } from '#commands/hedge/size.ts';
import type { Services } from '#services/index.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { anOrder } from '#test/support/book/orders.ts';
import { contextWith, MEMBER, SERVER, subCommand } from '#test/commands/context-with.ts';

const cost = subCommand(hedge, 'cost');
const strikes = subCommand(hedge, 'strikes');

describe('/hedge plan', () => {
  it('recommends one style in tickets, with what it costs and reaches', async () => {
    const { view } = await plan.run({ to: 0.85 }, contextWith());
    const text = textOf(view);
    expect(text).toContain('## Hedge plan: vega multiplier 0.60 → 0.85');
    expect(text).toContain('asked 0.60, filled **0.60**');
    expect(text).toContain('**0.50 delta, recommended**');
    expect(text).toMatch(/BUY \d+ VIX 4 Feb 2026 \d+ call/);
    expect(text).toMatch(/about \$[\d,]+, at ask · reaches 0\.\d\d, one more 0\.\d\d/);
    expect(text).toMatch(/\$[\d,]+ at mid · θ −\$\d+ a day/);
    expect(text).toMatch(/cover \d+ % → \d+ % if SPX −4 %, VIX \+10/);
    expect(text).not.toContain('1.5–2 SD');
    expect(text).toContain('The condors stay as they are');
    expect(JSON.stringify(view)).toContain('v1:hedge.styles:0.85|');
  });

  it('shows the other styles behind a button, of the same book and multiplier', async () => {
    const planHedge = vi.fn<Services['planHedge']>(contextWith().services.planHedge);
    const styles = plan.components?.['styles'];
    if (!styles || !('act' in styles)) {
      throw new Error('no button');
    }
    const { view } = await styles.act({ key: '0.85|own', values: [] }, contextWith({ planHedge }));
    expect(textOf(view)).toContain('**1.5–2 SD strikes**');
    expect(planHedge.mock.calls[0]?.slice(0, 2)).toEqual([{ server: SERVER, member: MEMBER }, 0.85]);
    await styles.act({ key: '|', values: [] }, contextWith({ planHedge }));
    expect(planHedge.mock.calls[1]?.slice(0, 2)).toEqual([{ server: SERVER }, undefined]);
  });

  it('shows the order that is open, with its window and buttons for those who record', async () => {
    const report = await contextWith().services.planHedge(
      { server: SERVER },
      0.85,
      new AbortController().signal,
    );
    const order = anOrder();
    const planHedge = async () => ({
      ...report,
      origin: 'open-order' as const,
      order,
      opening: { kind: 'opens', order } as const,
    });
    const shown = (await plan.run({}, contextWith({ planHedge }, 'steward'))).view;
    expect(textOf(shown)).toContain('**O1**, open until');
    expect(textOf(shown)).toContain('BUY 1 VIX 22 Oct 2014 16 call');
    expect(textOf(shown)).toContain('**When** Wed 24 Sep, 09:45–15:50 ET');
    expect(JSON.stringify(shown)).toContain('v1:hedge.fill:O1');
    const read = (await plan.run({}, contextWith({ planHedge }))).view;
    expect(JSON.stringify(read)).not.toContain('v1:hedge.fill');
  });

  it('asks for the ratio that was typed, else for the rules’ own', async () => {
    const planHedge = vi.fn<Services['planHedge']>(contextWith().services.planHedge);
    const context = contextWith({ planHedge });
    await plan.run({ to: 0.7 }, context);
    await plan.run({ personal: true }, context);
    expect(planHedge.mock.calls.map(([owner, to]) => [owner, to])).toEqual([
      [{ server: SERVER }, 0.7],
      [{ server: SERVER, member: MEMBER }, undefined],
    ]);
  });
});

describe('/hedge size', () => {
  it('says 4/4/2 for ten condors, and the ways to round for others', async () => {
    const ten = textOf((await size.run({ condors: 10 }, contextWith())).view);
    expect(ten).toContain('- **4/4/2** (10): ratio 0.60, off by 0.000');
    const three = textOf((await size.run({ condors: 3 }, contextWith())).view);
    expect(three).toContain('**1/1/1** (3): ratio 0.60, off by 0.000, in proportion');
    expect(three).toContain('rounded up');
  });
});

describe('/hedge strikes', () => {
  it('shows lognormal and linear strikes at 1.5 and 2 SD with the listed one at or above', async () => {
    const text = textOf((await strikes.run({}, contextWith())).view);
    expect(text).toContain('**short** 2026-02-04 · 30 d');
    expect(text).toMatch(/1\.5 SD lognormal: 31\.7 → listed \*\*32\*\*/);
    expect(text).toMatch(/1\.5 SD linear: 28\.4 → listed \*\*29\*\*/);
  });
});

describe('/hedge cost', () => {
  it('shows what was paid and received, and how much of the budget that is', async () => {
    const text = textOf((await cost.run({}, contextWith())).view);
    expect(text).toContain('Net **$3,600** (paid $4,000, received $400) · 2025-01-06 to 2026-01-05');
    expect(text).toContain('Budget **$20,000** a year (2.0 % of $1,000,000): 18 % used');
    expect(text).toContain('**1 flow has no price**');
    expect(text).toContain('- `H1` settled 2025-06-18');
  });
});

describe('/hedge set-ratio', () => {
  it('is the stewards’', () => {
    expect(setRatio.access).toBe('steward');
  });

  it('says who set what, why, and that it counts as no up-step', async () => {
    const text = textOf((await setRatio.run({ ratio: 0.7, why: 'desk call' }, contextWith())).view);
    expect(text).toContain('## Vega multiplier set by hand: 0.60 → 0.70');
    expect(text).toContain(`<@${MEMBER}>`);
    expect(text).toContain('desk call');
    expect(text).toContain('It counts as no up-step');
  });
});
