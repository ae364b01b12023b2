/** Colours of the pictures, for Discord's dark theme. Series are told apart by people who confuse red and green. */
export const PALETTE = {
  background: '#15171c',
  plot: '#1b1e25',
  grid: '#2c313b',
  zero: '#5a6270',
  text: '#f4f6fa',
  muted: '#aab3c2',
  rut: '#ffc247',
  spx: '#6fb8ff',
  average: ['#4fd1b0', '#f08ac4', '#b8c0cc', '#c9a27a'],
  macd: '#f4f6fa',
  signal: '#ffc247',
  above: '#5aa9f5',
  below: '#f0743c',
  relative: '#f4f6fa',
  zone: '#f0743c',
  print: '#c4b0ff',
  confirmed: '#ffffff',
  raised: '#ffc247',
  flagText: '#15171c',
} as const;

/** Width of a picture in its own units, and how many pixels each becomes: 1,100 pixels, sharp at 550 points. */
export const WIDTH = 550;
export const SCALE = 2;

/** Space around a picture, in its own units. */
export const EDGE = 12;

/** Type sizes in picture units. The smallest is 11 points where a phone shows the picture 390 wide. */
export const TYPE = { title: [21, 20, 19], body: 16 } as const;

/** How most words are set, and those that are to be found at once. */
export const BODY = { size: TYPE.body, weight: 400 } as const;
export const STRONG = { size: TYPE.body, weight: 600 } as const;

/** From one line of body text to the next. */
export const BODY_LINE = 20;
