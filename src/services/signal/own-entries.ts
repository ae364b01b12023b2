import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Forecasts, Print } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
import type { KnownPrint, Snapshot } from '#domain/signal/snapshot.ts';
import { chooseForecasts, MANUAL } from '#engine/release/choose-forecasts.ts';
import { preferForecasts } from '#engine/release/prefer-forecasts.ts';
import type { PrintSource } from '#ports/sources/print-source.ts';
import type { ObservationLedger, ManualPrintLedger } from '#ports/ledger/release-ledger.ts';
import { knownPrints } from './take-snapshot.ts';

/**
 * What a server's stewards have typed in, laid over what sources say to everybody. It counts in that server alone:
 * nobody's entry moves another server's ratio.
 */
export type OwnEntries = {
  /** The snapshot as the server sees it; the very same where its stewards have typed in nothing. */
  overlay(server: string, snapshot: Snapshot, signal: AbortSignal): Promise<Snapshot>;
  forecasts(
    server: string,
    release: Pick<Release, 'id' | 'scheduledAt'>,
    general: Forecasts,
  ): Promise<Forecasts>;
};

export type EntryParts = {
  readonly calendar: ExchangeCalendar;
  readonly prints?: PrintSource;
  readonly ledger: ManualPrintLedger & Pick<ObservationLedger, 'forecasts'>;
};

export function createOwnEntries(parts: EntryParts): OwnEntries {
  const { calendar, ledger, prints } = parts;

  const forecasts: OwnEntries['forecasts'] = async (server, { id, scheduledAt }, general) => {
    const manual = (await ledger.forecasts(id)).filter(({ source }) => source === MANUAL);
    return preferForecasts(chooseForecasts(manual, { order: [], before: scheduledAt, server }), general);
  };

  async function withForecasts(server: string, known: KnownPrint): Promise<KnownPrint> {
    const { print } = known;
    const general = generalOf(print);
    const chosen = await forecasts(server, { id: print.releaseId, scheduledAt: print.scheduledAt }, general);
    return chosen === general ? known : { ...known, print: withConsensus(print, chosen) };
  }

  return {
    forecasts,

    async overlay(server, snapshot, signal) {
      const { session } = snapshot.evaluation;
      const own = await ledger.manualPrints(server);
      const theirs = new Set(snapshot.prints.map(({ print }) => print.releaseId));
      const added = own.filter(
        ({ releaseId, receivedAt }) => !theirs.has(releaseId) && receivedAt <= snapshot.asOf,
      );
      const known = prints
        ? await knownPrints(prints, added, { session, now: snapshot.asOf, calendar, signal })
        : [];
      const seen = await Promise.all(snapshot.prints.map((print) => withForecasts(server, print)));
      const isSame = known.length === 0 && seen.every((print, place) => print === snapshot.prints[place]);
      return isSame ? snapshot : { ...snapshot, prints: [...seen, ...known].toSorted(byReceipt) };
    },
  };
}

function generalOf({ figures, consensusSource }: Print): Forecasts {
  return { figures, ...(consensusSource !== undefined && { source: consensusSource }) };
}

function withConsensus(print: Print, { figures, source }: Forecasts): Print {
  return { ...print, figures, ...(source !== undefined && { consensusSource: source }) };
}

function byReceipt(a: KnownPrint, b: KnownPrint): number {
  return a.print.receivedAt - b.print.receivedAt;
}
