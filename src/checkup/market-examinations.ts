import { createCboeQuotes } from '#adapters/cboe/delayed-quotes.ts';
import { createCboeIndexHistory } from '#adapters/cboe/index-history.ts';
import { createCboeOptionChains } from '#adapters/cboe/option-chains.ts';
import { createCboeFuturesCurve } from '#adapters/cboe/settlement.ts';
import { CBOE_POLICY } from '#adapters/cboe/terms.ts';
import { createSourceDiagnostics } from '#adapters/diagnostics/source-diagnostics.ts';
import { createIsharesHoldings } from '#adapters/ishares/holdings.ts';
import { ISHARES_POLICY } from '#adapters/ishares/terms.ts';
import { askGroupedCloses } from '#adapters/polygon/grouped-bars.ts';
import { massivePolicy } from '#adapters/polygon/terms.ts';
import { createYahooCloses } from '#adapters/yahoo/daily-closes.ts';
import { YAHOO_POLICY } from '#adapters/yahoo/terms.ts';
import type { Newest } from '#domain/health/checkup.ts';
import type { DailyClosesSource, IndexName } from '#ports/sources/daily-closes.ts';
import type { SourceExamination } from '#ports/sources/source-examination.ts';
import type { ExaminationParts } from './examination-parts.ts';
import { onceOnly } from './once-only.ts';
import { trialOf } from './trial-of.ts';

/** What tells of markets, each with one light question. */
export function marketExaminations(parts: ExaminationParts): readonly SourceExamination[] {
  const { http, calendar } = parts;
  const diagnostics = createSourceDiagnostics(http.log);
  const yahoo = onceOnly(YAHOO_POLICY, http);
  const yahooCloses = createYahooCloses({ client: yahoo, calendar, diagnostics });
  return [
    ...cboeExaminations(parts),
    {
      name: 'Yahoo Finance',
      gives: 'closes',
      trial: trialOf(yahoo, (signal) => lastClose(yahooCloses, 'RUT', signal)),
    },
    ...breadthExaminations(parts),
  ];
}

function cboeExaminations({ http, calendar }: ExaminationParts): readonly SourceExamination[] {
  const diagnostics = createSourceDiagnostics(http.log);
  const cboe = onceOnly(CBOE_POLICY, http);
  const histories = createCboeIndexHistory({ client: cboe, diagnostics });
  const quotes = createCboeQuotes({ client: cboe });
  const chains = createCboeOptionChains({ client: cboe, diagnostics });
  const curves = createCboeFuturesCurve({ client: cboe, diagnostics, calendar });
  return [
    {
      name: 'Cboe index files',
      gives: 'closes',
      trial: trialOf(cboe, (signal) => lastClose(histories, 'VIX', signal)),
    },
    {
      name: 'Cboe delayed quotes',
      gives: 'quotes',
      trial: trialOf(cboe, async (signal) => instantOf((await quotes.quote('VIX', signal))?.at)),
    },
    {
      name: 'Cboe option chains',
      gives: 'chains',
      trial: trialOf(cboe, async (signal) => instantOf((await chains.chain('VIX', signal)).asOf)),
    },
    {
      name: 'Cboe VX settlements',
      gives: 'futures',
      trial: trialOf(cboe, async (signal) => {
        const session = calendar.previous(calendar.lastUsable(http.wallClock.now()));
        const [first] = await curves.curve(session, signal);
        return first && { day: session };
      }),
    },
  ];
}

function breadthExaminations({ http, calendar, massiveKey }: ExaminationParts): readonly SourceExamination[] {
  const about = { name: 'Massive', gives: 'breadth', key: 'POLYGON_API_KEY' } as const;
  const ishares = onceOnly(ISHARES_POLICY, http);
  const constituents = createIsharesHoldings({ client: ishares });
  const members: SourceExamination = {
    name: 'iShares',
    gives: 'constituents',
    trial: trialOf(ishares, async (signal) => ({ day: (await constituents.holdings('IWM', signal)).asOf })),
  };
  if (massiveKey === undefined) {
    return [members, about];
  }
  const massive = onceOnly(massivePolicy(massiveKey), http);
  const trial = trialOf(massive, async (signal) => {
    const session = calendar.previous(calendar.lastUsable(http.wallClock.now()));
    const { closes } = await askGroupedCloses({ client: massive, key: massiveKey }, session, signal);
    return closes.size === 0 ? undefined : { day: session };
  });
  return [members, { ...about, trial }];
}

async function lastClose(
  source: DailyClosesSource,
  index: IndexName,
  signal: AbortSignal,
): Promise<Newest | undefined> {
  return dayOf((await source.closes(index, signal)).closes.at(-1)?.session);
}

function dayOf(day: string | undefined): Newest | undefined {
  return day === undefined ? undefined : { day };
}

function instantOf(at: number | undefined): Newest | undefined {
  return at === undefined ? undefined : { at };
}
