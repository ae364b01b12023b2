import type { Programme } from '#domain/signal/decision.ts';
import { ratio, stamp } from '#discord/message/format.ts';
import { named, quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

/** Who set the ratio past the rules, while no step of the rules has followed. */
export function handLine({ byHand }: Pick<Programme, 'byHand'>): readonly string[] {
  return byHand
    ? [
        `-# ${en.hedge.exposure.byHand({ from: ratio(byHand.from), to: ratio(byHand.to), who: named('person', byHand.by), when: stamp(byHand.at), why: quoted(byHand.why) })}`,
      ]
    : [];
}
