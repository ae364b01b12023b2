import { askGroupedCloses } from '#adapters/massive/grouped-closes.ts';
import { massivePolicy } from '#adapters/massive/index.ts';
import { describeHttpSource } from '#test/contracts/http-source.contract.ts';
import { fixture } from '#test/support/http/fixture.ts';

describeHttpSource('Grouped bars of Massive', {
  policy: massivePolicy('a-key-of-massive'),
  ask: (client, signal) => askGroupedCloses({ client, key: 'a-key-of-massive' }, '2020-10-14', signal),
  body: () => fixture('polygon/grouped-daily.json'),
  renamed: (body) => body.replace('"c"', '"close"'),
  repeated: {
    body: (body) => body.replace('1602705600000', '1602619200000'),
    becomes: 'refused',
  },
});
