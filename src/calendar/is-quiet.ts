/**
 * Whether an instant lies in a server's quiet hours.
 *
 * @param hours - `HH:MM-HH:MM`, the first included and the second not, over midnight if it ends before it
 *   begins; `null` for none
 * @param zone - IANA name of the zone in which they are meant
 * @param instant - epoch milliseconds (UTC)
 */
export function isQuiet(hours: string | null, zone: string, instant: number): boolean {
  const [from, until] = hours?.split('-') ?? [];
  if (from === undefined || until === undefined) {
    return false;
  }
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
  return from <= until ? time >= from && time < until : time >= from || time < until;
}
