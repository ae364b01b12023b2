import type { Evidence, Measure } from '#domain/signal/evidence.ts';
import type { Provenance, UnknownReason } from '#domain/market/reading.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { holds, measured, shown, unknownEvidence } from './measure.ts';
import type { MarketMeasures } from './measure-market.ts';
import type { Subject } from './judge-print.ts';
import { allTrue } from './truth.ts';

type Settled = Pick<Settings, 'lag.z' | 'lag.betaWindow'>;

/**
 * Whether small caps fell behind large ones by more than they usually do, and since the print as well.
 *
 * At a check the running session counts with its quotes. Where no session has closed since before day 0 and
 * nobody quotes, it is not known.
 *
 * @param index - place of the session judged; the last one that is known unless told
 */
export function judgeLag(
  market: MarketMeasures,
  settings: Settled,
  subject: Pick<Subject, 'sessionBefore'> | undefined,
  index = market.sessions.length - (market.running ? 0 : 1),
): Evidence {
  const flaw = market.rut.flaw ?? market.spx.flaw;
  if (flaw) {
    return unknownEvidence('lag', flaw, [
      { id: 'lagZ', unit: 'standard deviations', wanted: '<=', threshold: settings['lag.z'] },
      { id: 'relativeSincePrint', unit: 'percent', wanted: '<', threshold: 0 },
    ]);
  }
  const provenance = market.running?.provenance ?? market.provenance('pair');
  const z = measureScore(market, settings, { index, provenance });
  const since = measureSince(market, subject, { index, provenance });
  const { beta, sum } = market.lag(settings['lag.betaWindow']);
  return {
    id: 'lag',
    ...weigh(z, since),
    measures: [
      z,
      since,
      shown({ id: 'lagSum', unit: 'fraction', value: sum[index], provenance }),
      shown({ id: 'beta', unit: 'fraction', value: beta[index], provenance }),
    ],
  };
}

/** A close since the print is asked for first: what an earlier one showed says nothing of it. */
function weigh(z: Measure, since: Measure): Pick<Evidence, 'truth' | 'reason'> {
  const truth = since.reason === 'not-yet-closed' ? 'unknown' : allTrue([holds(z), holds(since)]);
  const reason = since.reason ?? z.reason;
  return { truth, ...(truth === 'unknown' && reason && { reason }) };
}

type Place = { readonly index: number; readonly provenance: Provenance };

function measureScore(market: MarketMeasures, settings: Settled, { index, provenance }: Place): Measure {
  const { sum } = market.lag(settings['lag.betaWindow']);
  const score = market.score(sum, index);
  const facts = { id: 'lagZ', unit: 'standard deviations', provenance } as const;
  return measured(
    'score' in score
      ? { ...facts, value: score.score }
      : { ...facts, value: undefined, reason: score.reason },
    { wanted: '<=', threshold: settings['lag.z'], near: 'score' },
  );
}

function measureSince(
  market: MarketMeasures,
  subject: Pick<Subject, 'sessionBefore'> | undefined,
  { index, provenance }: Place,
): Measure {
  const facts = { id: 'relativeSincePrint', unit: 'percent', provenance } as const;
  const bound = { wanted: '<', threshold: 0 } as const;
  const without = (reason: UnknownReason): Measure => measured({ ...facts, value: undefined, reason }, bound);
  if (!subject) {
    return without('no-event');
  }
  const reference = market.sessions.lastIndexOf(subject.sessionBefore);
  if (reference < 0) {
    return without('session-missing');
  }
  const sessions = index - reference;
  if (sessions <= 0) {
    return without('not-yet-closed');
  }
  const relative = market.relative(sessions);
  const value = relative[index];
  return measured(
    { ...facts, value, ...(value === undefined && { reason: 'session-missing' }) },
    { ...bound, near: market.spread(relative, index) },
  );
}
