import { createIsharesHoldings } from '#adapters/ishares/holdings.ts';
import { ISHARES_TERMS } from '#adapters/ishares/terms.ts';
import { describeWebSource } from '#test/contracts/web-source.contract.ts';
import { holdingsFile, madeUpTickers } from '#test/support/book/holdings-file.ts';

const file = holdingsFile(madeUpTickers(1600));

describeWebSource('Holdings at iShares', {
  terms: ISHARES_TERMS,
  ask: (web, signal) => createIsharesHoldings({ web }).holdings('IWM', signal),
  body: () => file,
  renamed: (body) => body.replace('Asset Class', 'Class'),
  torn: 'changed',
});
