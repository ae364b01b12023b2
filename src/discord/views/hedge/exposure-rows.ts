import type { HedgeRow, StressRow, VegaExposure } from '#domain/hedge/book-exposure.ts';
import type { Shift } from '#domain/hedge/valuation.ts';
import { decimal, share, signed } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { dollars, markText, ratioText, signedDollars } from './exposure-text.ts';

const texts = en.hedge.exposure;

/** One expiration: what is held on one line, what it is worth on the next. */
export function hedgeRowLines(row: HedgeRow, asOf: number): readonly string[] {
  const { expiry, layers, contracts, days, exposure, delta, beta, forward } = row;
  const layer = layers.map((name) => texts.layers[name]).join('+') || texts.noLayer;
  const count = decimal(contracts, 0);
  const held = texts.row(
    expiry ?? 'VXX/UVXY',
    layer,
    expiry === undefined ? texts.shares(count) : texts.contracts(count),
    days === undefined ? '' : texts.days(decimal(days, 0)),
  );
  if (exposure === undefined || !forward) {
    return [held, `-# ${texts.rowUnvalued}`];
  }
  return [
    held,
    texts.rowNumbers({
      dollars: dollars(exposure),
      share: row.share === undefined ? en.signal.card.unknown : share(row.share),
      ratio: ratioText(row.ratio),
      delta: delta === undefined ? en.signal.card.unknown : decimal(delta, 2),
      beta: beta === undefined ? en.signal.card.unknown : decimal(beta, 2),
      forward: markText(forward, asOf),
    }),
  ];
}

/** What is sold, raw and time-weighted, with its greeks in dollars; the hedge's greeks below. */
export function condorLines({ condors, hedge }: VegaExposure): readonly string[] {
  const { contracts, totals, values } = condors;
  if (contracts === 0 && values.length === 0) {
    return [texts.noCondors];
  }
  const side =
    values.length === 0
      ? texts.rowUnvalued
      : texts.condorVega(dollars(totals.exposure), dollars(totals.vega));
  return [
    `${texts.condors(decimal(contracts, 0))} · ${side}`,
    ...(values.length === 0
      ? []
      : [
          `-# ${texts.greeks(signedDollars(totals.delta), signedDollars(totals.gamma, 2), signedDollars(totals.theta))}`,
        ]),
    ...(hedge.rows.some(({ exposure }) => exposure !== undefined)
      ? [
          texts.hedgeGreeks(
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
    texts.stressRow(shockText(shift), signedDollars(condors), signedDollars(hedge), ratioText(ratio)),
  );
}

/** Such as `+10 with SPX −4 %`. */
function shockText({ volPoints, spotPercent }: Pick<Shift, 'volPoints' | 'spotPercent'>): string {
  const spot = spotPercent === 0 ? '' : texts.shockSpot(`${signed(spotPercent, 0)} %`);
  return texts.shock(signed(volPoints, 0), spot);
}
