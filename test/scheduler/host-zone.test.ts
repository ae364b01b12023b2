import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('../support/process/planned-instants.ts', import.meta.url));

/** What is planned on a host in another zone. */
async function plannedIn(zone: string): Promise<readonly string[]> {
  const { stdout } = await run(process.execPath, [SCRIPT], { env: { PATH: '', TZ: zone } });
  return stdout.trim().split('\n');
}

describe('planDue on a host in another zone', () => {
  it.each(['Asia/Tokyo', 'America/Los_Angeles', 'Australia/Lord_Howe', 'UTC'])(
    'means New York time in %s too, before and after clocks change',
    async (zone) => {
      const planned = await plannedIn(zone);
      // Clocks in New York change on 2026-03-08 and 2026-11-01.
      expect(planned).toEqual(
        expect.arrayContaining([
          'CPI-2026-03-06.pre-brief 2026-03-05T23:00:00.000Z',
          'CPI-2026-03-06.print 2026-03-06T13:30:00.000Z',
          '2026-03-06.official 2026-03-06T21:15:00.000Z',
          'CPI-2026-03-11.pre-brief 2026-03-10T22:00:00.000Z',
          'CPI-2026-03-11.print 2026-03-11T12:30:00.000Z',
          '2026-03-11.check-0945 2026-03-11T13:45:00.000Z',
          '2026-03-11.official 2026-03-11T20:15:00.000Z',
          'CPI-2026-10-30.print 2026-10-30T12:30:00.000Z',
          'CPI-2026-11-04.print 2026-11-04T13:30:00.000Z',
          '2026-11-04.official 2026-11-04T21:15:00.000Z',
        ]),
      );
    },
  );
});
