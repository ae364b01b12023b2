import type { Env } from '#config/env.ts';
import { type Bls, openBls } from '#adapters/bls/index.ts';
import { type Cboe, openCboe } from '#adapters/cboe/index.ts';
import { type ClevelandFed, openClevelandFed } from '#adapters/cleveland/index.ts';
import { createSourceDiagnostics } from '#adapters/diagnostics/source-diagnostics.ts';
import { type ForexFactory, openForexFactory } from '#adapters/forexfactory/index.ts';
import { FRED_WITHOUT_KEY, type Fred, openFred } from '#adapters/fred/index.ts';
import type { HttpParts } from '#adapters/http/client-policy.ts';
import { type Ishares, openIshares } from '#adapters/ishares/index.ts';
import { MASSIVE_WITHOUT_KEY, type Massive, openMassive } from '#adapters/massive/index.ts';
import { type Yahoo, openYahoo } from '#adapters/yahoo/index.ts';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { SourceDiagnostics, SourceProbe } from '#ports/sources/source-diagnostics.ts';

/** What providers know this bot by. Whoever gives nothing without a key is left out where it is absent. */
export type ProviderKeys = { readonly bls?: string; readonly fred?: string; readonly massive?: string };

/** Everybody outside that may be asked: the bot, its doctor and its history ask the same. */
export type Providers = {
  readonly bls: Bls;
  readonly fred?: Fred;
  readonly forexFactory: ForexFactory;
  readonly clevelandFed: ClevelandFed;
  readonly cboe: Cboe;
  readonly yahoo: Yahoo;
  readonly ishares: Ishares;
  readonly massive?: Massive;
  readonly diagnostics: SourceDiagnostics;
};

type ProviderParts = {
  readonly http: HttpParts;
  readonly calendar: ExchangeCalendar;
  readonly keys: ProviderKeys;
};

/** Nothing is asked yet. */
export function openProviders({ http, calendar, keys }: ProviderParts): Providers {
  const diagnostics = createSourceDiagnostics(http.log);
  const ishares = openIshares(http);
  const { constituents } = ishares;
  return {
    bls: openBls(http, keys.bls),
    ...(keys.fred !== undefined && { fred: openFred(http, keys.fred) }),
    forexFactory: openForexFactory(http),
    clevelandFed: openClevelandFed(http),
    cboe: openCboe(http, { calendar, diagnostics }),
    yahoo: openYahoo(http, { calendar, diagnostics }),
    ishares,
    ...(keys.massive !== undefined && {
      massive: openMassive(http, { key: keys.massive, constituents, calendar }),
    }),
    diagnostics,
  };
}

export function providerKeys(env: Env): ProviderKeys {
  const { BLS_API_KEY: bls, FRED_API_KEY: fred, POLYGON_API_KEY: massive } = env;
  return {
    ...(bls !== undefined && { bls }),
    ...(fred !== undefined && { fred }),
    ...(massive !== undefined && { massive }),
  };
}

/** A light question to each, those that a key would switch on included. */
export function providerProbes(providers: Providers): readonly SourceProbe[] {
  const { bls, fred, forexFactory, clevelandFed, cboe, yahoo, ishares, massive } = providers;
  return [
    ...bls.probes,
    ...(fred?.probes ?? [FRED_WITHOUT_KEY]),
    ...forexFactory.probes,
    ...clevelandFed.probes,
    ...cboe.probes,
    ...yahoo.probes,
    ...ishares.probes,
    ...(massive?.probes ?? [MASSIVE_WITHOUT_KEY]),
  ];
}

/** Of all that the bot asks by itself, to tell how they fare; the members of funds only serve to count breadth. */
export function providerClients(providers: Providers): readonly MonitoredHttpClient[] {
  const { bls, fred, forexFactory, clevelandFed, cboe, yahoo, ishares, massive } = providers;
  return [
    ...bls.clients,
    forexFactory.client,
    clevelandFed.client,
    ...(fred ? [fred.client] : []),
    cboe.client,
    yahoo.client,
    ...(massive ? [massive.client, ishares.client] : []),
  ];
}
