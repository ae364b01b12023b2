import type { RollDue } from '#domain/hedge/upkeep.ts';
import { decimal } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

/** A lot that is due to be rolled, and why. */
export function rollLines({ lotId, quantity, layer, expiry, daysHeld, daysLeft, reasons }: RollDue): string {
  const texts = en.hedge;
  const exposures = en.hedge.exposure;
  const why = reasons.map((reason) =>
    reason === 'age' ? texts.rollAge(daysHeld) : texts.rollFloor(daysLeft),
  );
  const name = layer === undefined ? exposures.noLayer : exposures.layers[layer];
  return `- ${texts.rollLine({ id: code(lotId), layer: name, quantity: decimal(quantity, 0), expiry, why: why.join(', ') })}`;
}
