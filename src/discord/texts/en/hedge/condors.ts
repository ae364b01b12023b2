import type { NoCondorNumber, SettleProbability } from '#domain/hedge/condor-report.ts';
import type { DatedEvent, NoShiftReason, ShiftCandidate } from '#domain/hedge/time-shift.ts';

/** What a sentence is filled with, by name where there are many. */
type Values<Name extends string> = Readonly<Record<Name, string>>;

const noNumber: Readonly<Record<NoCondorNumber, string>> = {
  'no-credit': 'the credit was not entered',
  'no-forward': 'no forward',
  'no-volatility': 'no volatility',
  'no-spot': 'SPX is not known',
  'no-range': 'VIX9D is not known',
  expired: 'settled',
};

const noShift: Readonly<Record<NoShiftReason, string>> = {
  'no-expiry-listed':
    'No chain lists an expiry as many days later as the mode takes. What the condor is now stands below.',
  'no-spot': 'SPX is not known. `/market set of:SPX` takes it.',
  'no-volatility':
    'Neither short strike has a volatility, so the tested side cannot be told. `/market set` takes one.',
  expired: 'It has settled.',
  'too-early': 'Mode `theta` rolls a tested short of three days or fewer; this one has more.',
  calm: 'Mode `theta` rolls while the expected day is above 0.94 % or the VIX above 16. Neither is.',
  'no-gate': 'Mode `theta` asks for the expected day or the VIX; neither is known.',
};

const methods: Readonly<Record<SettleProbability['method'], string>> = {
  digitals: 'from the chain’s spreads',
  volatility: 'from each side’s volatility',
};

/** Words about condors: where they stand, and how they could be rolled out in time. */
export const condors = {
  noNumber,
  view: {
    title: '## Condors',
    ownTitle: '## Your condors',
    none: 'No condors are held. `/book condor` adds them.',
    heading: ({
      id,
      quantity,
      strikes,
      expiry,
      days,
    }: Values<'id' | 'quantity' | 'strikes' | 'expiry' | 'days'>) =>
      `**${id}** ${quantity} × ${strikes} · ${expiry}${days}`,
    days: (days: string) => ` · ${days} d`,
    breakEvens: (low: string, high: string, lowZ: string, highZ: string) =>
      `Break-evens **${low}** / **${high}** · z ${lowZ} / ${highZ}`,
    inside: (percent: string, method: SettleProbability['method'], low: string, high: string) =>
      `P(inside) ${percent} ${methods[method]}, risk-neutral · P(touch) ${low} below, ${high} above, an estimate`,
    noInside: (why: string) => `P(inside) ${why}`,
    buffer: ({
      multiple,
      side,
      points,
      least,
      verdict,
    }: Values<'multiple' | 'side' | 'points' | 'least' | 'verdict'>) =>
      `Buffer **${multiple}** to the ${side} (${points} points), at least ${least}: ${verdict}`,
    deviations: (count: string) => `${count}σ`,
    moves: (count: string) => `${count} × the expected move`,
    noBuffer: (why: string) => `Buffer ? (${why})`,
    sides: { low: 'lower', high: 'upper' },
    enough: 'enough',
    tooNear: '**too near**',
    facts: ({
      credit,
      profit,
      loss,
      volatility,
      forward,
    }: Values<'credit' | 'profit' | 'loss' | 'volatility' | 'forward'>) =>
      `-# credit ${credit} · most gained ${profit}, lost ${loss} · IV ${volatility} · forward ${forward}`,
    credit: { received: 'received', model: 'by the model' },
    confirmed: 'While the signal is confirmed the larger distance is asked for.',
    drag: (id: string, from: string, until: string, days: number) =>
      `**IRR drag**, ${id} against the Russell 2000, ${from} to ${until} (${days} d)`,
    period: (dollars: string, verb: 'trail' | 'lead', condor: string, etf: string) =>
      `Small caps ${verb} by **${dollars} per $100,000** · condor with its hedge ${condor}, small caps ${etf}`,
    rate: (rate: string) => `-# as internal rates a year: difference ${rate}`,
    dragNote:
      '-# The index stands in for an ETF: no dividends, no fee. A condor can lose −100 % of what is at risk.',
    noDrag:
      '-# IRR drag n/a: it takes a condor with its credit, its value now, and closes of the Russell 2000 since.',
  },

  timeShift: {
    noShift,
    title: (id: string) => `## Time-Shift of ${id}`,
    tested: (side: string, days: string, portion: string) =>
      `Tested side: **${side}**. ${days}. ${portion} of the lot is rolled.`,
    sides: { put: 'puts', call: 'calls' },
    preferred: (days: string) => `At this VIX the method rolls ${days} days`,
    nearest: 'Mode `theta`: the nearest expiry, until the market calms',
    preferredUnknown: 'The VIX is not known, so nobody can say how many days the method takes',
    candidate: ({
      expiry,
      added,
      legs,
      strike,
      quantity,
    }: Values<'expiry' | 'added' | 'legs' | 'strike' | 'quantity'>) =>
      `**${expiry} · +${added} d · ${legs}** (${quantity} ×), ${strike}`,
    legs: { short: 'short leg alone (naked later)', four: 'four legs' },
    strike: { same: 'same strikes', 'same-deviations': 'same distance in σ' },
    verdicts: {
      credit: (net: string, close: string, open: string) =>
        `Net credit **${net}** (close at ask ${close}, open at bid ${open})`,
      debit: (net: string, close: string, open: string) =>
        `Net **debit ${net}** (close at ask ${close}, open at bid ${open}): the method takes credits only`,
      'no-quotes': () => 'Net n/a: a leg is not quoted on the side that is needed',
    } satisfies Readonly<
      Record<ShiftCandidate['verdict'], (net: string, close: string, open: string) => string>
    >,
    middle: (net: string, basis: 'quotes' | 'model') =>
      basis === 'model' ? `About ${net} by the model, no quotes` : `At the middle ${net}`,
    cover: (before: string, after: string) => `Cover ${before} → **${after}**`,
    change: ({
      delta,
      gamma,
      vega,
      weighted,
      theta,
    }: Values<'delta' | 'gamma' | 'vega' | 'weighted' | 'theta'>) =>
      `Change: Δ ${delta} · Γ ${gamma} · vega ${vega} (weighted ${weighted}) · θ ${theta} a day`,
    noChange: 'Change of the greeks n/a: a new leg has no value',
    book: (before: string, after: string, from: string, to: string) =>
      `Condors ${before} → ${after} per VIX point · H ${from} → **${to}**`,
    margin: (before: string, after: string) =>
      `Margin ${before} → ${after} by the exchanges’ minimum; a broker may ask for more`,
    noMargin: 'Margin n/a: the new short leg has no value',
    extrinsic: (before: string, after: string) => `Time value of the short strike ${before} → ${after}`,
    breakEvens: (low: string, high: string, width: string) =>
      `Break-evens ${low}, ${high}; the tent ${width} points wide`,
    move: (before: string, after: string) => `${before} → ${after}`,
    deviations: (low: string, high: string) => `z ${low}, ${high}`,
    buffer: (before: string, after: string) => `Buffer ${before} → ${after}`,
    spans: (events: string) => `Takes in ${events}`,
    spansNothing: 'Takes in no known CPI, PPI or FOMC date',
    event: (what: DatedEvent['what'], day: string) => `${what} ${day}`,
    naked:
      '⚠ Once the old long legs have expired, the new short ones stand **naked**: the four-leg roll does not.',
    mixed: '⚠ One expiry settles in the morning, the other in the afternoon.',
    more: (count: number) => `${count} more with other expiries.`,
  },
};
