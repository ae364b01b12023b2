import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClientPolicy } from '#adapters/http/client-policy.ts';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import type { Question, Reply } from '#test/support/http/loopback-provider.ts';
import { BENCH_START, openHttpBench, type HttpBench } from '#test/support/http/http-bench.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';

/** One adapter, a recorded body, and what may be wrong with it. */
export type HttpSource<Value> = {
  readonly policy: ClientPolicy;
  /** Asks the adapter the one question that `body` answers. */
  ask(client: HttpClient, signal: AbortSignal): Promise<Value>;
  /** The recorded body of that address; `undefined` where the provider has none. */
  body(question: Question): string | undefined;
  /** The body with one name changed that the adapter reads: a column, a member, a title. */
  renamed(body: string): string;
  /** What a body that ends too early is taken for. `changed` where the format has no end to look for. */
  readonly torn?: 'unavailable' | 'changed';
  /** The body as another vintage would have it; absent where the provider has no vintages. */
  readonly wrongVintage?: (body: string) => string;
  /** Yesterday's value under a new date, and what the adapter makes of it. */
  readonly repeated?: {
    body(body: string): string;
    /** `SourceChanged`, or the value that says "nothing new". */
    readonly becomes: 'refused' | { readonly value: Value };
  };
};

const PAGE = '<!DOCTYPE html><html><body>Access denied</body></html>';
/** What damage leaves behind. */
const DEBRIS = ['', '0', '-1', '9', '1e999', '.', '"', 'null', '[]', '{}', '"x":', ',', '\n', '<', '\u0000'];

const NOW_AND_THEN = { attempts: 3, firstPause: 1_000, longestPause: 30_000 };

