import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DrawChart, loadDrawing } from '#charts/load-drawing.ts';
import { sampleChart } from './sample-chart.ts';

const MEGABYTE = 1_048_576;

let draw: DrawChart;

beforeAll(async () => {
  setFlagsFromString('--expose-gc');
  draw = await loadDrawing();
});

/** What is in use, in megabytes, once all that nobody holds any more has been collected. */
function held(): { readonly heap: number; readonly external: number } {
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return { heap: heapUsed / MEGABYTE, external: external / MEGABYTE };
}

/** Growth over `count` turns, after a few that fill caches. */
function growthOver(count: number, act: () => void): { readonly heap: number; readonly external: number } {
  act();
  act();
  const before = held();
  for (let turn = 0; turn < count; turn += 1) {
    act();
  }
  const after = held();
  return { heap: after.heap - before.heap, external: after.external - before.external };
}

describe('loadDrawing', () => {
  it('draws thirty pictures in the memory of two, inside the rasterizer too', () => {
    const chart = sampleChart(2);
    const { heap, external } = growthOver(30, () => draw(chart));
    expect(heap).toBeLessThan(5);
    expect(external).toBeLessThan(3);
  });
});
