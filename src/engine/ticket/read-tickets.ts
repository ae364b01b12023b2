import type { Right } from '#domain/book/lot.ts';
import type {
  Ticket,
  TicketFault,
  TicketInstrument,
  TicketPart,
  TicketReading,
} from '#domain/book/ticket.ts';
import type { Session } from '#domain/market/session.ts';
import { findDay } from './find-day.ts';

/** Lines that one text may have: nobody trades more in a step. */
const MOST_LINES = 40;

/** Characters that one line may have. */
const LONGEST_LINE = 200;

const BUYING: readonly string[] = ['BTO', 'BTC', 'BUY', 'BOT', 'BOUGHT', 'B'];
const SELLING: readonly string[] = ['STC', 'STO', 'SELL', 'SLD', 'SOLD', 'S'];

const SIDE = /^(?<side>[A-Z]+)\b/;
const QUANTITY = /^\s*(?<sign>[+-]?)(?<count>\d[\d,]*)(?:\s*X)?(?=\s|$)/;
/** Option symbols of the OCC, and the short form that terminals use: `VIX261022C00020000`, `.VIXW261022C20`. */
const SYMBOL_OPTION = /^\s*\.?VIXW?\s*(?<day>\d{6})(?<right>[CP])(?<strike>\d+(?:\.\d+)?)\b/;
const INSTRUMENT = /^\s*[$/.]?(?<name>VIXW?|VXM|VXX|VX|UVXY)\b/;
const ANY_WORD = /^\s*(?<word>\S+)/;
const PRICE = /(?:@|\bAT\b|\bFOR\b)\s*\$?\s*(?<price>[+-]?[\d,]*\.?\d+)/;
const STRIKE = /(?:^|\s)\$?(?<strike>\d+(?:\.\d+)?)\s*(?<right>CALLS?|PUTS?|C|P)(?=\s|$)/;
const STRIKE_AFTER = /(?:^|\s)(?<right>CALLS?|PUTS?|C|P)\s*\$?(?<strike>\d+(?:\.\d+)?)(?=\s|$)/;
const LAST_NUMBER = /(?:^|\s)\$?(?<price>\d+\.\d+)\s*$/;
/** What brokers print around a trade and nobody needs. */
const NOISE =
  /\b(?:TO|OPEN|CLOSE|WEEKLYS?|MONTHLY|FILLED?|LMT|LIMIT|MKT|MARKET|DAY|GTC|CBOE|CFE|AVG|PRICE|USD|EXP|EXPIRY|CONTRACTS?|SHARES?|OPTIONS?|FUTURES?|CALLS?|PUTS?)\b|[()*•`,;:]/g;
/** The multiplier that thinkorswim prints behind an option's symbol. */
const MULTIPLIER = /^\s*100(?=\s)/;

/** OCC symbols give the strike in thousandths, in eight digits. */
const OCC_DIGITS = 8;
const THOUSANDTHS = 1_000;

/**
 * Reads trades as traders post them, a ticket a line: `BTO 3 VIX 10/22/26 20C @1.05`, `BUY 1 VIX 22 Oct 2014 16 call`,
 * `SOLD -2 VIX 100 (Weeklys) 22 OCT 26 20 CALL @1.05`, `BTO 2 VX 10/21/26 @18.50`, `BTO 100 VXX @45.10`. Empty lines
 * count for nothing.
 *
 * @param today - the day in New York: an expiry without a year is the next one from here on
 * @returns every ticket in the order of the lines, or every fault; never some of each
 */
export function readTickets(text: string, today: Session): TicketReading {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replaceAll('`', '').trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || lines.length > MOST_LINES) {
    const value = lines.length === 0 ? {} : { value: `${lines.length} lines` };
    return { kind: 'faults', faults: [{ line: lines[0] ?? '', part: 'rest', ...value }] };
  }
  const readings = lines.map((line) => readLine(line, today));
  const faults = readings.flatMap((reading) => ('fault' in reading ? [reading.fault] : []));
  return faults.length > 0
    ? { kind: 'faults', faults }
    : {
        kind: 'tickets',
        tickets: readings.flatMap((reading) => ('ticket' in reading ? [reading.ticket] : [])),
      };
}

type LineReading = { readonly ticket: Ticket } | { readonly fault: TicketFault };

/** What is known of a line so far, and the text that is still unread. */
type Partly<Value> = { readonly value: Value; readonly text: string };

class Unreadable {
  readonly part: TicketPart;
  readonly value: string | undefined;

  constructor(part: TicketPart, value?: string) {
    this.part = part;
    this.value = value;
  }
}

function readLine(line: string, today: Session): LineReading {
  const ticket =
    line.length > LONGEST_LINE ? new Unreadable('rest', `${line.length} characters`) : ticketOf(line, today);
  return ticket instanceof Unreadable
    ? { fault: { line, part: ticket.part, ...(ticket.value !== undefined && { value: ticket.value }) } }
    : { ticket };
}

