import type { HedgeRow, StressRow, VegaExposure } from '#domain/hedge/book-exposure.ts';
import type { Shift } from '#domain/hedge/valuation.ts';
import { decimal, share, signed } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { dollars, markText, ratioText, signedDollars } from './exposure-text.ts';

const { exposures: words } = en;

/** One expiration: what is held on one line, what it is worth on the next. */
export function hedgeRowLines(row: HedgeRow, asOf: number): readonly string[] {
  const { expiry, layers, contracts, days, exposure, delta, beta, forward } = row;
  const layer = layers.map((name) => words.layers[name]).join('+') || words.noLayer;
  const count = decimal(contracts, 0);
  const held = words.row(
    expiry ?? 'VXX/UVXY',
    layer,
    expiry === undefined ? words.shares(count) : words.contracts(count),
    days === undefined ? '' : words.days(decimal(days, 0)),
  );
  if (exposure === undefined || !forward) {
    return [held, `-# ${words.rowUnvalued}`];
  }
  return [
    held,
    words.rowNumbers({
      dollars: dollars(exposure),
      share: row.share === undefined ? en.card.unknown : share(row.share),
      ratio: ratioText(row.ratio),
      delta: delta === undefined ? en.card.unknown : decimal(delta, 2),
      beta: beta === undefined ? en.card.unknown : decimal(beta, 2),
      forward: markText(forward, asOf),
    }),
  ];
}

/** What is sold, raw and time-weighted, with its greeks in dollars; the hedge's greeks below. */
export function condorLines({ condors, hedge }: VegaExposure): readonly string[] {
  const { contracts, totals, values } = condors;
  if (contracts === 0 && values.length === 0) {
    return [words.noCondors];
  }
  const side =
    values.length === 0
      ? words.rowUnvalued
      : words.condorVega(dollars(totals.exposure), dollars(totals.vega));
  return [
    `${words.condors(decimal(contracts, 0))} · ${side}`,
    ...(values.length === 0
      ? []
      : [
          `-# ${words.greeks(signedDollars(totals.delta), signedDollars(totals.gamma, 2), signedDollars(totals.theta))}`,
        ]),
    ...(hedge.rows.some(({ exposure }) => exposure !== undefined)
      ? [
          words.hedgeGreeks(
            signedDollars(hedge.totals.delta),
            signedDollars(hedge.totals.gamma, 2),
            signedDollars(hedge.totals.theta),
            signedDollars(hedge.totals.vega),
          ),
        ]
      : []),
  ];
}

/** Every shock on a line of its own. */
export function stressLines(rows: readonly StressRow[]): readonly string[] {
  return rows.map(({ shift, condors, hedge, ratio }) =>
    words.stressRow(shockText(shift), signedDollars(condors), signedDollars(hedge), ratioText(ratio)),
  );
}

/** Such as `+10 with SPX −4 %`. */
export function shockText({ volPoints, spotPercent }: Pick<Shift, 'volPoints' | 'spotPercent'>): string {
  const spot = spotPercent === 0 ? '' : words.shockSpot(`${signed(spotPercent, 0)} %`);
  return words.shock(signed(volPoints, 0), spot);
}
