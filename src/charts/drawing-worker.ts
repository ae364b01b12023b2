import { parentPort } from 'node:worker_threads';
import type { DrawingAnswer, DrawingRequest } from './drawing-thread.ts';
import { loadDrawing } from './load-drawing.ts';

if (parentPort === null) {
  throw new Error('this file runs as a worker thread');
}
const port = parentPort;
const draw = await loadDrawing();

port.on('message', ({ id, chart }: DrawingRequest) => {
  try {
    const png = draw(chart);
    answer({ id, png }, [png.buffer]);
  } catch (error) {
    answer({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function answer(message: DrawingAnswer, transfer: readonly ArrayBuffer[] = []): void {
  port.postMessage(message, [...transfer]);
}
