import { describe, expect, it } from 'vitest';
import { steward } from '#commands/steward/index.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, subCommand } from '#test/commands/context-with.ts';
import type { DeliveriesReport } from '#services/delivery/show-deliveries.ts';
import type { DoctorReport } from '#services/health/examine.ts';

const deliveries = subCommand(steward, 'deliveries');
const doctor = subCommand(steward, 'doctor');

async function examined(otherwise: Partial<DoctorReport> = {}): Promise<string> {
  const account = await someServices().examine('1');
  return textOf(
    (await doctor.run({}, contextWith({ examine: async () => ({ ...account, ...otherwise }) }))).view,
  );
}

async function delivered(otherwise: Partial<DeliveriesReport> = {}): Promise<string> {
  const account = await someServices().showDeliveries('1');
  const showDeliveries = async () => ({ ...account, ...otherwise });
  return textOf((await deliveries.run({}, contextWith({ showDeliveries }))).view);
}

describe('/steward doctor', () => {
  it('is for stewards, and seen by nobody else', () => {
    expect(doctor).toMatchObject({ access: 'steward', audience: 'caller' });
  });

  it('says what it comes to, which key would help, and when sources were asked', async () => {
    const text = await examined();
    expect(text).toContain('The bot has all that it needs.');
    expect(text).toMatch(/○ \*\*FRED\*\* No key: FRED\\_API\\_KEY switches it on\./);
    expect(text).toContain('Asked <t:1411503300:R>');
  });

  it('says what is missing on this server', async () => {
    expect(await examined({ missing: ['Attach Files'] })).toContain('Missing there: **Attach Files**');
  });

  it('says that nobody is asked where data are recorded', async () => {
    const { checkup: _none, ...account } = await someServices().examine('1');
    const { view } = await doctor.run({}, contextWith({ examine: async () => account }));
    expect(textOf(view)).toContain('No live source is connected here.');
  });
});

describe('/steward deliveries', () => {
  it('shows each step with its time and how long it all took', async () => {
    const text = await delivered();
    expect(text).toContain('seen at BLS Tue 23 Sep 2014 16:15:00 → evaluated 16:15:00 → queued');
    expect(text).toContain('accepted by Discord 16:15:04, 4.0 s after it was seen');
    expect(text).toContain('one message: p50 4.0 s, p95 4.0 s');
  });

  it('says why a message was given up, and that others were never made', async () => {
    const trace = { releaseId: 'CPI-2014-09-17', seenAt: 0, seenBy: 'BLS' };
    const reason = 'Discord refused it: 50013';
    const dropped = {
      ...trace,
      evaluatedAt: 0,
      queuedAt: 0,
      delivery: { state: 'dropped', at: 0, reason },
    } as const;
    expect(await delivered({ traces: [dropped] })).toContain(`: ${reason}`);
    expect(await delivered({ traces: [{ ...trace, evaluatedAt: 0 }] })).toContain('its kind is switched off');
    expect(await delivered({ traces: [trace] })).toContain('not evaluated for this server');
    expect(await delivered({ traces: [] })).toContain('No release has been published');
  });
});
