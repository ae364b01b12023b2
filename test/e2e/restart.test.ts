import { describe, expect, it, onTestFinished } from 'vitest';
import { startMain } from '#test/support/process/main-process.ts';
import { openPlayer, type PlayerInDiscord } from '#test/support/discord/player-in-discord.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';
import { words } from '#test/support/asking.ts';

const EPISODE = '2021-04-09';

/** Plays until so many messages have arrived. */
async function playUntil({ discord, player }: PlayerInDiscord, messages: number): Promise<void> {
  const { stepper } = await player.playback.open(EPISODE, { fresh: false });
  let count = 0;
  discord.onMessage((_, change) => {
    count += change === 'created' ? 1 : 0;
    if (count === messages) {
      stepper.pause();
    }
  });
  const played = player.playback.play();
  await expect.poll(() => stepper.phase, { timeout: 20_000 }).toBe('paused');
  await player.stop();
  await played;
}

describe('a playground that was stopped half-way', { timeout: 60_000 }, () => {
  it('goes on where it was: what was posted stays, nothing is posted twice or left out', async () => {
    const first = await openPlayer();
    await playUntil(first, 4);
    const before = first.messages().map(({ id }) => id);
    expect(before).toHaveLength(4);
    await first.close({ folder: true });

    const second = await openPlayer({ folder: first.folder });
    onTestFinished(() => second.close());
    expect(second.messages().map(({ id }) => id)).toEqual(before);
    await second.player.playback.open(EPISODE, { fresh: false });
    // The checks of day 0; a stop while the second is posted begins with the first.
    expect(second.player.playback.state().clock).toMatch(/ 2021-04-09 (09:45|10:30) ET$/);
    await second.player.playback.play();
    const report = await second.player.playback.report();
    expect(report).toMatchObject({ arrived: report.planned, lost: [], undone: [], surprises: [] });
    const after = second.messages();
    expect(after).toHaveLength(report.planned);
    expect(after.slice(0, 4).map(({ id }) => id)).toEqual(before);
    const texts = after.map(words);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('as a process goes on with the episode that was being played, and prints only what is new', async () => {
    const env = { DATA_DIR: await temporaryFolder() };
    const first = startMain(['--stay', '--episode', EPISODE, '--speed', '60'], env);
    await first.prints('── 1 ·');
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);

    const second = startMain(['--stay', '--speed', '0'], env);
    const out = await second.prints('messages arrived.');
    const [, arrived, planned] = /(\d+) of (\d+) messages arrived\./.exec(out) ?? [];
    expect(arrived).toBe(planned);
    const printed = (text: string): readonly string[] =>
      text
        .split(/^── \d+ · /m)
        .slice(1)
        .map((message) => message.split('\n').slice(1, -1).join('\n'));
    const all = [...printed(first.out()), ...printed(out)];
    expect(all).toHaveLength(Number(planned));
    expect(new Set(all).size).toBe(all.length);
    second.signal('SIGINT');
    expect(await second.ended).toBe(0);
  });
});