/** What every adapter that asks a provider must keep, whatever the provider does. One call in the adapter's test. */
export function describeHttpSource<Value>(name: string, source: HttpSource<Value>): void {
  describe(`${name} when its provider misbehaves`, () => {
    const policy: ClientPolicy = { ...source.policy, retries: NOW_AND_THEN, budget: {} };
    const signal = new AbortController().signal;
    let bench: HttpBench;

    beforeEach(async () => {
      bench = await openHttpBench(policy);
      bench.provider.answer = (question) => recorded(question);
    });
    afterEach(() => bench.provider.stop());

    function recorded(question: Question, change = (body: string): string => body): Reply {
      const body = source.body(question);
      return body === undefined ? { status: 404 } : { body: change(body) };
    }

    const asked = (): Promise<Value> => source.ask(bench.client, signal);

    /** Gives this reply to the first question only. */
    function once(reply: Reply): void {
      let isFirst = true;
      bench.provider.answer = (question) => {
        const wasFirst = isFirst;
        isFirst = false;
        return wasFirst ? reply : recorded(question);
      };
    }

    it('says who asks, and how to reach them', async () => {
      await asked();
      expect(bench.provider.questions[0]?.headers['user-agent']).toContain('@');
    });

    it('gives the same again when nothing has changed', async () => {
      const first = await asked();
      bench.provider.answer = (question) =>
        question.headers['if-none-match'] === '"v1"' ? { status: 304 } : labelled(recorded(question));
      expect(await asked()).toEqual(first);
      expect(await asked()).toEqual(first);
    });

    it('waits as long as it is told to when it asked too often', async () => {
      once({ status: 429, headers: { 'retry-after': '7' }, body: PAGE });
      await asked();
      expect(bench.clock.pauses).toEqual([7_000]);
    });

    it('waits until the hour that it is told', async () => {
      const date = new Date(bench.clock.now() + 9_000).toUTCString();
      once({ status: 429, headers: { 'retry-after': date } });
      await asked();
      expect(bench.clock.pauses).toEqual([9_000]);
    });

    it('leaves a provider alone that wants to be left alone for long', async () => {
      bench.provider.answer = () => ({ status: 429, headers: { 'retry-after': '3600' } });
      await expect(asked()).rejects.toThrow(SourceUnavailable);
      await expect(asked()).rejects.toThrow(SourceUnavailable);
      expect(bench.provider.questions).toHaveLength(1);
      expect((await bench.client.health()).nextAt).toBe(bench.clock.now() + 3_600_000);
    });

    it('does not ask again where it is forbidden', async () => {
      bench.provider.answer = () => ({ status: 403, body: PAGE });
      await expect(asked()).rejects.toThrow(SourceUnavailable);
      expect(bench.provider.questions).toHaveLength(1);
    });

    it('asks again after an error on the other side', async () => {
      once({ status: 500, body: PAGE });
      await asked();
      expect(bench.clock.pauses).toEqual([500]);
    });

    it('gives up on errors that stay', async () => {
      bench.provider.answer = () => ({ status: 500, body: PAGE });
      await expect(asked()).rejects.toThrow(SourceUnavailable);
      expect(bench.provider.questions).toHaveLength(NOW_AND_THEN.attempts);
      expect((await bench.client.health()).lastFailure?.words).toContain('HTTP 500');
    });

    it('does not read a page for people as data', async () => {
      bench.provider.answer = () => ({ headers: { 'content-type': 'text/html' }, body: PAGE });
      await expect(asked()).rejects.toThrow(SourceChanged);
      expect(bench.provider.questions).toHaveLength(1);
    });

    it('takes nothing from a body that ends too early', async () => {
      bench.provider.answer = (question) => recorded(question, (body) => body.slice(0, body.length * 0.6));
      const wanted = source.torn === 'changed' ? SourceChanged : SourceUnavailable;
      await expect(asked()).rejects.toThrow(wanted);
      const attempts = source.torn === 'changed' ? 1 : NOW_AND_THEN.attempts;
      expect(bench.provider.questions).toHaveLength(attempts);
    });

    it('takes nothing from a connection that breaks', async () => {
      bench.provider.answer = (question) => ({ ...recorded(question), manner: 'cut' });
      await expect(asked()).rejects.toThrow(SourceUnavailable);
    });

    it('does not wait for ever for a body that drips', async () => {
      bench.provider.answer = (question) => ({
        ...recorded(question, (body) => body.slice(0, 1)),
        manner: 'drip',
      });
      await expect(asked()).rejects.toThrow(SourceUnavailable);
      expect((await bench.client.health()).lastFailure?.words).toContain('no whole answer within');
    });

    it('does not follow to another host', async () => {
      bench.provider.answer = () => ({ status: 302, headers: { location: 'https://example.org/data' } });
      await expect(asked()).rejects.toThrow(SourceChanged);
      expect(bench.provider.questions).toHaveLength(1);
    });

    it('stops reading a body of 50 MB long before its end', async () => {
      bench.provider.answer = () => ({ manner: 'endless' });
      await expect(asked()).rejects.toThrow(SourceChanged);
      expect(bench.provider.bytesSent).toBeLessThan(policy.largest + 8 * 1024 * 1024);
    });

    it('notices that a name has changed', async () => {
      bench.provider.answer = (question) => recorded(question, source.renamed);
      await expect(asked()).rejects.toThrow(SourceChanged);
    });

    it('shows no key in an error, a log or its health', async () => {
      bench.provider.answer = () => ({ status: 500 });
      const error: unknown = await asked().catch((thrown: unknown) => thrown);
      const shown = [wholeError(error), bench.logged(), JSON.stringify(await bench.client.health())].join(
        '\n',
      );
      for (const secret of policy.secrets) {
        expect(shown).not.toContain(secret);
      }
    });

    it('has no other failure, wherever a body is damaged', async () => {
      const place = fc.double({ min: 0, max: 1, noNaN: true });
      const damage = fc.tuple(place, fc.integer({ min: 0, max: 30 }), fc.constantFrom(...DEBRIS));
      await fc.assert(
        fc.asyncProperty(damage, async ([at, length, debris]) => {
          const client = damagedClient(source, (body) => {
            const start = Math.floor(at * body.length);
            return body.slice(0, start) + debris + body.slice(start + length);
          });
          const error: unknown = await source.ask(client, signal).then(
            () => undefined,
            (thrown: unknown) => thrown,
          );
          if (error !== undefined && !(error instanceof SourceUnavailable)) {
            expect(error).toBeInstanceOf(SourceChanged);
          }
        }),
        { numRuns: propertyRuns(60) },
      );
    });

    const { wrongVintage, repeated } = source;

    if (wrongVintage) {
      it('refuses figures of another vintage', async () => {
        bench.provider.answer = (question) => recorded(question, wrongVintage);
        await expect(asked()).rejects.toThrow(SourceChanged);
      });
    }

    if (repeated) {
      it("does not take yesterday's value under a new date for a new one", async () => {
        bench.provider.answer = (question) => recorded(question, repeated.body);
        if (repeated.becomes === 'refused') {
          await expect(asked()).rejects.toThrow(SourceChanged);
        } else {
          expect(await asked()).toEqual(repeated.becomes.value);
        }
      });
    }
  });
}

/** A way out on which every body is damaged. */
function damagedClient<Value>(source: HttpSource<Value>, damage: (body: string) => string): HttpClient {
  return {
    source: source.policy.source,
    async ask({ url, method = 'GET', headers = {}, body = '', isWhole }) {
      const recorded = source.body({ url: new URL(url), method, headers, body });
      const damaged = damage(recorded ?? '');
      if (isWhole?.(damaged) === false) {
        throw new SourceUnavailable(source.policy.source);
      }
      return { body: damaged, askedAt: BENCH_START, isUnchanged: false };
    },
  };
}

function labelled(reply: Reply): Reply {
  return { ...reply, headers: { etag: '"v1"' } };
}

/** An error with its stack and causes. */
function wholeError(error: unknown): string {
  return error instanceof Error
    ? `${error.stack ?? ''} ${error.message} ${wholeError(error.cause)}`
    : String(error);
}
