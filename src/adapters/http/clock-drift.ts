import type { WallClock } from '#ports/clock.ts';

export type DriftParts = {
  readonly userAgent: string;
  readonly wallClock: WallClock;
  /** The built-in `fetch`, unless told. */
  readonly fetch?: typeof fetch;
};

/** The `Date` header is cut to the second: on average it is half of one behind. */
const HALF_A_SECOND = 500;

/**
 * How far this machine's clock is ahead of a server's, milliseconds; negative where it is behind.
 *
 * @returns `undefined` where the server does not answer or does not tell the time
 * @see RFC 9110, section 6.6.1
 */
export async function clockDrift(
  url: string,
  { userAgent, wallClock, fetch: ask = fetch }: DriftParts,
  signal: AbortSignal,
): Promise<number | undefined> {
  const before = wallClock.now();
  try {
    const headers = { 'user-agent': userAgent };
    const response = await ask(url, { method: 'HEAD', headers, redirect: 'manual', signal });
    const after = wallClock.now();
    await response.body?.cancel();
    const told = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(told) ? undefined : (before + after) / 2 - (told + HALF_A_SECOND);
  } catch {
    return undefined;
  }
}
