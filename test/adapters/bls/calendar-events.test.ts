import { describe, expect, it } from 'vitest';
import { calendarEvents } from '#adapters/bls/calendar-events.ts';

const event = (...lines: readonly string[]) =>
  calendarEvents(
    ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'),
  )[0];

describe('calendarEvents', () => {
  it('joins folded lines, in the middle of a word too', () => {
    expect(event('SUMMARY:Consumer Pri', ' ce Index')?.get('SUMMARY')?.text).toBe('Consumer Price Index');
  });

  it('undoes escapes', () => {
    expect(event('LOCATION:Washington\\, DC\\; a\\\\b\\nc')?.get('LOCATION')?.text).toBe(
      'Washington, DC; a\\b\nc',
    );
  });

  it('reads parameters, quoted ones with colons and semicolons in them', () => {
    const line = event('dtstart;TZID="US:Eastern;x";value=DATE-TIME:20240102T083000')?.get('DTSTART');
    expect(line?.text).toBe('20240102T083000');
    expect([...(line?.parameters ?? [])]).toEqual([
      ['TZID', 'US:Eastern;x'],
      ['VALUE', 'DATE-TIME'],
    ]);
  });

  it('takes no line from outside of events, such as the zone rules that also begin', () => {
    const body = 'BEGIN:VCALENDAR\nBEGIN:DAYLIGHT\nDTSTART:20070311T020000\nEND:DAYLIGHT\nEND:VCALENDAR';
    expect(calendarEvents(body)).toEqual([]);
  });

  it('takes the event’s own line and not one of an alarm inside it', () => {
    const lines = ['SUMMARY:Consumer Price Index', 'BEGIN:VALARM', 'SUMMARY:Wake up', 'END:VALARM'];
    expect(event(...lines)?.get('SUMMARY')?.text).toBe('Consumer Price Index');
  });
});
