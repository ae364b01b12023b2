import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runMain, startMain } from '#test/support/process/main-process.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const EPISODE = ['--headless', '--episode', '2014-09-17'];

/** What an episode may take on the machine of somebody who tries it, milliseconds. */
const LONGEST = 20_000;

/** The headline of each printed message. */
function headlines(out: string): readonly string[] {
  const messages = out.split(/^── .*$/m).slice(1);
  return messages.map((message) => {
    const lines = message.split('\n').map((line) => line.trim());
    return lines.find((line) => line !== '' && line !== 'RECORDED') ?? '';
  });
}

/** Pre-brief, very weak print, lag from 2014-09-19 on, dual confirmation and step at the close of 2014-09-23. */
function expectStory({ code, out, complaints }: Awaited<ReturnType<typeof runMain>>): void {
  expect(complaints).toBe('');
  expect(code).toBe(0);
  expect(headlines(out)).toEqual([
    'CPI for Aug 2014, tomorrow 08:30 ET',
    'Nothing to do: vega multiplier stays 0.60',
    expect.stringMatching(/^ARMED 0\.60 · checked 09:45/),
    expect.stringMatching(/^ARMED 0\.60 · checked 10:30/),
    'Nothing to do: vega multiplier stays 0.60',
    expect.stringMatching(/^ARMED 0\.60 · checked 16:15/),
    'Nothing to do: vega multiplier stays 0.60',
    'Nothing to do: vega multiplier stays 0.60',
    expect.stringMatching(
      /^<@&1290000000000000011> ▲ Add hedge: vega multiplier 0\.60 → 0\.70 · BUY 1 VIX 22 Oct 2014 16 call/,
    ),
    expect.stringMatching(/^◷ Still owed: asked 0\.70, filled 0\.60 · BUY 1 VIX 22 Oct 2014 16 call/),
  ]);
  expect(out).toContain('CPI −2.5σ very weak, but small caps do not lag: −0.99σ, needs −1.00σ');
  expect(out).toContain('CAPITULATION, kept: one close below so far');
  expect(out).toMatch(/\n10 of 10 messages arrived\.\n$/);
}

describe('npm start -- --headless --episode 2014-09-17', { timeout: 60_000 }, () => {
  it('prints the same story twice in a row, and beside an open playground', async () => {
    const folder = await temporaryFolder();
    const began = Date.now();
    const alone = await runMain(EPISODE, { DATA_DIR: folder });
    expect(Date.now() - began).toBeLessThan(LONGEST);
    expectStory(alone);

    const playground = startMain(['--stay', '--speed', '60'], { DATA_DIR: folder });
    await playground.prints('The playground is open: http://127.0.0.1:');
    expect(await runMain(EPISODE, { DATA_DIR: folder })).toEqual(alone);
    playground.signal('SIGTERM');
    expect(await playground.ended).toBe(0);
    expect(await readdir(join(folder, 'replays'))).toEqual([]);
  });
});

describe('npm start without a terminal', { timeout: 60_000 }, () => {
  it('opens the page, prints the messages and ends with the episode', async () => {
    const { code, out, complaints } = await runMain(['--episode', '2021-04-09'], {
      DATA_DIR: await temporaryFolder(),
    });
    expect(complaints).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('The playground is open: http://127.0.0.1:');
    expect(out).toContain('PPI for Mar 2021, tomorrow 08:30 ET');
    expect(out).toMatch(/\n(\d+) of \1 messages arrived\.\n$/);
  });
});
