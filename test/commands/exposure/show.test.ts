import { describe, expect, it } from 'vitest';
import { exposure } from '#commands/exposure/index.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import { EXPOSURE, WORKED_CASE } from '#test/support/discord/fake-exposure-services.ts';
import { KEPT } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { UNKNOWN, workedSources } from '#test/support/book/worked-book.ts';
import { contextWith, MEMBER, subCommand } from '#test/commands/context-with.ts';

const show = subCommand(exposure, 'show');

const told = async (services = {}): Promise<string> =>
  textOf((await show.run({}, contextWith(services))).view);

describe('/exposure show', () => {
  it('shows the measured ratio beside the adopted one, and says which of them decides', async () => {
    const text = await told();
    expect(text).toContain('## Hedge: vega ratio H 0.60, vega multiplier p 0.60');
    expect(text).toContain(
      'p is what the rules have adopted. H is measured from the book and moves nothing.',
    );
    expect(text).toContain('**H 0.60** · H(+10 VIX points) **1.00**');
    expect(text).toContain('target 0.85 · governed step +0.10 → 0.70 · CAPITULATION');
  });

  it('shows every expiration with its layer, days, exposure, share, delta, beta and future', async () => {
    const text = await told();
    expect(text).toContain('**2026-02-04** short · 29 contracts · 30 d');
    expect(text).toContain(
      '$304 per VIX point (51 %) · h 0.31 · Δ 0.25 · β 0.41 · future 18.50 (quote, worked example, recorded, 0 min old)',
    );
    expect(text).toContain('**2026-08-13** long · 15 contracts · 220 d');
  });

  it('shows what the condors are short, raw and time-weighted, with their greeks', async () => {
    const text = await told();
    expect(text).toContain(
      '**Condors** 4 · vega time-weighted **−$994** per VIX point, raw −$1,217 per vol point',
    );
    expect(text).toMatch(/θ \+\$1[78]\d a day/);
  });

  it('shows what is left after the next expiry, and every shock', async () => {
    const text = await told();
    expect(text).toContain('After the next expiry 2026-02-04 (30 d), if nothing is done: H **0.29**');
    expect(text).toContain('VIX +10: −$7,502, +$7,524, 1.00');
    expect(text).toContain('VIX +10 with SPX −4 %');
  });

  it('lists every leg without a value with its reason, and calls the totals partial', async () => {
    const { marks } = workedSources();
    const [first, ...others] = marks.futures;
    const sources = workedSources({ futures: others, vix: UNKNOWN });
    const account = bookExposure({ ...WORKED_CASE, sources });
    const text = await told({ showExposure: async () => ({ ...EXPOSURE, account }) });
    expect(first?.expiry).toBe('2026-02-04');
    expect(text).toContain('**Not valued: 1 leg**, so totals are partial');
    expect(text).toContain('`H-short` 29 VIX 25 call 2026-02-04 AM: no future or forward of its expiry');
    expect(text).toContain('**H 0.29 partial**');
    expect(text).not.toContain('counts only');
  });

  it('shows ratios only, and says how to keep a book, where there is none', async () => {
    const account = bookExposure({ ...WORKED_CASE, positions: { condors: [], hedges: [] } });
    const text = await told({ showExposure: async () => ({ ...EXPOSURE, account }) });
    expect(text).toContain('vega ratio H ?, vega multiplier p 0.60');
    expect(text).toContain('`/book condor`');
  });

  it('shows who has set the ratio by hand, and why', async () => {
    const byHand = { from: 0.6, to: 0.7, by: MEMBER, at: EXPOSURE.asOf, why: 'desk call' };
    const programme = { ...EXPOSURE.programme, programme: { ratio: 0.7, upUsed: 0, byHand } };
    const text = await told({ showExposure: async () => ({ ...EXPOSURE, programme }) });
    expect(text).toContain(`set by hand 0.60 → 0.70 by <@${MEMBER}>`);
    expect(text).toContain('desk call');
  });

  it('carries the picture, and its words', async () => {
    const { files } = await show.run({}, contextWith());
    expect(files).toMatchObject([{ name: 'exposure.png', description: 'Hedge exposure by expiration.' }]);
  });

  it('answers in the channel, or alone where the server wants that or it is one’s own book', async () => {
    const hidden = { ...KEPT, settings: someSettings({ 'exposure.visibility': 'ephemeral' }) };
    expect((await show.run({}, contextWith())).audience).toBeUndefined();
    expect((await show.run({}, contextWith({ settings: async () => hidden }))).audience).toBe('caller');
    const own = await show.run({ personal: true }, contextWith());
    expect(own.audience).toBe('caller');
    expect(textOf(own.view)).toContain('## Your hedge: vega ratio H 0.60 (the server’s multiplier p 0.60)');
  });
});
