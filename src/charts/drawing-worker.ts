import { parentPort } from 'node:worker_threads';
import type { DrawingAnswer, DrawingOrder } from './drawing-messages.ts';
import { loadDrawing } from './signal-picture.ts';

if (parentPort === null) {
  throw new Error('this file runs as a worker thread');
}
const port = parentPort;
const draw = await loadDrawing();

port.on('message', ({ id, chart }: DrawingOrder) => {
  try {
    const png = draw(chart);
    answer({ id, png }, [png.buffer]);
  } catch (error) {
    answer({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function answer(message: DrawingAnswer, handedOver: readonly ArrayBuffer[] = []): void {
  port.postMessage(message, [...handedOver]);
}
