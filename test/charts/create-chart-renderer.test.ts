import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createChartRenderer } from '#charts/create-chart-renderer.ts';
import { type DrawingThreadParts, startDrawingWorker } from '#charts/drawing-thread.ts';
import { signalDrawing } from '#charts/signal-drawing.ts';
import type { Picture } from '#domain/signal/signal-chart.ts';
import { sampleChart } from './sample-chart.ts';

const MEGABYTE = 1_048_576;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Never aborted. */
const patient = new AbortController().signal;

const renderer = createChartRenderer();
afterAll(() => renderer.stop());

/** A renderer of the test's own, with the workers that it started. */
function rendererOf(parts: Partial<DrawingThreadParts> = {}) {
  const started: Worker[] = [];
  const own = createChartRenderer({
    ...parts,
    startWorker: () => {
      const worker = (parts.startWorker ?? startDrawingWorker)();
      started.push(worker);
      return worker;
    },
  });
  onTestFinished(() => own.stop());
  return { own, started };
}

/** A worker that does not draw. */
function startIdler(script: string): Worker {
  return new Worker(script, { eval: true });
}

const FATAL = `require('node:worker_threads').parentPort.once('message', () => process.exit(1))`;
const SILENT = `require('node:worker_threads').parentPort.on('message', () => {})`;

/** Width and height as the PNG's first chunk has them. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('createChartRenderer', () => {
  it('draws a PNG at twice the size of the picture, 1,100 pixels wide and not much higher', async () => {
    const chart = sampleChart();
    const { png } = await renderer.drawSignal(chart, patient);
    const [width, height] = sizeOf(png);
    expect([...png.subarray(0, 8)]).toEqual(PNG_SIGNATURE);
    expect(width).toBe(1100);
    expect(height).toBe(2 * signalDrawing(chart).height);
    expect(height / width).toBeLessThan(1.3);
    expect(png.byteLength).toBeLessThan(MEGABYTE);
  });

  it('gives the same bytes and words for the same chart', async () => {
    const chart = sampleChart(60, { watermark: 'RECORDED' });
    const first = await renderer.drawSignal(chart, patient);
    const again = await renderer.drawSignal(structuredClone(chart), patient);
    expect(Buffer.compare(first.png, again.png)).toBe(0);
    expect(again.altText).toBe(first.altText);
  });

  it('gives each of two charts that are asked for at once its own picture', async () => {
    const charts = [sampleChart(30), sampleChart(120)];
    const together = await Promise.all(charts.map((chart) => renderer.drawSignal(chart, patient)));
    const alone: Picture[] = [];
    for (const chart of charts) {
      alone.push(await renderer.drawSignal(chart, patient));
    }
    expect(together.map(({ png }, index) => Buffer.compare(png, alone[index]?.png ?? png))).toEqual([0, 0]);
    expect(Buffer.compare(together[0]?.png ?? Buffer.of(), together[1]?.png ?? Buffer.of())).not.toBe(0);
  });

  it.each([1, 30, 320])('draws %i sessions', async (count) => {
    const { png } = await renderer.drawSignal(sampleChart(count), patient);
    expect(sizeOf(png)[0]).toBe(1100);
  });

  it('refuses a value that is not finite before anything is drawn', async () => {
    const { own, started } = rendererOf();
    const chart = sampleChart(30, {
      rut: sampleChart(30).rut.map((value, index) => (index === 7 ? NaN : value)),
    });
    await expect(own.drawSignal(chart, patient)).rejects.toThrow('rut is NaN at 2014-04-14');
    expect(started).toEqual([]);
  });

  it('starts no worker for a request that is aborted already', async () => {
    const { own, started } = rendererOf();
    await expect(own.drawSignal(sampleChart(), AbortSignal.abort(new Error('too late')))).rejects.toThrow(
      'too late',
    );
    expect(started).toEqual([]);
  });

  it('lets go of an aborted picture at once, whether drawn or waiting, and draws the others', async () => {
    const { own, started } = rendererOf();
    const aborting = new AbortController();
    const drawn = own.drawSignal(sampleChart(30), aborting.signal);
    const waiting = own.drawSignal(sampleChart(31), aborting.signal);
    const kept = own.drawSignal(sampleChart(30), patient);
    aborting.abort(new Error('no longer needed'));
    const refused = await Promise.allSettled([drawn, waiting]);
    expect(refused.map((result) => result.status === 'rejected' && String(result.reason))).toEqual([
      'Error: no longer needed',
      'Error: no longer needed',
    ]);
    expect((await kept).png.byteLength).toBeGreaterThan(0);
    expect(started).toHaveLength(1);
  });

  it('draws again on a new worker when one died while drawing', async () => {
    let starts = 0;
    const { own, started } = rendererOf({
      startWorker: () => {
        starts += 1;
        return starts === 1 ? startIdler(FATAL) : startDrawingWorker();
      },
    });
    const { png } = await own.drawSignal(sampleChart(30), patient);
    expect(sizeOf(png)[0]).toBe(1100);
    expect(started).toHaveLength(2);
  });

  it('starts a new worker after one died between two pictures, and draws the same bytes there', async () => {
    const { own, started } = rendererOf();
    const before = await own.drawSignal(sampleChart(30), patient);
    await started[0]?.terminate();
    const after = await own.drawSignal(sampleChart(30), patient);
    expect(Buffer.compare(before.png, after.png)).toBe(0);
    expect(started).toHaveLength(2);
  });

  it('gives a picture up whose drawing kills a second worker, and goes on with the next', async () => {
    const { own, started } = rendererOf({ startWorker: () => startIdler(FATAL) });
    const both = await Promise.allSettled([
      own.drawSignal(sampleChart(30), patient),
      own.drawSignal(sampleChart(31), patient),
    ]);
    expect(both.map((result) => result.status === 'rejected' && String(result.reason))).toEqual([
      'Error: the drawing worker died',
      'Error: the drawing worker died',
    ]);
    expect(started).toHaveLength(4);
  });

  it('gives a picture up that takes longer than its limit, and goes on with a new worker', async () => {
    const { own, started } = rendererOf({ limitMilliseconds: 1, startWorker: () => startIdler(SILENT) });
    await expect(own.drawSignal(sampleChart(30), patient)).rejects.toThrow('took longer than 1 ms');
    await expect(own.drawSignal(sampleChart(30), patient)).rejects.toThrow('took longer than 1 ms');
    expect(started).toHaveLength(2);
  });

  it('stops twice and at once, refusing what is being drawn and what comes after', async () => {
    const { own } = rendererOf({ startWorker: () => startIdler(SILENT) });
    const [drawn] = await Promise.allSettled([
      own.drawSignal(sampleChart(30), patient),
      own.stop(),
      own.stop(),
    ]);
    expect(drawn.status === 'rejected' && String(drawn.reason)).toBe('Error: drawing was stopped');
    await own.stop();
    await expect(own.drawSignal(sampleChart(30), patient)).rejects.toThrow('drawing was stopped');
  });

  it('keeps no process alive that has its picture and forgets to stop', async () => {
    const source = new URL('../../src/charts/create-chart-renderer.ts', import.meta.url).href;
    const script = `
      import { createChartRenderer } from ${JSON.stringify(source)};
      const chart = ${JSON.stringify(sampleChart(2))};
      const { png } = await createChartRenderer().drawSignal(chart, new AbortController().signal);
      console.log(png.byteLength > 0);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout).toBe('true\n');
  });
});
