import type { WallClock } from '#ports/clock.ts';
import type { DeliveryLedger } from '#ports/ledger/ledger.ts';

export type OutboxParts = {
  readonly wallClock: WallClock;
  readonly ledger: Pick<DeliveryLedger, 'nextDeliveryAt'>;
  /** Sends what may go now. */
  readonly deliver: (signal: AbortSignal) => Promise<void>;
};

/** Delivers, and waits for what must be tried again later, until nothing is left to send or it is called off. */
export async function deliverUntilEmpty(
  { deliver, ledger, wallClock }: OutboxParts,
  signal: AbortSignal,
): Promise<void> {
  await deliver(signal);
  for (;;) {
    const next = await ledger.nextDeliveryAt();
    if (next === undefined || signal.aborted) {
      return;
    }
    await wallClock.wait(Math.max(0, next - wallClock.now()), signal);
    await deliver(signal);
  }
}
