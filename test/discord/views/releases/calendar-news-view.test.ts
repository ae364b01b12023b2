import { describe, expect, it } from 'vitest';
import type { CalendarNews } from '#domain/delivery/alert.ts';
import { changeRelease } from '#domain/releases/release.ts';
import { calendarNewsView } from '#discord/views/releases/calendar-news-view.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { textOf } from '#test/support/discord/view-facts.ts';

const CPI = releaseOn('CPI', '2025-10-15', { referenceMonth: '2025-09', source: 'BLS calendar' });
const told = (news: CalendarNews): string =>
  textOf(calendarNewsView({ form: 'calendar', news }, { mark: 'x1' }));

function become(next: Parameters<typeof changeRelease>[1]): CalendarNews {
  const change = changeRelease(CPI, next, 0);
  return change ? { about: 'change', change } : { about: 'end', endsAt: 0 };
}

describe('calendarNewsView', () => {
  it('tells from when to when a release has moved, and who says so', () => {
    const text = told(become({ status: 'moved', scheduledAt: Date.parse('2025-10-24T08:30-04:00') }));
    expect(text).toContain('CPI for Sep 2025 has moved');
    expect(text).toContain('From Wed 15 Oct 2025 08:30 ET to **Fri 24 Oct 2025 08:30 ET**');
    expect(text).toContain('BLS calendar (recorded)');
  });

  it('tells what was cancelled, and that no change is worked out across the gap', () => {
    const text = told(become({ status: 'cancelled' }));
    expect(text).toContain('CPI for Sep 2025 is cancelled');
    expect(text).toContain('A one-month change across the gap is never worked out');
  });

  it('tells what a release was merged into', () => {
    const text = told(become({ status: 'merged', mergedInto: 'CPI-2025-12-10' }));
    expect(text).toContain('Its figures come with `CPI-2025-12-10`.');
  });

  it('sets both sides of a disagreement beside each other', () => {
    const text = told({
      about: 'disagreement',
      disagreement: {
        releaseId: CPI.id,
        kind: 'CPI',
        kept: { source: 'BLS calendar', scheduledAt: CPI.scheduledAt },
        other: { source: 'FRED' },
      },
    });
    expect(text).toContain('BLS calendar: **Wed 15 Oct 2025 08:30 ET**. This is what the bot goes by.');
    expect(text).toContain('FRED: not listed.');
  });

  it('tells when the calendar ends', () => {
    expect(told({ about: 'end', endsAt: Date.parse('2026-12-15T08:30-05:00') })).toContain(
      'The last release that is known is on Tue 15 Dec 2026',
    );
  });
});
