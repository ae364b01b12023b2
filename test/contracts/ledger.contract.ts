import type { Ledger } from '#ports/ledger/ledger.ts';
import { describeConcurrency } from '#test/contracts/concurrency/concurrency.contract.ts';
import { describeBookLedger } from './book-ledger.contract.ts';
import { describeDecisionLedger } from './decision-ledger.contract.ts';
import { describeDepartureLedger } from './departure-ledger.contract.ts';
import { describeDeliveryLedger } from './delivery-ledger.contract.ts';
import { describeMarkLedger } from './mark-ledger.contract.ts';
import { describeOrderLedger } from './order-ledger.contract.ts';
import { describeRatioLedger } from './ratio-ledger.contract.ts';
import { describeReleaseLedger } from './release-ledger.contract.ts';
import { describeScoreLedger } from './score-ledger.contract.ts';
import { describeSmallLedgers } from './small-ledgers.contract.ts';
import { describeSourceLedger } from './source-ledger.contract.ts';
import { describeWorkLedger } from './work-ledger.contract.ts';

/**
 * What every ledger must keep, whatever stands behind it.
 *
 * @param open - gives an empty ledger each time
 */
export function describeLedger(name: string, open: () => Promise<Ledger>): void {
  describeConcurrency(name, open);
  describeWorkLedger(name, open);
  describeDecisionLedger(name, open);
  describeDeliveryLedger(name, open);
  describeDepartureLedger(name, open);
  describeReleaseLedger(name, open);
  describeSmallLedgers(name, open);
  describeScoreLedger(name, open);
  describeRatioLedger(name, open);
  describeOrderLedger(name, open);
  describeBookLedger(name, open);
  describeMarkLedger(name, open);
  describeSourceLedger(name, open);
}
