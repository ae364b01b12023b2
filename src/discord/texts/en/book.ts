import { plural } from '#domain/plural.ts';
import type { LayerName, Right } from '#domain/book/lot.ts';
import { bookChoices, bookCommands } from '#discord/texts/en/book/commands.ts';
import { bookProblems, lotFaults } from '#discord/texts/en/book/problems.ts';
import { bookFiles } from '#discord/texts/en/book/files.ts';

const rights: Readonly<Record<Right, string>> = { call: 'calls', put: 'puts' };
const layers: Readonly<Record<LayerName, string>> = { short: 'short', medium: 'medium', long: 'long' };

/** Words about the book of a server or a member, its proposals, and marks made by hand. */
export const book = {
  commands: bookCommands,
  choices: bookChoices,
  lot: {
    condors: (quantity: string, strikes: string) => `**${quantity}** condors ${strikes}`,
    options: (quantity: string, strike: string, right: Right) =>
      `**${quantity}** VIX ${strike} ${rights[right]}`,
    futures: (quantity: string, instrument: string) => `**${quantity}** ${instrument}`,
    shares: (quantity: string, symbol: string) => `**${quantity}** ${symbol} shares`,
    expiry: (day: string, settlement: string) => `${day}${settlement}`,
    days: (days: number) => `${days} d`,
    layer: (layer: LayerName) => `${layers[layer]} layer`,
    credit: (points: string) => `credit ${points}`,
    cost: (points: string) => `cost ${points}`,
    illustration: '**illustration**',
    line: (id: string, facts: string) => `${id} ${facts}`,
    /** How a field is called where it changed. */
    names: {
      quantity: 'quantity',
      expiry: 'expiry',
      settlement: 'settlement',
      strikes: 'strikes',
      credit: 'credit',
      strike: 'strike',
      right: 'right',
      cost: 'cost',
      layer: 'layer',
      openedOn: 'opened on',
    },
    changed: (name: string, from: string, to: string) => `${name} ${from} → ${to}`,
    none: 'none',
  },
  removal: {
    title: (id: string, facts: string) => `### Why does ${id} go?\n${facts}`,
    explain:
      'A mistake never was: it leaves no profit or loss. A close keeps its cost, and shows what it has brought.',
    nothing: '-# Nothing has changed yet.',
    mistake: 'A mistake',
    close: 'Closed…',
    formTitle: (id: string) => `Close ${id}`,
    price: 'Price, points',
    priceHint: 'Paid per condor, or received per contract or share; empty where nobody knows',
    quantity: 'How many',
    date: 'Closed on',
  },
  views: {
    title: '## The book',
    ownTitle: '## Your own book',
    empty: 'Nothing is in it. `/book condor` and `/book hedge` add lots, `/book import` reads a file.',
    counted: (condors: string, hedge: string) =>
      `**Counts only**: ${condors} condors, ${hedge} calls, no lots. H, cover and tickets take lots: \`/book condor\` and \`/book hedge\` add them, \`/book import\` reads a file. Until then fills are told in percent.`,
    condors: (count: string) => `**Condors: ${count}**`,
    hedges: (count: string) => `**Hedge contracts: ${count}**`,
    shares: 'Shares',
    revision: (revision: number, time: string) => `Revision ${revision} · as of ${time}`,
    waiting: (count: number) =>
      `${count} ${plural(count, 'change waits', 'changes wait')} for a second steward: \`/book proposals\`.`,
    page: (from: number, to: number, all: number) => `Lots ${from} to ${to} of ${all}`,
    earlier: 'Earlier',
    later: 'Later',
    done: (revision: number) => `Book revision ${revision}. \`/book show\` lists every lot.`,
    profit: (id: string, dollars: string) => `P&L of ${id}: **${dollars}**`,
    profitUnknown: (id: string) => `P&L of ${id}: unknown, the price of its opening or closing is not known`,
    history: '## History of the book',
    ownHistory: '## History of your own book',
    noHistory: 'Nothing was ever written in it.',
    signed: (by: string, at: string) => `${by} ${at}`,
    approvedBy: (by: string) => `, approved by ${by}`,
    events: {
      added: (id: string, facts: string) => `${id} added: ${facts}`,
      restored: (id: string, facts: string) => `${id} is back, what it left by was taken back: ${facts}`,
      edited: (id: string, changes: string) => `${id} changed: ${changes}`,
      removed: (id: string, facts: string) => `${id} removed as a mistake: ${facts}`,
      closed: (id: string, on: string, price: string, facts: string) =>
        `${id} closed on ${on}${price}: ${facts}`,
      split: (id: string, of: string) => `${id}, split from ${of},`,
      expired: (id: string, time: string, facts: string) => `${id} settled ${time}: ${facts}`,
      at: (price: string) => ` at ${price}`,
    },
  },
  undo: {
    title: '## Taken back',
    before: 'That was taken back before. Nothing more was changed.',
    fills: (count: number, order: string) =>
      `${count} ${plural(count, 'fill counts', 'fills count')} no more for order ${order}.`,
    refusals: {
      nothing: 'Nothing is left to take back in this book.',
      'needs-approval':
        'Changes of this book want a second steward, and so does taking one back: propose the opposite with `/book remove` or `/book hedge`.',
      settled: (lot: string) => `${lot} of that change has settled since: what the calendar did stays.`,
      'order-followed': (order: string, successor: string) =>
        `Order ${successor} was computed from what was filled for ${order}, so that fill stays. Correct it with \`/book remove\` or \`/book hedge\`.`,
    },
  },
  proposals: {
    title: (id: string) => `## ${id} waits for a second steward`,
    list: '## Proposals',
    none: 'Nothing waits for a second steward.',
    more: (count: number) => `-# ${count} more wait behind these.`,
    by: (by: string, at: string) => `proposed by ${by} ${at}`,
    expires: (at: string) => `ends ${at}`,
    condors: (before: string, after: string) => `Condors ${before} → ${after}`,
    hedges: (before: string, after: string) => `hedge contracts ${before} → ${after}`,
    ratio: (before: string, after: string) => `vega ratio H ${before} → ${after}`,
    dollars: (before: string, after: string) => `hedge per VIX point $${before} → $${after}`,
    notValued: 'not valued',
    changes: {
      add: (facts: string) => `- add ${facts}`,
      edit: (id: string, changes: string) => `- change ${id}: ${changes}`,
      remove: (id: string, facts: string) => `- remove ${id} as a mistake: ${facts}`,
      close: (id: string, on: string, price: string, facts: string) =>
        `- close ${id} on ${on}${price}: ${facts}`,
      part: (quantity: string, id: string) => `${quantity} of ${id}`,
    },
    approve: (id: string) => `Approve ${id}`,
    decline: (id: string) => `Decline ${id}`,
    entry: (id: string) => `**${id}**`,
    settled: '**Decided**',
    states: {
      approved: (id: string, by: string, at: string) => `${id} approved by ${by} ${at}`,
      declined: (id: string, by: string, at: string) => `${id} declined by ${by} ${at}`,
      expired: (id: string, at: string) => `${id} ended undecided ${at}`,
      outdated: (id: string, at: string) => `${id} ended ${at}: the book had moved on`,
    },
    approved: (id: string, by: string) => `## ${id} approved by ${by}`,
    declined: (id: string, by: string) => `${id} was declined by ${by}. Nothing was changed.`,
    takenBack: (id: string) => `${id} was taken back. Nothing was changed.`,
    rule: 'Any steward may approve or decline, nobody approves their own.',
  },
  marks: {
    title: '## Marked by hand',
    none: 'Nothing is marked by hand.',
    line: (subject: string, value: string) => `${subject} **${value}**`,
    signed: (age: string, at: string, by: string) => `${age} old, ${at} by ${by}`,
    future: (expiry: string) => `VIX future ${expiry}`,
    option: (root: string, strike: string, right: Right, expiry: string) =>
      `${root} ${strike} ${rights[right]} ${expiry}`,
    rate: 'Interest rate',
    multiple: (multiple: string, caps: 'small' | 'large') => `${multiple} of ${caps} caps`,
    times: (value: string, source: string, day: string) => `${value} (${source}, ${day})`,
    price: (value: string) => value,
    dollars: (value: string) => `$${value}`,
    volatility: (percent: string) => `IV ${percent} %`,
    rateValue: (percent: string) => `${percent} % a year`,
    days: (days: number) => `${days} d`,
    hours: (hours: number) => `${hours} h`,
    minutes: (minutes: number) => `${minutes} min`,
    use: 'A source that is live or delayed comes first; a mark counts where there is none, and before recorded values that are older.',
  },
  files: bookFiles,
  faults: lotFaults,
  problems: bookProblems,
};
