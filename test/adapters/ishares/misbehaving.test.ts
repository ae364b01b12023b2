import { createIsharesHoldings } from '#adapters/ishares/ishares-holdings.ts';
import { ISHARES_POLICY } from '#adapters/ishares/index.ts';
import { describeHttpSource } from '#test/contracts/http-source.contract.ts';
import { holdingsFile, madeUpTickers } from '#test/support/book/holdings-file.ts';

const file = holdingsFile(madeUpTickers(1600));

describeHttpSource('Holdings at iShares', {
  policy: ISHARES_POLICY,
  ask: (client, signal) => createIsharesHoldings({ client }).holdings('IWM', signal),
  body: () => file,
  renamed: (body) => body.replace('Asset Class', 'Class'),
  torn: 'changed',
});
