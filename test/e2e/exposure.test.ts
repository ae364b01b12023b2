import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openRecorded, RECORDED_SERVER } from '#test/support/process/open-recorded.ts';

const Counted = z.object({ called: z.array(z.string()), view: z.string() });
const { signal } = new AbortController();

describe('/exposure show', () => {
  it('runs at most six tenths of the 707 functions that it ran when it evaluated the market for four words', async () => {
    const program = fileURLToPath(new URL('../support/process/count-exposure-functions.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [program], { maxBuffer: 2 ** 24 });
    const { called, view } = Counted.parse(JSON.parse(stdout));
    expect(view).toContain('**p 0.70** · target 0.70 · governed step none · CAPITULATION');
    expect(called.filter((name) => name.startsWith('src/engine/evidence/'))).toEqual([]);
    expect(called.length).toBeLessThanOrEqual(424);
    expect(called.length).toBeGreaterThan(200);
  }, 60_000);

  it('says with every message of an episode what the signal says, whether or not it evaluates for it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vega-exposure-'));
    const told: unknown[] = [];
    const evaluated: unknown[] = [];
    const replay = await openRecorded({
      id: '2014-09-17',
      folder,
      withBook: true,
      async onSend() {
        const { services } = replay.steward;
        const { programme } = await services.showExposure({ server: RECORDED_SERVER }, signal);
        const { decision } = await services.readSignal(RECORDED_SERVER, signal);
        const { target, step, next, limits } = decision.ratio;
        told.push(programme.now);
        evaluated.push({ state: decision.state, target, step, next, limits });
      },
    });
    await replay.stepper.start();
    await replay.stepper.continue();
    await replay.stepper.start();
    await replay.close();
    await rm(folder, { recursive: true });
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual(evaluated);
  }, 60_000);
});
