import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { thresholds } from '../../config/thresholds.ts';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { LoopbackProvider } from '../support/loopback-provider.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DOCTOR = fileURLToPath(new URL('../../src/cli/doctor.ts', import.meta.url));
const TOKEN = `${'secret-token'.repeat(6)}`;

/** The doctor in a process of its own; every source is a server on loopback that knows nothing. */
async function doctor(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly out: string; readonly complaints: string }> {
  const provider = new LoopbackProvider();
  await provider.start();
  onTestFinished(() => provider.stop());
  const child = spawn(process.execPath, [DOCTOR, ...args], {
    cwd: tmpdir(),
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: join(tmpdir(), 'vega-compile-cache'),
      SOURCES_URL: `http://${provider.host}`,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const [out, complaints, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, complaints };
}

describe('npm run doctor', { timeout: 60_000 }, () => {
  it('needs neither Discord nor a token, makes nothing, and ends with 1 where a need is missing', async () => {
    const folder = join(await temporaryFolder(), 'never-made');
    const { code, out, complaints } = await doctor([], { DATA_DIR: folder });
    expect(out).toContain('ok    Store               none yet');
    expect(out).toContain('note  Discord token       none: npm start opens the playground');
    expect(out).toContain('Nobody gives closes, which the bot needs.');
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect([code, complaints]).toEqual([1, '']);
    expect(existsSync(folder)).toBe(false);
  });

  it('tells scripts the same as JSON, without a secret in it', async () => {
    const DATA_DIR = await temporaryFolder();
    const keys = {
      FRED_API_KEY: 'secret-fred',
      BLS_API_KEY: 'secret-bls',
      POLYGON_API_KEY: 'secret-massive',
    };
    const { code, out } = await doctor(['--json'], { DATA_DIR, DISCORD_TOKEN: TOKEN, ...keys });
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'bad',
      machine: expect.arrayContaining([{ part: { about: 'token', isThere: true }, verdict: 'well' }]),
      sources: expect.arrayContaining([
        { source: expect.objectContaining({ name: 'FRED' }), verdict: 'bad' },
      ]),
    });
    expect(out).not.toContain('secret');
    expect(code).toBe(1);
  });

  it('spends from the quota of the bot in whose folder it looks, and leaves a running one alone', async () => {
    const DATA_DIR = await temporaryFolder();
    openStore(DATA_DIR, thresholds).close();
    await doctor([], { DATA_DIR });
    const store = openStore(DATA_DIR, thresholds);
    onTestFinished(() => store.close());
    expect((await store.ledger.sourceStanding('BLS')).day.spent).toBe(1);
    const { out } = await doctor([], { DATA_DIR });
    expect(out).toContain('in use by a running bot');
    expect((await store.ledger.sourceStanding('BLS')).day.spent).toBe(1);
  });

  it('ends with 2 when it was called wrongly, and says how it is called', async () => {
    const { code, complaints } = await doctor(['--colour']);
    expect(complaints).toContain('npm run doctor -- --help lists what there is.');
    expect(code).toBe(2);
  });
});
