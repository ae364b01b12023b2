import { describe, expect, it } from 'vitest';
import { release } from '#commands/release/index.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, subCommand } from '#test/commands/context-with.ts';

const next = subCommand(release, 'next');

describe('/release next', () => {
  it('tells report, month and time in New York, with who says so', async () => {
    const text = textOf((await next.run({}, contextWith())).view);
    expect(text).toContain(
      '**CPI (consumer prices)** for Sep 2014 Wed 22 Oct 2014 08:30 ET (<t:1413981000:R>)',
    );
    expect(text).toContain('scheduled · BLS calendar (recorded)');
  });

  it('names no date that is not known: it says where the calendar ends', async () => {
    const ended = async () => ({ next: [], last: [], calendarEndsAt: Date.UTC(2014, 9, 22, 12, 30) });
    const text = textOf((await next.run({}, contextWith({ showReleases: ended }))).view);
    expect(text).toContain('The calendar has ended');
    expect(text).toContain('The release calendar ends Wed 22 Oct 2014');
  });
});