function ticketOf(line: string, today: Session): Ticket | Unreadable {
  const side = readSide(line.toUpperCase());
  if (side instanceof Unreadable) {
    return side;
  }
  const quantity = readQuantity(side.text, side.value);
  if (quantity instanceof Unreadable) {
    return quantity;
  }
  const price = readPrice(quantity.text);
  if (price instanceof Unreadable) {
    return price;
  }
  const instrument = readInstrument(price.text, today);
  if (instrument instanceof Unreadable) {
    return instrument;
  }
  const rest = readRest(instrument.text, price.value);
  return rest instanceof Unreadable
    ? rest
    : {
        side: side.value,
        quantity: quantity.value,
        ...instrument.value,
        ...(rest !== undefined && { price: rest }),
      };
}

function readSide(text: string): Partly<Ticket['side']> | Unreadable {
  const word = SIDE.exec(text)?.groups?.['side'] ?? '';
  if (!BUYING.includes(word) && !SELLING.includes(word)) {
    return new Unreadable('side', firstWord(text));
  }
  const value = BUYING.includes(word) ? 'buy' : 'sell';
  return { value, text: text.slice(word.length).replace(/^\s*TO\s+(?:OPEN|CLOSE)\b/, '') };
}

/** A sign may stand before the count where it says the same as the side. */
function readQuantity(text: string, side: Ticket['side']): Partly<number> | Unreadable {
  const match = QUANTITY.exec(text);
  if (!match || match.groups?.['sign'] === (side === 'buy' ? '-' : '+')) {
    return new Unreadable('quantity', firstWord(text));
  }
  const value = Number(match.groups?.['count']?.replaceAll(',', ''));
  return Number.isSafeInteger(value) && value >= 1
    ? { value, text: text.slice(match[0].length) }
    : new Unreadable('quantity', firstWord(text));
}

function readPrice(text: string): Partly<number | undefined> | Unreadable {
  const match = PRICE.exec(text);
  if (!match) {
    return /@/.test(text)
      ? new Unreadable('price', text.slice(text.indexOf('@')).trim())
      : { value: undefined, text };
  }
  const typed = match.groups?.['price'] ?? '';
  const value = Number(typed.replaceAll(',', ''));
  return Number.isFinite(value) && value >= 0
    ? { value, text: without(text, match) }
    : new Unreadable('price', typed);
}

function readInstrument(text: string, today: Session): Partly<TicketInstrument> | Unreadable {
  const symbol = SYMBOL_OPTION.exec(text);
  if (symbol?.groups) {
    return symbolOption(symbol.groups, without(text, symbol), today);
  }
  const match = INSTRUMENT.exec(text);
  return match
    ? namedInstrument(match.groups?.['name'] ?? '', without(text, match).replace(MULTIPLIER, ' '), today)
    : new Unreadable('instrument', firstWord(text));
}

function namedInstrument(name: string, text: string, today: Session): Partly<TicketInstrument> | Unreadable {
  switch (name) {
    case 'VXX':
    case 'UVXY':
      return { value: { instrument: name }, text };
    case 'VX':
    case 'VXM':
      return withExpiry(text, today, (expiry) => ({ instrument: name, expiry }));
    default:
      return listedOption(text, today);
  }
}

function symbolOption(
  parts: Readonly<Record<string, string | undefined>>,
  text: string,
  today: Session,
): Partly<TicketInstrument> | Unreadable {
  const { day, right, strike } = parts;
  const points = strike?.length === OCC_DIGITS ? Number(strike) / THOUSANDTHS : Number(strike);
  return withExpiry(`20${day?.replace(/^(..)(..)(..)$/, '$1-$2-$3')} ${text}`, today, (expiry) => ({
    instrument: 'VIX',
    right: rightOf(right),
    strike: points,
    expiry,
  }));
}

function listedOption(text: string, today: Session): Partly<TicketInstrument> | Unreadable {
  const dateless = findDay(text, today)?.text ?? text;
  const match = STRIKE.exec(dateless) ?? STRIKE_AFTER.exec(dateless);
  const strike = Number(match?.groups?.['strike']);
  if (!match || !(strike > 0)) {
    return new Unreadable('strike', match?.[0].trim());
  }
  const right = rightOf(match.groups?.['right']);
  const rest = text.replace(match[0], ' ');
  return withExpiry(rest, today, (expiry) => ({ instrument: 'VIX', right, strike, expiry }));
}

function withExpiry(
  text: string,
  today: Session,
  instrumentOf: (expiry: Session) => TicketInstrument,
): Partly<TicketInstrument> | Unreadable {
  const day = findDay(text, today);
  return day?.day === undefined
    ? new Unreadable('expiry', day?.typed)
    : { value: instrumentOf(day.day), text: day.text };
}

/** A price may stand at the end without a sign before it. What is left otherwise must be of no weight. */
function readRest(text: string, price: number | undefined): number | undefined | Unreadable {
  const match = price === undefined ? LAST_NUMBER.exec(text) : null;
  const rest = (match ? without(text, match) : text).replaceAll(NOISE, ' ').replaceAll(/\s+/g, ' ').trim();
  if (rest !== '') {
    return new Unreadable('rest', rest);
  }
  return match ? Number(match.groups?.['price']) : price;
}

function rightOf(word: string | undefined): Right {
  return word?.startsWith('C') ? 'call' : 'put';
}

function firstWord(text: string): string | undefined {
  return ANY_WORD.exec(text)?.groups?.['word'];
}

function without(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
}
