import { describe, expect, it } from 'vitest';
import { statementPages } from '#domain/checklist/statement-pages.ts';

const BOARD = 'https://www.federalreserve.gov';

describe('statementPages', () => {
  it('has the addresses that the Board’s calendar links to', () => {
    expect(statementPages('2026-09-16')).toEqual({
      statement: `${BOARD}/newsevents/pressreleases/monetary20260916a.htm`,
      pressConference: `${BOARD}/monetarypolicy/fomcpresconf20260916.htm`,
    });
  });

  it('knows the one that the Board has spelt otherwise', () => {
    expect(statementPages('2026-01-28').pressConference).toBe(
      `${BOARD}/monetarypolicy/fomcpressconf20260128.htm`,
    );
  });

  it('gives the list of the year before 2019, when not every meeting had a press conference', () => {
    expect(statementPages('2014-09-17').pressConference).toBe(
      `${BOARD}/monetarypolicy/fomchistorical2014.htm`,
    );
    expect(statementPages('2018-12-19').pressConference).toContain('fomchistorical2018');
    expect(statementPages('2019-01-30').pressConference).toContain('fomcpresconf20190130');
  });
});
