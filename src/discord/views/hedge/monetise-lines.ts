import { decimal } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import type { MonetiseReport, MonetiseTrigger, Tranche } from '#domain/hedge/monetise.ts';
import { coverText } from './cover-text.ts';
import { dollars, dollarsOrNot } from './exposure-text.ts';
import { postedTicket } from './posted-ticket.ts';

const texts = en.hedge;

/** Why profits may be taken, what a third of each lot brings, and what is given back should volatility fall. */
export function monetiseLines({
  triggers,
  tranches,
  cash,
  cover,
  mean,
  giveBack,
}: MonetiseReport): readonly string[] {
  return [
    ...triggers.map(triggerLine),
    ...tranches.map(trancheLine),
    ...(cash === undefined ? [] : [texts.monetiseCash(dollars(cash))]),
    ...(cover ? [texts.monetiseCover(coverText(cover.before), coverText(cover.after))] : []),
    ...(mean === undefined || giveBack === undefined
      ? []
      : [texts.monetiseGiveBack(decimal(mean, 2), dollars(giveBack))]),
  ];
}

function triggerLine(trigger: MonetiseTrigger): string {
  return trigger.kind === 'market'
    ? texts.monetiseMarket(decimal(trigger.vix, 2), decimal(trigger.score, 1))
    : texts.monetiseLot(code(trigger.lotId), decimal(trigger.multiple, 1));
}

function trancheLine({ act, lotId, contract, quantity, cash, isModel, successor }: Tranche): string {
  if (act === 'roll') {
    const to = successor ? texts.monetiseTo(successor.expiry, String(successor.strike)) : '';
    return texts.monetiseRoll(code(lotId), decimal(quantity, 0), to);
  }
  const worth = `${dollarsOrNot(cash)}${isModel ? `, ${texts.monetiseModel}` : ''}`;
  return texts.monetiseSell(postedTicket({ ...contract, side: 'sell', quantity }), worth);
}
