import { Worker } from 'node:worker_threads';
import type { Chart } from './chart-drawing.ts';

/** What the drawing worker is sent. */
export type DrawingRequest = { readonly id: number; readonly chart: Chart };

/** What it answers: the picture, whose memory is transferred, or why there is none. */
export type DrawingAnswer =
  | { readonly id: number; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failure: string };

export type DrawingThreadParts = {
  /** Longest that one picture may take, the start of the worker included. */
  readonly limitMilliseconds: number;
  readonly startWorker: () => Worker;
};

type Job = {
  readonly request: DrawingRequest;
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
  readonly #terminations: Promise<unknown>[] = [];
  #worker: Worker | undefined;
  #current: { readonly job: Job; readonly timer: NodeJS.Timeout } | undefined;
  #requests = 0;
  #isStopped = false;

  constructor(parts: DrawingThreadParts) {
    this.#parts = parts;
  }

  /**
   * @returns the PNG
   * @throws the signal's reason once it is aborted; Error if drawing failed, took too long or was stopped
   */
  async draw(chart: Chart, signal: AbortSignal): Promise<Uint8Array> {
    signal.throwIfAborted();
    if (this.#isStopped) {
      throw new Error('drawing was stopped');
    }
    this.#requests += 1;
    const request = { id: this.#requests, chart };
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const job = { request, resolve, reject, attempts: 0 };
    const abandon = (): void => {
      this.#drop(job);
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
    this.#clearCurrent();
    this.#terminate();
    for (const { reject } of left) {
      reject(new Error('drawing was stopped'));
    }
    await Promise.all(this.#terminations);
  }

  /** An abandoned picture that is being drawn is let finish: that is sooner than starting a worker again. */
  #drop(job: Job): void {
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
    const timer = setTimeout(() => this.#timeOut(job), this.#parts.limitMilliseconds);
    this.#current = { job, timer };
    try {
      this.#worker ??= this.#start();
      this.#worker.ref();
      this.#worker.postMessage(job.request);
    } catch (error) {
      this.#clearCurrent();
      job.reject(error);
      this.#next();
    }
  }

  #start(): Worker {
    const worker = this.#parts.startWorker();
    let cause: unknown;
    worker.on('message', (answer: DrawingAnswer) => this.#settle(answer));
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      if (worker === this.#worker) {
        this.#worker = undefined;
        this.#replace(cause);
      }
    });
    return worker;
  }

  #settle(answer: DrawingAnswer): void {
    const job = this.#current?.job;
    if (job?.request.id !== answer.id) {
      return;
    }
    this.#clearCurrent();
    if ('png' in answer) {
      job.resolve(answer.png);
    } else {
      job.reject(new Error(`the chart could not be drawn: ${answer.failure}`));
    }
    this.#next();
  }

  #replace(cause: unknown): void {
    const job = this.#current?.job;
    this.#clearCurrent();
    if (job && job.attempts < MOST_ATTEMPTS) {
      this.#waiting.unshift(job);
    } else {
      job?.reject(new Error('the drawing worker died', { cause }));
    }
    this.#next();
  }

  #timeOut(job: Job): void {
    this.#clearCurrent();
    this.#terminate();
    job.reject(new Error(`drawing a chart took longer than ${this.#parts.limitMilliseconds} ms`));
    this.#next();
  }

  #clearCurrent(): void {
    clearTimeout(this.#current?.timer);
    this.#current = undefined;
  }

  #terminate(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    if (worker) {
      this.#terminations.push(worker.terminate());
    }
  }
}
