import { describe, expect, it } from 'vitest';
import type { LotFault } from '#domain/book/lot-fault.ts';
import { lotFaultText } from '#discord/views/book/lot-fault-text.ts';

const NEAREST = ['2026-12-16', '2027-01-20'];

const SENTENCES: readonly (readonly [LotFault, string])[] = [
  [{ kind: 'quantity', value: 1.5 }, 'A quantity of 1.5 cannot be: it takes a whole number from 1'],
  [{ kind: 'not-positive', what: 'strike', value: 0 }, 'A strike of 0 cannot be: it takes a number above 0.'],
  [{ kind: 'negative', what: 'cost', value: -2 }, 'A cost of -2 cannot be: it takes 0 or more.'],
  [{ kind: 'strikes-unreadable', typed: '5600/57' }, '`5600/57` are no four strikes.'],
  [{ kind: 'strikes-order', strikes: [5, 4, 6, 7] }, 'and `5/4/6/7` do not.'],
  [
    { kind: 'credit-above-wing', credit: 120, wing: 100 },
    'A credit of 120 points for a wing of 100 cannot be.',
  ],
  [{ kind: 'unreadable-day', what: 'date', typed: 'soon' }, '`soon` is no day. Type it as `2026-12-16`.'],
  [
    { kind: 'expired', expiry: '2026-11-18', nearest: NEAREST },
    'What expires on 2026-11-18 has settled already. Nearest: `2026-12-16`, `2027-01-20`.',
  ],
  [
    { kind: 'not-listed', product: 'SPX AM options', expiry: '2027-01-20', nearest: [] },
    'No SPX options with AM settlement settle on 2027-01-20.',
  ],
  [{ kind: 'beyond-calendar', expiry: '2040-01-18' }, '2040-01-18 lies beyond what the bot knows'],
  [{ kind: 'in-future', day: '2026-12-02' }, '2026-12-02 has not come yet.'],
  [{ kind: 'not-a-session', day: '2026-11-26', nearest: [] }, 'Nothing was traded on 2026-11-26'],
  [
    { kind: 'closed-before-opened', openedOn: '2026-12-01', closedOn: '2026-11-30' },
    'It cannot be closed on 2026-11-30: it was opened on 2026-12-01.',
  ],
  [
    { kind: 'expires-before-opened', openedOn: '2026-12-01', expiry: '2026-11-18' },
    'It cannot be opened on 2026-12-01 and expire on 2026-11-18.',
  ],
  [{ kind: 'lacks', field: 'strikes', of: 'A condor' }, 'A condor needs strikes of four legs.'],
  [{ kind: 'does-not-take', field: 'right', of: 'VXX' }, 'VXX does not have call or put: leave that out.'],
  [{ kind: 'more-than-held', asked: 5, held: 4 }, '5 cannot be closed: there are 4.'],
];

describe('lotFaultText', () => {
  it.each(SENTENCES)('says of %o what would do', (fault, sentence) => {
    expect(lotFaultText(fault)).toContain(sentence);
  });

  it('lists no nearest days where there are none', () => {
    expect(lotFaultText({ kind: 'not-a-session', day: '2026-11-26', nearest: [] })).not.toContain('Nearest');
  });
});
