import type { JudgedCheckup } from '#domain/health/checkup.ts';
import type { DeliveryLag, DeliveryTrace } from '#domain/delivery/delivery-trace.ts';
import type { PlannedDelivery } from '#ports/ledger/ledger.ts';

/** How sources, machine and the way to one server do. */
export type DoctorReport = {
  /** Epoch milliseconds (UTC), market clock. */
  readonly now: number;
  readonly channel: string | null;
  /** Permissions missing in the alert channel; absent when there is no channel or it is gone. */
  readonly missing?: readonly string[];
  readonly channelGone: boolean;
  /** Latest deliveries, newest first. */
  readonly deliveries: readonly PlannedDelivery[];
  readonly watermark?: string;
  /** Absent where data are recorded and nobody is asked. */
  readonly checkup?: JudgedCheckup;
};

export type DeliveriesReport = {
  /** Latest release first. */
  readonly traces: readonly DeliveryTrace[];
  /** Absent where nothing was accepted yet, and in a replay, whose two clocks cannot be compared. */
  readonly lag?: DeliveryLag;
  readonly isReplay: boolean;
  readonly watermark?: string;
};

/** How the bot itself does. */
export type DoctorServices = {
  /** Asks sources once a minute at most; who asks again before that is told what they said last. */
  examine(server: string): Promise<DoctorReport>;
  showDeliveries(server: string): Promise<DeliveriesReport>;
};
