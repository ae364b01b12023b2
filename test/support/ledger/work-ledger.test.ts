import { describeWorkLedger } from '#test/contracts/work-ledger.contract.ts';
import { workInMemory } from './work-ledger.ts';

describeWorkLedger('Memory', async () => workInMemory());
