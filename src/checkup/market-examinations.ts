import { createCboeQuotes } from '#adapters/cboe/delayed-quotes.ts';
import { createCboeIndexHistory } from '#adapters/cboe/index-history.ts';
import { createCboeOptionChains } from '#adapters/cboe/option-chains.ts';
import { createCboeFuturesCurve } from '#adapters/cboe/settlement.ts';
import { CBOE_TERMS } from '#adapters/cboe/terms.ts';
import { createSourceFindings } from '#adapters/diagnostics/source-findings.ts';
import { createIsharesHoldings } from '#adapters/ishares/holdings.ts';
import { ISHARES_TERMS } from '#adapters/ishares/terms.ts';
import { askGroupedCloses } from '#adapters/polygon/grouped-bars.ts';
import { massiveTerms } from '#adapters/polygon/terms.ts';
import { createYahooCloses } from '#adapters/yahoo/daily-closes.ts';
import { YAHOO_TERMS } from '#adapters/yahoo/terms.ts';
import type { Newest } from '#domain/health/checkup.ts';
import type { DailyClosesSource, IndexName } from '#ports/sources/daily-closes.ts';
import type { SourceExamination } from '#ports/sources/source-examination.ts';
import type { ExaminationParts } from './examination-parts.ts';
import { onceOnly } from './once-only.ts';
import { trialOf } from './trial-of.ts';

/** What tells of markets, each with one light question. */
export function marketExaminations(parts: ExaminationParts): readonly SourceExamination[] {
  const { web, calendar } = parts;
  const findings = createSourceFindings(web.log);
  const yahoo = onceOnly(YAHOO_TERMS, web);
  const yahooCloses = createYahooCloses({ web: yahoo, calendar, findings });
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

function cboeExaminations({ web, calendar }: ExaminationParts): readonly SourceExamination[] {
  const findings = createSourceFindings(web.log);
  const cboe = onceOnly(CBOE_TERMS, web);
  const histories = createCboeIndexHistory({ web: cboe, findings });
  const quotes = createCboeQuotes({ web: cboe });
  const chains = createCboeOptionChains({ web: cboe, findings });
  const curves = createCboeFuturesCurve({ web: cboe, findings, calendar });
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
        const session = calendar.previous(calendar.lastUsable(web.wallClock.now()));
        const [first] = await curves.curve(session, signal);
        return first && { day: session };
      }),
    },
  ];
}

function breadthExaminations({ web, calendar, massiveKey }: ExaminationParts): readonly SourceExamination[] {
  const about = { name: 'Massive', gives: 'breadth', key: 'POLYGON_API_KEY' } as const;
  const ishares = onceOnly(ISHARES_TERMS, web);
  const constituents = createIsharesHoldings({ web: ishares });
  const members: SourceExamination = {
    name: 'iShares',
    gives: 'constituents',
    trial: trialOf(ishares, async (signal) => ({ day: (await constituents.holdings('IWM', signal)).asOf })),
  };
  if (massiveKey === undefined) {
    return [members, about];
  }
  const massive = onceOnly(massiveTerms(massiveKey), web);
  const trial = trialOf(massive, async (signal) => {
    const session = calendar.previous(calendar.lastUsable(web.wallClock.now()));
    const { closes } = await askGroupedCloses({ web: massive, key: massiveKey }, session, signal);
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
