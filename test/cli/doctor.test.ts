import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { LoopbackProvider } from '#test/support/http/loopback-provider.ts';
import { runCli } from '#test/support/process/run-cli.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const TOKEN = `${'secret-token'.repeat(6)}`;

/** The doctor in a process of its own; every source is a server on loopback that knows nothing. */
async function doctor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const provider = new LoopbackProvider();
  await provider.start();
  onTestFinished(() => provider.stop());
  return runCli('doctor', args, { SOURCES_URL: `http://${provider.host}`, ...env });
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
    await (await openStore(DATA_DIR, thresholds)).close();
    await doctor([], { DATA_DIR });
    const store = await openStore(DATA_DIR, thresholds);
    onTestFinished(() => store.close());
    expect((await store.ledger.sourceState('BLS')).day.spent).toBe(1);
    const { out } = await doctor([], { DATA_DIR });
    expect(out).toContain('in use by a running bot');
    expect((await store.ledger.sourceState('BLS')).day.spent).toBe(1);
  });

  it('ends with 2 when it was called wrongly, and says how it is called', async () => {
    const { code, complaints } = await doctor(['--colour']);
    expect(complaints).toContain('npm run doctor -- --help lists what there is.');
    expect(code).toBe(2);
  });
});
