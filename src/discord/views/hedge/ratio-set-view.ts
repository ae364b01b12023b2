import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { ratio, stamp } from '#discord/message/format.ts';
import { named, quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { text, type View } from '#discord/message/view.ts';
import { watermarkPart } from '#discord/message/watermark.ts';
import type { RatioSet } from '#services/hedge/set-ratio.ts';

/** A programme ratio that somebody has set, and what the rules make of it. */
export function ratioSetView({ override, base, watermark }: RatioSet): View {
  const { hedge: words } = en;
  const { from, to, by, at, why } = override;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(
        words.ratioSet(ratio(from), ratio(to)),
        words.ratioSetBy(named('person', by), stamp(at), quoted(why)),
      ),
      ...watermarkPart(watermark),
      text(to > base ? words.ratioSetAbove : words.ratioSetBase, `-# ${words.ratioSetRecord}`),
    ],
  });
}
