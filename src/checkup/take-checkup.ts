import type { Env } from '#config/env.ts';
import { exchangeFacts } from '#config/exchange-calendar.ts';
import type { HttpParts } from '#adapters/http/client-policy.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Checkup } from '#domain/health/checkup.ts';
import { examineSources } from '#services/health/examine-sources.ts';
import { examineMachine, type MachineParts } from './examine-machine.ts';
import { sourceExaminations } from './source-examinations.ts';

export type CheckupParts = Pick<MachineParts, 'charts' | 'store' | 'releasesEndAt'> & {
  readonly env: Env;
  readonly http: HttpParts;
  /** Told after each answer of a source. */
  readonly tell?: (done: number, all: number) => void;
};

/** Asks every source once and looks at this machine, both at the same time. */
export async function takeCheckup(parts: CheckupParts, signal: AbortSignal): Promise<Checkup> {
  const { env, http, tell } = parts;
  const { wallClock } = http;
  const examinations = sourceExaminations({
    http,
    calendar: exchangeCalendar(exchangeFacts),
    ...(env.BLS_API_KEY !== undefined && { blsKey: env.BLS_API_KEY }),
    ...(env.FRED_API_KEY !== undefined && { fredKey: env.FRED_API_KEY }),
    ...(env.POLYGON_API_KEY !== undefined && { massiveKey: env.POLYGON_API_KEY }),
  });
  const [machine, sources] = await Promise.all([
    examineMachine({ ...parts, time: http }, signal),
    examineSources(examinations, { wallClock, ...(tell && { tell }) }, signal),
  ]);
  return { at: wallClock.now(), machine, sources };
}
