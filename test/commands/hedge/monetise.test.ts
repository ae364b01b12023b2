import { describe, expect, it, vi } from 'vitest';
import { monetise } from '#commands/hedge/monetise.ts';
import { monetiseReport } from '#engine/upkeep/monetise-report.ts';
import type { Services } from '#services/index.ts';
import { WORKED_CASE } from '#test/support/discord/fake-exposure-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';

const { signal } = new AbortController();

describe('/hedge monetise', () => {
  it('says with the numbers that there is nothing to take', async () => {
    const text = textOf((await monetise.run({}, contextWith())).view);
    expect(text).toContain('## Taking profits on the hedge');
    expect(text).toContain('**Nothing to take**: the hedge has not paid.');
    expect(text).toContain('VIX 18.50, 1.5 SD from 17.00, the mean of the 20 closes before');
    expect(text).toContain('Asks for VIX at 20 or more and 1.5 SD');
  });

  it('says why, where something speaks against it', async () => {
    const answer = await contextWith().services.showMonetise({ server: SERVER }, signal);
    const shown = async (change: Partial<typeof answer>): Promise<string> => {
      const showMonetise = async () => ({ ...answer, ...change });
      return textOf((await monetise.run({}, contextWith({ showMonetise }))).view);
    };
    expect(await shown({ isHeld: false })).toContain('no hedge lots are held');
    expect(await shown({ rules: { ...answer.rules, 'monetise.enabled': false } })).toContain('is off');
    expect(await shown({ report: { ...answer.report, block: 'up-order' } })).toContain('still open');
    expect(await shown({ report: { triggers: [], tranches: [] } })).toContain('are not known');
  });

  it('shows triggers, tranches, cash, cover before and after, and what is given back', async () => {
    const [short, ...others] = WORKED_CASE.positions.hedges;
    const positions = {
      ...WORKED_CASE.positions,
      hedges: short ? [{ ...short, cost: 0.1 }, ...others] : others,
    };
    const closes = [...Array.from({ length: 20 }, (_, place) => (place % 2 === 0 ? 16 : 18)), 18.5];
    const answer = await contextWith().services.showMonetise({ server: SERVER }, signal);
    const report = monetiseReport({ ...WORKED_CASE, positions, closes });
    const showMonetise = async () => ({ ...answer, report });
    const text = textOf((await monetise.run({}, contextWith({ showMonetise }))).view);
    expect(text).toMatch(/`H-short` is worth \d\.\d × its cost/);
    expect(text).toMatch(/- STC 9 VIX 02\/04\/2026 25C: about \$\d+, model/);
    expect(text).toMatch(/Raises about \$[\d,]+/);
    expect(text).toMatch(/cover \d+ %.*; after the sale .*\d+ %/);
    expect(text).toMatch(/Should VIX fall to 17\.00, its 20-close mean, the hedge gives back \$[\d,]+/);
    expect(text).toContain('Nothing was ordered');
  });

  it('opens from a card for whoever presses, alone, on the server’s book', async () => {
    const showMonetise = vi.fn<Services['showMonetise']>(contextWith().services.showMonetise);
    const profits = monetise.components?.['profits'];
    if (!profits || !('act' in profits)) {
      throw new Error('no button');
    }
    const reply = await profits.act({ key: 'd1', values: [] }, contextWith({ showMonetise }));
    expect(reply.audience).toBe('caller');
    await monetise.run({ personal: true }, contextWith({ showMonetise }));
    expect(showMonetise.mock.calls.map(([owner]) => owner)).toEqual([
      { server: SERVER },
      { server: SERVER, member: MEMBER },
    ]);
  });
});
