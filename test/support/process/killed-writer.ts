import { openStore } from '#adapters/store/open-store.ts';
import { thresholds } from '#config/thresholds.ts';

/** Plans two pieces of work at a time and says how often it did, until it is killed. The folder is its argument. */
const { ledger } = await openStore(process.argv[2] ?? '', thresholds);
for (let round = 1; ; round++) {
  const piece = { kind: 'close', session: '2014-09-23', dueAt: round, validUntil: round } as const;
  await ledger.plan([
    { ...piece, id: `${round}.a` },
    { ...piece, id: `${round}.b` },
  ]);
  process.stdout.write(`${round}\n`);
}
