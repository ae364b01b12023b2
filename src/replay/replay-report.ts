import type { Episode, ExpectedClose } from '#domain/history/history.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';

/** Whether everything that an episode plans has arrived, and whether it went as the rules foretell. */
export type ReplayReport = {
  readonly planned: number;
  readonly arrived: number;
  /** Messages that did not arrive, oldest first, with the reason. */
  readonly lost: readonly { readonly key: string; readonly reason: string }[];
  /** Planned work that was not done. */
  readonly undone: readonly string[];
  /** Closes whose state or ratio is not the one foretold, as `expected, found`. */
  readonly surprises: readonly { readonly expected: ExpectedClose; readonly actual: string }[];
};

/** More than any episode has. */
const ALL = 10_000;

export async function replayReport({
  episode,
  ledger,
  server,
}: {
  readonly episode: Episode;
  readonly ledger: Ledger;
  readonly server: string;
}): Promise<ReplayReport> {
  const counts = await ledger.countDeliveries();
  const work = await ledger.work(episode.firstAt, episode.lastAt);
  return {
    planned: counts.planned,
    arrived: counts.sent,
    lost: await lostOf(ledger, server),
    undone: work
      .filter(({ status }) => status.state !== 'done' && status.state !== 'skipped')
      .map(({ work: piece, status }) => `${piece.id} (${status.state})`),
    surprises: await surprisesOf(episode, ledger, server),
  };
}

async function lostOf(ledger: Ledger, server: string): Promise<ReplayReport['lost']> {
  const deliveries = await ledger.deliveries(server, ALL);
  return deliveries.toReversed().flatMap(({ alert, delivery }) =>
    delivery.state === 'sent'
      ? []
      : [
          {
            key: alert.key.replace(`${server}/`, ''),
            reason: delivery.state === 'dropped' ? delivery.reason : 'never sent',
          },
        ],
  );
}

async function surprisesOf(
  episode: Episode,
  ledger: Ledger,
  server: string,
): Promise<ReplayReport['surprises']> {
  const surprises: ReplayReport['surprises'][number][] = [];
  for (const expected of episode.expected) {
    const recorded = await ledger.decision(server, `${expected.session}.official`);
    const actual = recorded && `${recorded.decision.state} ${recorded.decision.ratio.next.toFixed(2)}`;
    if (actual !== `${expected.state} ${expected.ratio.toFixed(2)}`) {
      surprises.push({ expected, actual: actual ?? 'nothing' });
    }
  }
  return surprises;
}
