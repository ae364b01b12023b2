import { askGroupedCloses } from '#adapters/polygon/grouped-bars.ts';
import { massiveTerms } from '#adapters/polygon/terms.ts';
import { describeWebSource } from '#test/contracts/web-source.contract.ts';
import { fixture } from '#test/support/web/fixture.ts';

describeWebSource('Grouped bars of Massive', {
  terms: massiveTerms('a-key-of-massive'),
  ask: (web, signal) => askGroupedCloses({ web, key: 'a-key-of-massive' }, '2020-10-14', signal),
  body: () => fixture('polygon/grouped-daily.json'),
  renamed: (body) => body.replace('"c"', '"close"'),
  repeated: {
    body: (body) => body.replace('1602705600000', '1602619200000'),
    becomes: 'refused',
  },
});
