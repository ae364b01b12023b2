import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runMain, startMain } from '#test/support/process/main-process.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

/** A port of this machine that is in use until the test has finished. */
async function takenPort(): Promise<number> {
  const server = createServer();
  onTestFinished(() => new Promise((resolve) => void server.close(() => resolve())));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('npm start, when it cannot be done', { timeout: 60_000 }, () => {
  it('names the episodes that there are, and leaves no folder behind', async () => {
    const folder = await temporaryFolder();
    const { code, complaints } = await runMain(['--headless', '--episode', '2014-09-18'], {
      DATA_DIR: folder,
    });
    expect(complaints).toMatch(
      /^There is no recorded episode of 2014-09-18\. There are: 2014-09-17, 2018-10-11, .*\.\n$/,
    );
    expect(code).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that a port is taken and how to choose another', async () => {
    const port = await takenPort();
    const { code, complaints } = await runMain(['--port', String(port)], {
      DATA_DIR: await temporaryFolder(),
    });
    expect(complaints).toBe(
      `Port ${port} is taken by another program. Choose another one with --port, or leave it out for a free one.\n`,
    );
    expect(code).toBe(1);
  });

  it('says which folder it cannot write to', async () => {
    const file = join(await temporaryFolder(), 'a-file');
    await writeFile(file, '');
    const { code, complaints } = await runMain(['--headless'], { DATA_DIR: join(file, 'data') });
    expect(complaints).toMatch(
      /^\S+playground\.sqlite cannot be read or written\. Check who owns the folder, or choose .* DATA_DIR\.\n$/,
    );
    expect(complaints).toContain(join(file, 'data'));
    expect(code).toBe(1);
  });

  it('says that another playground uses the folder', async () => {
    const folder = await temporaryFolder();
    const first = startMain(['--stay', '--speed', '60'], { DATA_DIR: folder });
    await first.prints('The playground is open');
    const { code, complaints } = await runMain(['--stay'], { DATA_DIR: folder });
    expect(complaints).toBe(
      `${join(folder, 'playground', 'playground.sqlite')} is in use by another process. Stop that one, or give this one a folder of its own with DATA_DIR.\n`,
    );
    expect(code).toBe(1);
  });

  it('refuses a damaged store and leaves it as it was', async () => {
    const folder = await temporaryFolder();
    const place = join(folder, 'playground', 'episodes', '2014-09-17');
    const file = join(place, 'steward.sqlite');
    const damaged = 'no database, but long enough to be looked at. '.repeat(100);
    await mkdir(place, { recursive: true });
    await writeFile(file, damaged);
    const { code, complaints } = await runMain(['--stay'], { DATA_DIR: folder });
    expect(complaints).toBe(
      `${file} is damaged and was left as it is. Restore a copy, or move it away to begin anew.\n`,
    );
    expect(code).toBe(1);
    expect(await readFile(file, 'utf8')).toBe(damaged);
    expect(await readdir(place)).toEqual(['steward.sqlite']);
  });

  it('refuses a damaged playground file and leaves it as it was', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'playground', 'playground.sqlite');
    const damaged = 'no database, but long enough to be looked at. '.repeat(100);
    await mkdir(join(folder, 'playground'), { recursive: true });
    await writeFile(file, damaged);
    const { code, complaints } = await runMain(['--stay'], { DATA_DIR: folder });
    expect(complaints).toBe(
      `${file} is damaged and was left as it is. Restore a copy, or move it away to begin anew.\n`,
    );
    expect(code).toBe(1);
    expect(await readFile(file, 'utf8')).toBe(damaged);
  });

  it('says which option it does not know', async () => {
    const { code, complaints } = await runMain(['--epsiode', '2014-09-17'], {
      DATA_DIR: await temporaryFolder(),
    });
    expect(complaints).toContain('--epsiode');
    expect(complaints).toContain('--help');
    expect(code).toBe(2);
  });

  it('says which variable is wrong, without its value', async () => {
    const { code, complaints } = await runMain([], {
      DATA_DIR: await temporaryFolder(),
      DISCORD_TOKEN: 'a short secret',
    });
    expect(complaints).toContain('DISCORD_TOKEN');
    expect(complaints).not.toContain('secret');
    expect(code).toBe(1);
  });
});
