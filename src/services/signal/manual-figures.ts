import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Forecasts, Print } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
import type { KnownPrint, Snapshot } from '#domain/signal/snapshot.ts';
import { MANUAL, chooseForecasts, preferForecasts } from '#engine/release/choose-forecasts.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';
import type { ManualPrintLedger, ObservationLedger } from '#ports/ledger/release-ledger.ts';
import { knownPrints } from './take-snapshot.ts';

type ForecastDeps = { readonly ledger: Pick<ObservationLedger, 'forecasts'> };

type FiguresDeps = {
  readonly calendar: ExchangeCalendar;
  readonly prints?: PrintSource;
  readonly ledger: Pick<ObservationLedger, 'forecasts'> & Pick<ManualPrintLedger, 'manualPrints'>;
};

/**
 * A snapshot as one server sees it: what its stewards have typed in, laid over what sources say to everybody. It
 * counts in that server alone: nobody's entry moves another server's ratio.
 *
 * @returns the very same snapshot where stewards have typed in nothing
 */
export async function withManualFigures(
  deps: FiguresDeps,
  server: string,
  snapshot: Snapshot,
  signal: AbortSignal,
): Promise<Snapshot> {
  const { calendar, ledger, prints } = deps;
  const { session } = snapshot.evaluation;
  const manual = await ledger.manualPrints(server);
  const received = new Set(snapshot.prints.map(({ print }) => print.releaseId));
  const added = manual.filter(
    ({ releaseId, receivedAt }) => !received.has(releaseId) && receivedAt <= snapshot.asOf,
  );
  const known = prints
    ? await knownPrints(prints, added, { session, now: snapshot.asOf, calendar, signal })
    : [];
  const seen = await Promise.all(snapshot.prints.map((print) => withForecasts(deps, server, print)));
  const isSame = known.length === 0 && seen.every((print, place) => print === snapshot.prints[place]);
  return isSame ? snapshot : { ...snapshot, prints: [...seen, ...known].toSorted(byReceipt) };
}

/**
 * Forecasts of a release as one server sees them: what its stewards typed in before the release, else the general ones.
 *
 * @returns `general` itself where they typed in nothing
 */
export async function withManualForecasts(
  { ledger }: ForecastDeps,
  server: string,
  { id, scheduledAt }: Pick<Release, 'id' | 'scheduledAt'>,
  general: Forecasts,
): Promise<Forecasts> {
  const manual = (await ledger.forecasts(id)).filter(({ source }) => source === MANUAL);
  return preferForecasts(chooseForecasts(manual, { order: [], before: scheduledAt, server }), general);
}

async function withForecasts(deps: ForecastDeps, server: string, known: KnownPrint): Promise<KnownPrint> {
  const { print } = known;
  const general = generalOf(print);
  const release = { id: print.releaseId, scheduledAt: print.scheduledAt };
  const chosen = await withManualForecasts(deps, server, release, general);
  return chosen === general ? known : { ...known, print: withConsensus(print, chosen) };
}

function generalOf({ figures, consensusSource, isConsensusLate }: Print): Forecasts {
  return {
    figures,
    ...(consensusSource !== undefined && { source: consensusSource }),
    ...(isConsensusLate && { isLate: true }),
  };
}

function withConsensus({ isConsensusLate, ...print }: Print, { figures, source, isLate }: Forecasts): Print {
  return {
    ...print,
    figures,
    ...(source !== undefined && { consensusSource: source }),
    ...(isLate && isConsensusLate && { isConsensusLate }),
  };
}

function byReceipt(a: KnownPrint, b: KnownPrint): number {
  return a.print.receivedAt - b.print.receivedAt;
}
