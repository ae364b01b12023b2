import { Worker } from 'node:worker_threads';
import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { SignalChart } from '#domain/signal/signal-chart.ts';
import type { StudyChart } from '#domain/history/study-chart.ts';
import type { DrawingAnswer, DrawingOrder } from './drawing-messages.ts';

export type DrawingThreadParts = {
  /** Longest that one picture may take, the start of the worker included. */
  readonly limitMilliseconds: number;
  readonly startWorker: () => Worker;
};

type Job = {
  readonly order: DrawingOrder;
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (reason: unknown) => void;
  attempts: number;
};

/** A picture whose worker dies is drawn once more: the death may have had nothing to do with it. */
const MOST_ATTEMPTS = 2;

/** Keeps the worker's garbage from piling up; a picture of 320 sessions needs a third of it. */
const HEAP = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/** Starts a worker that draws. It does not keep the process alive. */
export function startDrawingWorker(): Worker {
  const worker = new Worker(new URL('./drawing-worker.ts', import.meta.url), {
    name: 'drawing',
    execArgv: [],
    resourceLimits: HEAP,
  });
  worker.unref();
  return worker;
}

/**
 * Draws pictures one after another on a thread of its own, which is started by the first of them and again after it
 * died. The process is kept alive by a picture being drawn, and by nothing else here.
 */
export class DrawingThread {
  readonly #parts: DrawingThreadParts;
  readonly #waiting: Job[] = [];
  readonly #endings: Promise<unknown>[] = [];
  #worker: Worker | undefined;
  #current: { readonly job: Job; readonly timer: NodeJS.Timeout } | undefined;
  #orders = 0;
  #isStopped = false;

  constructor(parts: DrawingThreadParts) {
    this.#parts = parts;
  }

  /**
   * @returns the PNG
   * @throws the signal's reason once it is aborted; Error if drawing failed, took too long or was stopped
   */
  async draw(chart: SignalChart | StudyChart | BookChart, signal: AbortSignal): Promise<Uint8Array> {
    signal.throwIfAborted();
    if (this.#isStopped) {
      throw new Error('drawing was stopped');
    }
    this.#orders += 1;
    const order = { id: this.#orders, chart };
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const job = { order, resolve, reject, attempts: 0 };
    const abandon = (): void => {
      this.#forget(job);
      reject(signal.reason);
    };
    signal.addEventListener('abort', abandon, { once: true });
    this.#waiting.push(job);
    this.#next();
    try {
      return await promise;
    } finally {
      signal.removeEventListener('abort', abandon);
    }
  }

  /** Ends the worker and refuses what waits. May be called twice and at once. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const left = [...this.#waiting.splice(0), ...(this.#current ? [this.#current.job] : [])];
    this.#endCurrent();
    this.#retire();
    for (const { reject } of left) {
      reject(new Error('drawing was stopped'));
    }
    await Promise.all(this.#endings);
  }

  /** An abandoned picture that is being drawn is let finish: that is sooner than starting a worker again. */
  #forget(job: Job): void {
    job.attempts = MOST_ATTEMPTS;
    const place = this.#waiting.indexOf(job);
    if (place >= 0) {
      this.#waiting.splice(place, 1);
    }
  }

  #next(): void {
    if (this.#current) {
      return;
    }
    const job = this.#waiting.shift();
    if (!job) {
      this.#worker?.unref();
      return;
    }
    job.attempts += 1;
    const timer = setTimeout(() => this.#giveUp(job), this.#parts.limitMilliseconds);
    this.#current = { job, timer };
    try {
      this.#worker ??= this.#start();
      this.#worker.ref();
      this.#worker.postMessage(job.order);
    } catch (error) {
      this.#endCurrent();
      job.reject(error);
      this.#next();
    }
  }

  #start(): Worker {
    const worker = this.#parts.startWorker();
    let cause: unknown;
    worker.on('message', (answer: DrawingAnswer) => this.#take(answer));
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      if (worker === this.#worker) {
        this.#worker = undefined;
        this.#mourn(cause);
      }
    });
    return worker;
  }

  #take(answer: DrawingAnswer): void {
    const job = this.#current?.job;
    if (job?.order.id !== answer.id) {
      return;
    }
    this.#endCurrent();
    if ('png' in answer) {
      job.resolve(answer.png);
    } else {
      job.reject(new Error(`the chart could not be drawn: ${answer.failure}`));
    }
    this.#next();
  }

  #mourn(cause: unknown): void {
    const job = this.#current?.job;
    this.#endCurrent();
    if (job && job.attempts < MOST_ATTEMPTS) {
      this.#waiting.unshift(job);
    } else {
      job?.reject(new Error('the drawing worker died', { cause }));
    }
    this.#next();
  }

  #giveUp(job: Job): void {
    this.#endCurrent();
    this.#retire();
    job.reject(new Error(`drawing a chart took longer than ${this.#parts.limitMilliseconds} ms`));
    this.#next();
  }

  #endCurrent(): void {
    clearTimeout(this.#current?.timer);
    this.#current = undefined;
  }

  #retire(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    if (worker) {
      this.#endings.push(worker.terminate());
    }
  }
}
