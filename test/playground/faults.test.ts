import { describe, expect, it } from 'vitest';
import { createHandTimers } from './hand-timers.ts';
import { request, requestsTo, startDiscord } from './logged-in.ts';

const SEND = 'POST /channels/{channel_id}/messages';

describe('the fault switch', () => {
  it('meets as many requests of its route as it was told, and no others', async () => {
    const started = await startDiscord();
    const path = `/channels/${started.address.channelId}/messages`;
    const met = started.discord.faults.add({ route: SEND, times: 2, fault: { kind: 'fail', status: 500 } });

    expect((await request(started, 'GET', path)).status).toBe(200);
    const statuses = [];
    for (const content of ['a', 'b', 'c']) {
      statuses.push((await request(started, 'POST', path, { content })).status);
    }
    expect(statuses).toEqual([500, 500, 200]);
    expect(met()).toBe(2);
    expect(started.discord.messages(started.address.channelId).map(({ content }) => content)).toEqual(['c']);
  });

  it('takes a pattern of the path, and can be cleared', async () => {
    const started = await startDiscord();
    started.discord.faults.add({ route: /^GET \/users/, times: 9, fault: { kind: 'refuse-connection' } });
    await expect(request(started, 'GET', '/users/@me')).rejects.toThrow('fetch failed');
    started.discord.faults.clear();
    expect((await request(started, 'GET', '/users/@me')).status).toBe(200);
  });

  it('holds a request up for as long as it was told', async () => {
    const timers = createHandTimers();
    const started = await startDiscord({ timers });
    started.discord.faults.add({ fault: { kind: 'delay', milliseconds: 20_000 } });
    const arrived = new Promise((resolve) => {
      started.discord.faults.onRequest((_moment, { path }) => resolve(path));
    });
    const answer = request(started, 'GET', '/users/@me');
    await arrived;
    await expect.poll(() => timers.isWaiting()).toBe(true);
    expect(requestsTo(started.discord, 'GET /users/@me')).toEqual([]);
    timers.pass(20_000);
    expect((await answer).status).toBe(200);
  });

  it('tells of a request before anything is done and again when it is stored but not answered', async () => {
    const started = await startDiscord();
    const told: unknown[] = [];
    started.discord.faults.onRequest((moment, { route, body }) => {
      told.push([moment, route, body, started.discord.messages(started.address.channelId).length]);
    });
    await request(started, 'POST', `/channels/${started.address.channelId}/messages`, { content: 'x' });
    expect(told).toEqual([
      ['arrived', '/channels/{channel_id}/messages', { content: 'x' }, 0],
      ['stored', '/channels/{channel_id}/messages', { content: 'x' }, 1],
    ]);
  });
});
