import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Playback, type PlaybackParts } from '#replay/playback.ts';
import { UnknownEpisode } from '#domain/problem.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

describe('Playback', () => {
  it.each(['..', '../kept', '2099-01-01', ''])(
    'refuses "%s" as an episode before it touches any folder',
    async (episode) => {
      const home = await temporaryFolder();
      const precious = join(home, 'kept', 'precious');
      await mkdir(join(home, 'kept'));
      await mkdir(join(home, 'episodes'));
      await writeFile(precious, 'kept');
      const open = vi.fn<PlaybackParts['open']>();
      const playback = new Playback({
        episodes: [{ id: '2014-09-17', title: 'the only one' }],
        folder: join(home, 'episodes'),
        open,
        serve: async () => undefined,
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      });
      await expect(playback.open(episode, { fresh: true })).rejects.toThrow(UnknownEpisode);
      expect(open).not.toHaveBeenCalled();
      expect(await readFile(precious, 'utf8')).toBe('kept');
    },
  );
});
