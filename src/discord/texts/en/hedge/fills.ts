import type { TicketPart } from '#domain/book/ticket.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';

const parts: Readonly<Record<TicketPart, string>> = {
  side: 'BTO, STC, BUY or SELL',
  quantity: 'how many',
  instrument: 'what: VIX, VX, VXM, VXX or UVXY',
  expiry: 'the expiry',
  strike: 'strike and right, such as 16C',
  price: 'the price, such as @1.34',
  rest: 'nothing more',
};

const ends: Readonly<Record<NonNullable<StepOrder['end']>['how'], string>> = {
  done: 'done',
  skipped: 'skipped',
  replaced: 'replaced by a newer step',
  cancelled: 'cancelled',
  expired: 'expired, the rest has lapsed',
};

const cancelled: Readonly<
  Record<Extract<NonNullable<StepOrder['end']>, { how: 'cancelled' }>['why'], string>
> = {
  'late-gate': 'the VIX reached the late gate',
  'multiplier-changed': 'the multiplier was changed',
  'meaning-switched': 'the meaning of the ratio was switched',
};

/** Words about recording what was traded. */
export const fills = {
  parts,
  ends,
  cancelled,
  title: (id: string) => `Record fill of ${id}`,
  text: 'Tickets, one a line',
  textHint: 'As you traded them: another count, price or strike is fine',
  percent: 'How much of it was traded, such as 50 %',
  date: 'Traded on, such as 2014-09-24',
  skipTitle: (id: string) => `Skip ${id}`,
  why: 'Why it is skipped',
  whyHint: 'Kept with your name. The multiplier goes back to what is filled.',
  buttons: {
    fill: 'Record fill',
    skip: 'Skip…',
    reopen: (id: string) => `Reopen ${id}`,
    yes: 'Yes, record it',
    correct: 'Correct it',
  },
  recorded: (id: string) => `### Recorded for ${id}`,
  again: 'This had been recorded already: nothing was written again.',
  stands: (asked: string, filled: string) => `asked ${asked}, filled **${filled}**`,
  over: (over: string) => `over by ${over}`,
  done: 'Nothing is owed any more.',
  owed: '**Still owed**',
  asked: '### Please look once more',
  nothingWritten: '-# Nothing was written so far.',
  questions: {
    'other-contract': (ticket: string) =>
      `${ticket} is another contract than the order’s: it counts by its own exposure.`,
    'other-instrument': (ticket: string) => `${ticket} is no VIX option: it counts by its own exposure.`,
    'more-than-owed': (ticket: string, owed: string) => `${ticket} is more than the ${owed} that are owed.`,
    'same-ticket': (ticket: string, at: string) =>
      `${ticket} was recorded ${at} already. Is this another trade?`,
    'after-end': (order: string) =>
      `${order} has ended: what was traded inside its validity counts, the rest goes to the open order.`,
  },
  unreadable: '### Not recorded: a line could not be read',
  missing: (line: string, part: TicketPart) => `- ${line}: ${parts[part]} is missing`,
  wrong: (line: string, value: string, part: TicketPart) =>
    `- ${line}: ${value} is not understood, it takes ${parts[part]}`,
  such: 'Such as `BTO 1 VIX 10/22/2014 16C @1.34`, a ticket a line.',
  refused: '### Not recorded',
  faults: {
    direction: (ticket: string, takes: string) => `- ${ticket}: this order takes ${takes} only`,
    beforeOrder: (traded: string, opened: string) =>
      `- Traded on ${traded}, before the order opened on ${opened}`,
    inFuture: (traded: string, today: string) => `- Traded on ${traded}: today is ${today}`,
    noShare: (ticket: string) => `- ${ticket}: it has no value, so it cannot be counted`,
    position: (ticket: string, why: string) => `- ${ticket}: ${why}`,
    notHeld: (ticket: string, held: string) => `- ${ticket}: ${held} are held of it`,
    unknownOrder: (order: string) => `- This server has no order ${order}`,
    noOrder: '- No order is open. `/hedge orders` lists the latest',
    day: (why: string) => `- ${why}`,
    percent: (text: string) =>
      `- ${text}: this server only counts, so it takes a percentage above 0 and up to 100`,
  },
  proposed: (proposal: string) => `### ${proposal} waits for a second steward`,
  proposedNext: 'Until it is approved nothing has changed. `/book proposals` has it.',

  isOn: (person: string, time: string) => `${person} is on it, ${time} ET`,
  takenFirst: (person: string, time: string) => `**${person} is on it** since ${time} ET.`,
  markFilled: (filled: string, asked: string, person: string, time: string) =>
    `filled ${filled} of ${asked} by ${person}, ${time} ET`,
  markDone: (filled: string, person: string, time: string) =>
    `Done: filled ${filled} by ${person}, ${time} ET`,
  markSkipped: (person: string, time: string) => `Skipped by ${person}, ${time} ET`,
  markEnded: (how: string) => `This order has ended: ${how}`,

  skipped: (id: string, filled: string) => `### ${id} skipped: the vega multiplier is ${filled} again`,
  skippedNext:
    'The step stays in the event’s budget of up-steps, and no up-step comes in the next 3 sessions.',
  reopened: (id: string) => `### ${id} is open again`,
  refusals: {
    'unknown-order': (id: string) => `This server has no order ${id}.`,
    ended: (id: string, how: string) => `${id} has ended: ${how}.`,
    'not-lapsed': (id: string) =>
      `${id} cannot be reopened: it has not lapsed, or a later step has followed.`,
    'late-gate': (id: string, vix: string) => `${id} stays closed: the late gate holds${vix}.`,
    'no-reason': (id: string) => `${id} was not skipped: say why, the reason is kept with your name.`,
  },
  vix: (vix: string) => `, VIX ${vix}`,

  planTitle: (from: string, to: string) => `### Plan for ${from} → ${to}`,
  styles: { deviations: '1.5–2 SD strikes', delta: '0.50 delta', held: 'As held' },
  coverAfter: (cover: string) => `once filled: ${cover}`,
  recommended: (style: string) => `**${style}, recommended**`,
  style: (style: string) => `**${style}**`,
  noStyle: 'no contracts',
  when: (window: string, until: string) => `**When** ${window} · ends ${until}`,
  stewardsRecord: '-# Stewards record fills and skip.',

  ordersTitle: '### Step orders',
  none: 'No step has opened an order yet.',
  ordersLine: (id: string, from: string, to: string, what: string) => `**${id}** ${from} → ${to} · ${what}`,
  open: (until: string) => `open until ${until}`,
  fillLine: ({ ticket, on, by, slippage }: Readonly<Record<'ticket' | 'on' | 'by' | 'slippage', string>>) =>
    `-# ${ticket} on ${on} by ${by}${slippage}`,
  percentOf: (percent: string) => `${percent} % of it`,
  slippage: (points: string, basis: string) => `, ${points} against ${basis}`,
  mid: 'mid',
  model: 'model',
};
