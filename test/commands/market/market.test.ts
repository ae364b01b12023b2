import { describe, expect, it } from 'vitest';
import { market } from '#commands/market/index.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, subCommand } from '#test/commands/context-with.ts';

const breadth = subCommand(market, 'breadth');
const chart = subCommand(market, 'chart');
const gate = subCommand(market, 'gate');
const smallCaps = subCommand(market, 'small-caps');
const term = subCommand(market, 'term');

const shown = async (command: typeof term): Promise<string> =>
  textOf((await command.run({}, contextWith())).view);

describe('/market small-caps', () => {
  it('shows the conditions about small caps, and every number beside them with its source', async () => {
    const text = await shown(smallCaps);
    expect(text).toContain('## Small caps beside large caps');
    expect(text).toContain('RSI');
    expect(text).toContain('- RUT less SPX, 5 sessions −2.4 % · yahoo (recorded)');
    expect(text).toContain('- against its history −1.40σ');
  });
});

describe('/market breadth', () => {
  it('says that nobody counts, and shows no number in its place', async () => {
    const text = await shown(breadth);
    expect(text).toContain('- small caps, summed net share ? no data for it');
  });
});

describe('/market term', () => {
  it('shows the shape of the curve and its quotients', async () => {
    const text = await shown(term);
    expect(text).toContain('Term structure');
    expect(text).toContain('- VIX9D/VIX 0.940');
  });
});

describe('/market gate', () => {
  it('shows the VIX against the gates of this server', async () => {
    const text = await shown(gate);
    expect(text).toContain('Gates 15/20/25; no up-step above 25, or after a rise of 5 in one session.');
    expect(text).toContain('expected day of SPX (VIX9D/√252) +0.8 %');
  });
});

describe('/market chart', () => {
  it('carries the picture under the name that the message shows', async () => {
    const { view, files } = await chart.run({}, contextWith());
    expect(files).toMatchObject([{ name: 'market.png', description: 'Russell 2000 beside the S&P 500.' }]);
    expect(JSON.stringify(view)).toContain('attachment://market.png');
  });
});
