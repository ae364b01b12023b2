import { describe, expect, it } from 'vitest';
import type { PrintReading, Surprise } from '#domain/releases/print.ts';
import { printCaveats, printText, surpriseLines } from '#discord/views/releases/print-text.ts';

const CORE: Surprise = {
  series: 'core',
  actual: 0,
  expected: 4,
  against: 'consensus',
  difference: -0.2,
  standardDeviation: 0.08,
  standardised: -2.5,
  count: 60,
};

const WEAK: Extract<PrintReading, { classified: true }> = {
  classified: true,
  releaseId: 'CPI-2014-09-17',
  kind: 'CPI',
  referenceMonth: '2014-08',
  class: 'very-weak',
  method: 'standardised',
  z: -2.5,
  fragile: false,
  surprises: [CORE],
  hasConsensus: true,
  late: false,
};

describe('printText', () => {
  it('tells report, month, class and surprise in one line', () => {
    expect(printText(WEAK)).toBe('**CPI for Aug 2014 very weak, −2.50σ**');
  });

  it('tells the class alone where no deviation is known', () => {
    const { z: _, ...reading } = WEAK;
    expect(printText({ ...reading, class: 'in-line', method: 'points' })).toBe(
      '**CPI for Aug 2014 in line**',
    );
  });

  it('says why a print was not judged', () => {
    const reading: PrintReading = {
      classified: false,
      releaseId: 'CPI-2025-11-13',
      kind: 'CPI',
      referenceMonth: '2025-10',
      reason: 'no-one-month-change',
      late: false,
    };
    expect(printText(reading)).toContain('unclassified: no one-month change was published');
    expect(surpriseLines(reading)).toEqual([]);
  });
});

describe('surpriseLines', () => {
  it('tells what was published and expected, and how far apart they are', () => {
    expect(surpriseLines(WEAK)).toEqual(['Core 0.0 %, expected 0.2 % (−0.20 pp, −2.50σ)']);
  });

  it('says that a mean stands in for a consensus, and what the rounding hid', () => {
    const [line] = surpriseLines({
      ...WEAK,
      surprises: [{ ...CORE, against: 'proxy', unrounded: 0.04, revision: -0.1, netNews: -3.1 }],
    });
    expect(line).toBe(
      'Core 0.0 %, expected 0.2 % (−0.20 pp, −2.50σ) · mean of the last three prints · 0.04 % before rounding · month before restated by −0.10 pp · with the restatement −3.10σ',
    );
  });

  it('does not speak of a month before that stayed as it was', () => {
    const [line] = surpriseLines({ ...WEAK, surprises: [{ ...CORE, revision: 0, netNews: -2.5 }] });
    expect(line).not.toContain('restate');
  });
});

describe('printCaveats', () => {
  it('has none for a print that two sources show in time', () => {
    expect(printCaveats(WEAK)).toEqual([]);
  });

  it('warns of all that may mislead', () => {
    expect(
      printCaveats({ ...WEAK, standing: 'provisional', fragile: true, hasConsensus: false, late: true }),
    ).toEqual([
      '**PROVISIONAL**: only one source has shown these figures so far',
      'rounding of the figures could decide the class',
      'without consensus: against the last three prints',
      'received late',
    ]);
  });
});
