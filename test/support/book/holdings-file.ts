const PREAMBLE = [
  '\uFEFFiShares Russell 2000 ETF',
  'Fund Holdings as of,"Nov 25, 2026"',
  'Inception Date,"May 22, 2000"',
  'Shares Outstanding,"280,250,000.00"',
  'Stock,"-"',
  'Bond,"-"',
  'Cash,"-"',
  'Other,"-"',
  '\u00A0',
];

const HEADER =
  'Ticker,Name,Sector,Asset Class,Market Value,Weight (%),Notional Value,Quantity,Price,Location,Exchange,Currency,FX Rate,Market Currency,Accrual Date';

const TRAILER = [
  '"USD","USD CASH","Cash and/or Derivatives","Cash","1,000.00","0.01","1,000.00","1,000.00","100.00","United States","-","USD","1.00","USD","-"',
  '"RTYZ6","RUSSELL 2000 EMINI CME DEC 26","Cash and/or Derivatives","Futures","0.00","0.00","9,000.00","4.00","2,400.00","-","Index And Options Market","USD","1.00","USD","-"',
  '\u00A0',
  '"The content contained herein is owned or licensed by BlackRock and/or its third-party information providers."',
  'Holdings are subject to change.',
];

/**
 * A holdings file with the given shares. Never recorded: the lines before, the columns and the lines after are those
 * that public readers of these files describe.
 */
export function holdingsFile(tickers: readonly string[]): string {
  const shares = tickers.map(
    (ticker) =>
      `"${ticker}","${ticker} INC","Industrials","Equity","1,234,567.89","0.05","1,234,567.89","12,345.00","100.00","United States","NASDAQ","USD","1.00","USD","-"`,
  );
  return [...PREAMBLE, HEADER, ...shares, ...TRAILER, ''].join('\n');
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXY';

/** So many made-up tickers of four letters, the first a Z; each once, at most 15,625. */
export function madeUpTickers(count: number): readonly string[] {
  const letter = (place: number): string => LETTERS[place % LETTERS.length] ?? '';
  return Array.from(
    { length: count },
    (_, place) => `Z${letter(Math.floor(place / 625))}${letter(Math.floor(place / 25))}${letter(place)}`,
  );
}
