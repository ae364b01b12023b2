import { decimal, signed } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { signedDollars } from './exposure-text.ts';
import type { CoverReading, JointShock } from '#domain/hedge/cover.ts';

const texts = en.hedge.cover;

/**
 * Cover under its shock, such as `cover 25 % → 28 % if SPX −4 %, VIX +10`; with the reason where there is none.
 *
 * @param after - once an order is traded, under the same shock; absent without one
 */
export function coverText(reading: CoverReading, after?: CoverReading): string {
  const shock = shockText(reading.shock);
  if (reading.kind === 'unknown') {
    return texts.unknown(shock, texts.noCover[reading.reason]);
  }
  const now = coverShare(reading);
  return texts.known(after?.kind === 'cover' ? texts.reached(now, coverShare(after)) : now, shock);
}

/** The headline's shock, and each of the table, with the dollars of both sides. */
export function coverLines(readings: readonly CoverReading[]): readonly string[] {
  return readings.length === 0 ? [] : [texts.table, ...shocksOnce(readings).map(coverRow), texts.meaning];
}

function coverRow(reading: CoverReading): string {
  const cover =
    reading.kind === 'cover'
      ? coverShare(reading)
      : `${en.signal.card.unknown} (${texts.noCover[reading.reason]})`;
  return texts.row(shockText(reading.shock), cover, dollars(reading.hedge), dollars(reading.condors));
}

function dollars(value: number | undefined): string {
  return value === undefined ? en.hedge.notAvailable : signedDollars(value);
}

/** The headline's shock may be one of the table. */
function shocksOnce(readings: readonly CoverReading[]): readonly CoverReading[] {
  return readings.filter(
    ({ shock }, place) => readings.findIndex((other) => isSame(other.shock, shock)) === place,
  );
}

function isSame(one: JointShock, other: JointShock): boolean {
  return one.spotPercent === other.spotPercent && one.volPoints === other.volPoints;
}

/** A fraction in whole percent: cover may be more than all of the loss. */
function coverShare({ cover, isAtLeast }: Extract<CoverReading, { kind: 'cover' }>): string {
  const percent = `${decimal(cover * 100, 0)} %`;
  return isAtLeast ? texts.atLeast(percent) : percent;
}

function shockText({ spotPercent, volPoints }: JointShock): string {
  return texts.shock(signed(spotPercent, digits(spotPercent)), signed(volPoints, digits(volPoints)));
}

function digits(value: number): number {
  return Number.isInteger(value) ? 0 : 1;
}
