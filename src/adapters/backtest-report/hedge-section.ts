import type { BacktestStudy, RaiseRow } from '#domain/history/backtest.ts';
import { counted, plain, signed, STRATEGY_NAMES, table } from './numbers.ts';

const PRICED: Readonly<Record<RaiseRow['priced'], string>> = {
  futures: 'VIX futures',
  vix: 'the VIX itself',
  both: 'futures, then the VIX itself',
};

/** No hedge, always base, always confirmed and the rule side by side, and what the raises cost. */
export function hedgeSection(study: BacktestStudy): string {
  const { strategies, futuresCover, base, confirmed, raises } = study;
  const cover = futuresCover ? `${futuresCover.from} to ${futuresCover.until}` : 'none in this history';
  return [
    '## The hedge, by a proxy',
    '',
    `**This is a proxy, not the price of VIX calls.** A ratio of 1 holds 1/β second-month VIX futures per point of short vega, β(τ) = (√(τ+30) − √τ)/√30 of the days to its settlement, rolled at each monthly settlement; a trade pays 0.05 VIX points and every month is rolled twice that. Where no futures are known (they are: ${cover}) it earns the VIX’s own change, which nobody can buy and which leaves out what holding costs: that part flatters every hedge. A call’s convexity and time decay are in neither, and of the condors only one point of short vega is, without the premium that they earn.`,
    '',
    'In VIX points per point of short vega:',
    '',
    table(
      [
        '',
        'hedge, futures part',
        'hedge, VIX part',
        'hedge and vega: daily SD',
        'worst five sessions',
        'ended',
      ],
      strategies.map(({ id, withFutures, withoutFutures, deviation, worst, worstEndedOn }) => [
        id === 'base'
          ? `${STRATEGY_NAMES[id]} (${plain(base)})`
          : id === 'confirmed'
            ? `${STRATEGY_NAMES[id]} (${plain(confirmed)})`
            : STRATEGY_NAMES[id],
        signed(withFutures, 1),
        signed(withoutFutures, 1),
        plain(deviation),
        signed(worst, 1),
        worstEndedOn ?? '–',
      ]),
    ),
    '',
    '### Raises, and what the false ones cost',
    '',
    raises.length === 0 ? 'The ratio was never above base.' : raiseTable(raises),
    '',
    falseCost(study),
  ].join('\n');
}

function raiseTable(raises: readonly RaiseRow[]): string {
  return table(
    ['release', 'from', 'back at base', 'highest', 'part above base earned', 'priced from'],
    raises.map(({ releaseId, from, until, highest, extra, priced }) => [
      releaseId,
      from,
      until ?? 'not within the history',
      plain(highest),
      signed(extra),
      PRICED[priced],
    ]),
  );
}

function falseCost({ raises, strategies, base, confirmed }: BacktestStudy): string {
  const lost = raises.filter(({ extra }) => extra < 0);
  const cost = lost.reduce((sum, { extra }) => sum + extra, 0);
  const ofThem =
    lost.length === 0
      ? `None of ${counted(raises.length, 'raise')} lost money by this proxy; so few say nothing of the next one.`
      : `${lost.length} of ${counted(raises.length, 'raise')} were false by this proxy and cost ${plain(Math.abs(cost))} points together.`;
  const earned = (id: string): number => strategies.find((row) => row.id === id)?.withFutures ?? 0;
  const always = earned('confirmed') - earned('base');
  return `${ofThem} Holding ${plain(confirmed)} instead of ${plain(base)} all the time made ${signed(always, 1)} points in the part with futures: what a raise costs when it is never taken back.`;
}
