import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FileTooLarge, UnreadableFile } from '#domain/book/book-file-problem.ts';
import { bytesOf, faultsOf, files, lotsOf, OPENED, readText } from './book-file-text.ts';

const HEAD = 'instrument,quantity,expiry,strike,cost,opened_on';
const ROW = 'VIX,4,2026-03-18,30,0.85,2025-12-29';
const LOT = {
  kind: 'hedge',
  instrument: 'VIX',
  quantity: 4,
  expiry: '2026-03-18',
  right: 'call',
  strike: 30,
  cost: 0.85,
  openedOn: '2025-12-29',
};

/** The beginning of a ZIP: one file of that name. */
function zip(name: string): Uint8Array {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04_03_4b_50, 0);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), deflateRawSync('a,b')]);
}

function why(bytes: Uint8Array): unknown {
  try {
    return files.read(bytes, OPENED).kind;
  } catch (error) {
    return error instanceof UnreadableFile ? error.why : error;
  }
}

describe('a file that is no table of positions', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['nothing but blanks', bytesOf(' \r\n\t\n'), 'empty'],
    ['a ZIP', zip('positions.csv'), 'compressed'],
    ['an XLSX', zip('[Content_Types].xml'), 'spreadsheet'],
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'spreadsheet'],
    ['a gzip', gzipSync('a,b'), 'compressed'],
    ['a PDF', bytesOf('%PDF-1.7'), 'binary'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'binary'],
    ['binary rubbish', Uint8Array.from({ length: 512 }, (_, index) => (index * 37 + 11) % 256), 'binary'],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${HEAD}\n${ROW}`, 'utf16le'), 'utf-16'],
    ['UTF-16 without', Buffer.from(`${HEAD}\n${ROW}`, 'utf16le'), 'utf-16'],
    ['Windows-1252', Buffer.from(`${HEAD},bemerkung\n${ROW},f\u00fcr M\u00e4rz`, 'latin1'), 'encoding'],
    ['columns that nobody knows', bytesOf('Ticker,Shares\nAAPL,100\n'), 'unknown-table'],
    [
      'more lots than anybody has',
      bytesOf(
        `instrument,quantity\n${Array.from({ length: 5_001 }, (_, index) => `VXX,${index + 1}`).join('\n')}`,
      ),
      'too-many',
    ],
    ['prose', bytesOf('Sell four condors on Friday.'), 'unknown-table'],
  ])('is told from one: %s', (_, bytes, expected) => {
    expect(why(bytes)).toBe(expected);
  });

  it('names the columns that it found', () => {
    expect(() => readText('Ticker,Shares\nAAPL,100\n')).toThrow(
      expect.objectContaining({ columns: ['Ticker', 'Shares'] }),
    );
  });

  it('is not looked at when it is larger than any book', () => {
    const large = bytesOf(`${HEAD}\n${`${ROW}\n`.repeat(300_000)}`);
    expect(large.length).toBeGreaterThan(10 * 1024 ** 2);
    expect(() => files.read(large, OPENED)).toThrow(FileTooLarge);
  });
});

describe('a table of our own', () => {
  it.each([
    ['with a byte order mark', `\ufeff${HEAD}\n${ROW}\n`],
    ['with lines as Windows ends them', `${HEAD}\r\n${ROW}\r\n`],
    ['without an end to its last line', `${HEAD}\n${ROW}`],
    ['with blank lines between', `\n${HEAD}\n\n,,,,,\n${ROW}\n\n`],
    [
      'parted by semicolons, decimals by commas',
      `${HEAD.replaceAll(',', ';')}\nVIX;4;2026-03-18;30;0,85;2025-12-29\n`,
    ],
    [
      'parted by semicolons, decimals by points',
      `${HEAD.replaceAll(',', ';')}\n${ROW.replaceAll(',', ';')}\n`,
    ],
    ['parted by tabs', `${HEAD.replaceAll(',', '\t')}\n${ROW.replaceAll(',', '\t')}\n`],
    ["with Excel's line that says so", `sep=;\n${HEAD.replaceAll(',', ';')}\n${ROW.replaceAll(',', ';')}\n`],
    [
      'with names as people write them',
      'Instrument,Quantity,Expiry,Strike,Cost,Opened On\nvix,4,2026-03-18,$30,.85,2025-12-29',
    ],
    [
      'with its columns in another order',
      'cost,opened_on,quantity,strike,expiry,instrument\n0.85,2025-12-29,4,30,2026-03-18,VIX',
    ],
    ['with everything in quotes', `${HEAD}\n"VIX","4","2026-03-18","30","0.85","2025-12-29"`],
  ])('is read %s', (_, text) => {
    expect(lotsOf(text)).toEqual([LOT]);
  });

  it.each([
    ['"1,000"', 1_000],
    ["1'000", 1_000],
    ['1 000', 1_000],
    ['"1,000,000"', 1_000_000],
  ])('reads %s shares as %d', (typed, quantity) => {
    expect(lotsOf(`instrument,quantity\nVXX,${typed}`)).toMatchObject([{ quantity }]);
  });

  it('reads thousands and decimals as they are written where semicolons part the cells', () => {
    expect(lotsOf('instrument;quantity;cost\nVXX;1.000.000;1.234,5')).toMatchObject([
      { quantity: 1_000_000, cost: 1_234.5 },
    ]);
  });

  it.each([
    ['a formula', 'instrument,quantity\n=cmd|calc!A1,4', ['2 instrument formula']],
    ['a formula of digits', 'instrument,quantity\nVXX,=2+2', ['2 quantity formula']],
    ['an at sign', 'instrument,quantity,layer\nVXX,4,@SUM(A1)', ['2 layer formula']],
    ['words where a number should be', 'instrument,quantity\nVXX,four', ['2 quantity no-number']],
    ['a decimal comma among commas', 'instrument,quantity,cost\nVXX,4,"4,25"', ['2 cost no-number']],
    [
      'a mark that may part thousands or decimals',
      'instrument;quantity;cost\nVXX;4;5.600',
      ['2 cost ambiguous-number'],
    ],
    ['an instrument that no book holds', 'instrument,quantity\nVXX,4\nAAPL,4', ['3 instrument no-word']],
    ['no instrument', 'instrument,quantity\n,4', ['2 instrument empty']],
    ['no quantity', 'instrument,quantity\nVXX,', ['2 quantity empty']],
    ['a day that no calendar has', 'instrument,quantity,expiry\nVX,4,2026-02-30', ['2 expiry no-day']],
    ['a day as Americans write it', 'instrument,quantity,expiry\nVX,4,3/18/26', ['2 expiry no-day']],
    ['what its instrument has not', 'instrument,quantity,strike\nVXX,4,30', ['2 strike not-taken']],
    [
      'three legs',
      'instrument,quantity,expiry,long_put,short_put,short_call\nSPX,4,2026-01-30,1,2,3',
      ['2 long_call empty'],
    ],
    ['no column of quantities', 'instrument,expiry,strike\nVIX,2026-03-18,30', ['1 quantity missing-column']],
    ['a column twice', 'instrument,quantity,quantity\nVXX,4,4', ['1 quantity repeated-column']],
    ['more cells than columns', 'instrument,quantity\nVXX,4,5', ['2 too-many-cells']],
    ['a quote that never ends', 'instrument,quantity\n"VXX,4', ['2 quotes']],
    ['an id twice, for different lots', 'id,instrument,quantity\nH1,VXX,4\nH1,VXX,5', ['3 id repeated-id']],
  ])('refuses %s and says where it stands', (_, text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });

  it('tells every fault at once, and gives no lot', () => {
    const text = 'instrument,quantity,cost\nVXX,four,x\nVXX,4,1\nSPY,1,';
    expect(faultsOf(text)).toEqual(['2 quantity no-number', '2 cost no-number', '4 instrument no-word']);
    expect(lotsOf(text)).toEqual([]);
  });

  it('counts lines as an editor does, blank ones and those within quotes too', () => {
    const text = 'instrument,quantity,note\n\nVXX,4,"two\nlines"\n\nVXX,x,';
    expect(faultsOf(text)).toEqual(['6 quantity no-number']);
  });

  it('lists the columns that mean nothing here', () => {
    expect(readText(`${HEAD},Broker,my note\n${ROW},IB,x`)).toMatchObject({
      unknownColumns: ['Broker', 'my note'],
      lots: [{ lot: LOT, places: [{ in: 'line', number: 2 }] }],
    });
  });

  it('takes a row that stands there twice once, and says which', () => {
    expect(readText(`${HEAD}\n${ROW}\n${ROW}\n`)).toMatchObject({
      lots: [{ lot: LOT }],
      ignored: [{ place: { number: 3 }, why: 'repeated' }],
    });
  });

  it('gives lots without a day that of the import', () => {
    expect(lotsOf('instrument,quantity\nVXX,4')).toMatchObject([{ openedOn: OPENED }]);
  });
});

describe('a JSON of our own', () => {
  const book = (lots: string): string => `{"format":"vega-steward-book","version":1,"lots":[${lots}]}`;

  it.each([
    ['that is cut off', '{"format":"vega-steward-book",\n"version":1', ['2 no-json']],
    ['of another format', '{"format":"other","version":1,"lots":[]}', ['1 format no-value']],
    ['of a later version', '{"format":"vega-steward-book","version":2,"lots":[]}', ['1 version no-value']],
    ['that is only a list', '[1]', ['1 vega-steward-book no-value']],
    ['whose lot is no object', book('1'), ['1 no-value']],
    ['with a number in quotes', book('{"instrument":"VXX","quantity":"4"}'), ['1 quantity no-number']],
    [
      'with a lot that lacks something',
      book('{"instrument":"VXX","quantity":1},{"instrument":"VX","quantity":1}'),
      ['2 expiry empty'],
    ],
  ])('is refused %s', (_, text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });

  it('lists the fields that mean nothing here, and takes null for nothing', () => {
    const text = book('{"instrument":"VXX","quantity":4,"cost":null,"note":"x","opened_on":"2025-12-29"}');
    expect(readText(text)).toMatchObject({
      unknownColumns: ['note'],
      lots: [{ lot: { instrument: 'VXX', quantity: 4 }, places: [{ in: 'entry', number: 1 }] }],
    });
  });
});
