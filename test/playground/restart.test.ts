import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLocalDiscord } from '#playground/local-discord.ts';
import { request, startDiscord } from './logged-in.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'playground-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

describe('a local Discord with a folder', () => {
  it('goes on where it was: token, messages, files, nonces, commands and notes', async () => {
    const options = { folder: await folder() };
    const first = await startDiscord(options);
    const path = `/channels/${first.address.channelId}/messages`;
    const commands = `/applications/${first.address.applicationId}/commands`;
    const message = { content: 'kept', nonce: 'n', enforce_nonce: true };
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ content: 'with a file' }));
    form.set('files[0]', new Blob(['a,b']), 'a.csv');
    await request(first, 'POST', path, message);
    await fetch(`${first.address.api}/v10${path}`, {
      method: 'POST',
      headers: { authorization: `Bot ${first.address.token}` },
      body: form,
    });
    const set = await request(first, 'PUT', commands, [{ name: 'ping', description: 'Says pong' }]);
    first.discord.notes.write('instant', '2014-09-17');
    const before = first.discord.messages(first.address.channelId);
    await first.discord.stop();

    const second = await startDiscord(options);
    expect(second.address).toMatchObject({ token: first.address.token, channelId: first.address.channelId });
    expect(second.discord.notes.read('instant')).toBe('2014-09-17');
    const again = await request(second, 'POST', path, message);
    const after = second.discord.messages(second.address.channelId);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(again.answer).toMatchObject({ id: before[0]?.id });

    const url = /http:[^"]+a\.csv/.exec(JSON.stringify(after[1]))?.[0] ?? '';
    expect(await (await fetch(url)).text()).toBe('a,b');
    const listed = await request(second, 'GET', commands);
    expect(listed.answer).toEqual(set.answer);
  });

  it('gives ids that exceed all earlier ones, also when the clock was set back', async () => {
    const options = { folder: await folder() };
    const first = await startDiscord({ ...options, now: () => Date.UTC(2030, 0, 1) });
    await request(first, 'POST', `/channels/${first.address.channelId}/messages`, { content: 'a' });
    await first.discord.stop();
    const second = await startDiscord({ ...options, now: () => Date.UTC(2026, 0, 1) });
    await request(second, 'POST', `/channels/${second.address.channelId}/messages`, { content: 'b' });
    expect(second.discord.messages(second.address.channelId).map(({ content }) => content)).toEqual([
      'a',
      'b',
    ]);
  });

  it('refuses a folder that another one uses', async () => {
    const options = { folder: await folder() };
    await startDiscord(options);
    expect(() => createLocalDiscord({ now: Date.now, ...options })).toThrow(
      /cannot keep its messages in .*locked/,
    );
  });

  it('refuses a damaged file and one of a newer version, and leaves both as they are', async () => {
    const damaged = await folder();
    await writeFile(
      join(damaged, 'playground.sqlite'),
      'no database at all, but long enough to be looked at'.repeat(10),
    );
    expect(() => createLocalDiscord({ now: Date.now, folder: damaged })).toThrow('file is not a database');

    const newer = await folder();
    const database = new DatabaseSync(join(newer, 'playground.sqlite'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => createLocalDiscord({ now: Date.now, folder: newer })).toThrow('written by a newer version');
  });

  it('says so when the folder cannot be made', async () => {
    const path = join(await folder(), 'file');
    await writeFile(path, '');
    expect(() => createLocalDiscord({ now: Date.now, folder: path })).toThrow(
      `cannot keep its messages in ${path}`,
    );
  });
});
