import type { InvalidMark } from '#domain/book/book-problem.ts';
import type { LotField, LotNumber } from '#domain/book/lot-fault.ts';

const fields: Readonly<Record<LotField, string>> = {
  expiry: 'an expiry',
  strike: 'a strike',
  right: 'call or put',
  layer: 'a layer',
  strikes: 'strikes of four legs',
  settlement: 'AM or PM',
  source: 'a source',
  date: 'a date',
  cost: 'a cost',
  credit: 'a credit',
};

const numbers: Readonly<Record<LotNumber, string>> = {
  quantity: 'quantity',
  strike: 'strike',
  cost: 'cost',
  credit: 'credit',
  price: 'price',
};

/** Why a position cannot be, and what would do. Days, numbers and lists arrive already written. */
export const lotFaults = {
  quantity: (value: string) =>
    `A quantity of ${value} cannot be: it takes a whole number from 1 to 1,000,000.`,
  notPositive: (what: LotNumber, value: string) =>
    `A ${numbers[what]} of ${value} cannot be: it takes a number above 0.`,
  negative: (what: LotNumber, value: string) =>
    `A ${numbers[what]} of ${value} cannot be: it takes 0 or more. Condors are sold and hedges bought: leave the sign out.`,
  strikesUnreadable: (typed: string) =>
    `${typed} are no four strikes. Type long put, short put, short call and long call, such as \`5600/5700/6250/6350\`.`,
  strikesOrder: (strikes: string) =>
    `Strikes must rise from the long put to the long call, and ${strikes} do not. Such as \`5600/5700/6250/6350\`.`,
  creditAboveWing: (credit: string, wing: string) =>
    `A credit of ${credit} points for a wing of ${wing} cannot be. Give it in index points per condor, not in dollars.`,
  unreadableDay: (typed: string) => `${typed} is no day. Type it as \`2026-12-16\`.`,
  expired: (expiry: string, nearest: string) => `What expires on ${expiry} has settled already.${nearest}`,
  notListed: (product: string, expiry: string, nearest: string) =>
    `No ${product} settle on ${expiry}.${nearest}`,
  nearest: (days: string) => ` Nearest: ${days}.`,
  beyondCalendar: (expiry: string) =>
    `${expiry} lies beyond what the bot knows of exchange holidays, so that it cannot tell what settles then.`,
  inFuture: (day: string) => `${day} has not come yet. Give the day of the trade, or leave it out for today.`,
  notASession: (day: string, nearest: string) =>
    `Nothing was traded on ${day}: exchanges were closed.${nearest}`,
  closedBeforeOpened: (closed: string, opened: string) =>
    `It cannot be closed on ${closed}: it was opened on ${opened}.`,
  expiresBeforeOpened: (opened: string, expiry: string) =>
    `It cannot be opened on ${opened} and expire on ${expiry}.`,
  lacks: (of: string, field: LotField) => `${of} needs ${fields[field]}.`,
  doesNotTake: (of: string, field: LotField) => `${of} does not have ${fields[field]}: leave that out.`,
  moreThanHeld: (quantity: string, held: string) => `${quantity} cannot be closed: there are ${held}.`,
  products: {
    'VIX options': 'VIX options',
    'VIX futures': 'VIX futures',
    'SPX AM options': 'SPX options with AM settlement',
    'SPX PM options': 'SPX options with PM settlement',
  },
};

/** What went wrong with a book, a proposal or a mark, and what to do. */
export const bookProblems = {
  nothingWritten: 'Nothing was written.',
  atPlace: (place: number, sentence: string) => `**Lot ${place}:** ${sentence}`,
  more: (count: number) => `… and ${count} more.`,
  unknownLot: (id: string) => `There is no open lot ${id}. \`/book show\` lists them.`,
  endedLot: {
    closed: (id: string) => `${id} was closed already. \`/book history\` says when.`,
    expired: (id: string) => `${id} has settled and is history. \`/book history\` has it.`,
    removed: (id: string) => `${id} was removed already. \`/book history\` says by whom.`,
  },
  lotChanged: (id: string) => `Nothing was changed: ${id} is not what you looked at any more. Meanwhile:`,
  lookAgain: 'Look at it again with `/book show`, then repeat what is still wanted.',
  nothingToChange: (id: string) => `${id} is so already: nothing was changed.`,
  unknownProposal: (id: string) => `There is no proposal ${id}. \`/book proposals\` lists those that wait.`,
  ownProposal: (id: string) =>
    `${id} is your own: another steward has to approve it. You can take it back with Decline.`,
  over: {
    approved: (id: string, by: string) => `${id} was approved by ${by} already.`,
    declined: (id: string, by: string) => `${id} was declined by ${by} already.`,
    expired: (id: string) =>
      `${id} waited for three days and has ended. Propose it again if it is still wanted.`,
    outdated: (id: string) => `${id} cannot be made any more, and nothing was changed. Meanwhile:`,
  },
  proposeAgain: 'Propose it again if it is still wanted.',
  settledMeanwhile: (id: string) => `- ${id} is not in the book any more.`,
  unknownMark: 'Nobody has marked that. `/market marks` lists what is marked.',
  invalidMark: {
    'no-value': 'Give a price, or for an option its IV: nothing was marked.',
    'two-values': 'Give a price or an IV, not both: nothing was marked.',
    'not-positive': 'Nothing was marked: it takes a number above 0.',
    'volatility-of-option-only': 'Nothing was marked: only options have an IV.',
    'looks-like-fraction': 'Nothing was marked: give the IV in percent, such as 85, not 0.85.',
    'too-large': 'Nothing was marked: the number is larger than any such price, IV or rate.',
  } satisfies Readonly<Record<InvalidMark['why'], string>>,
};
