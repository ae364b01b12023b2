import type { HedgeSize } from '#domain/hedge/hedge-plan.ts';
import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, ratio, signed } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { text, type View } from '#discord/message/view.ts';
import type { HedgeSizeReport } from '#services/hedge/size-hedge.ts';

const texts = en.hedge;

/** How many calls so many condors take, in every way of rounding; ways that come to the same are told once. */
export function hedgeSizeView({ condors, perTenCondors, sizes }: HedgeSizeReport): View {
  const distinct = Map.groupBy(sizes, ({ contracts }) => contracts.join('/'));
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(
        texts.sizeTitle(decimal(condors, 0)),
        texts.sizeRule(perTenCondors.join('/')),
        ...[...distinct.values()].flatMap(sizeLine),
        `-# ${en.signal.card.disclaimer}`,
      ),
    ],
  });
}

function sizeLine(same: readonly HedgeSize[]): readonly string[] {
  const [size] = same;
  return size
    ? [
        texts.sizeRow({
          calls: size.contracts.map((count) => decimal(count, 0)).join('/'),
          total: decimal(size.total, 0),
          ratio: ratio(size.ratio),
          error: signed(size.error, 3),
          rounding: same.map(({ rounding }) => texts.roundings[rounding]).join(', '),
        }),
      ]
    : [];
}
