import { newYorkTime, ratio, weekday } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { measureOf } from './evidence-of.ts';
import { valueText } from './measure-text.ts';
import { hedgeAction } from '#domain/signal/hedge-action.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';
import type { Decision } from '#domain/signal/decision.ts';

const texts = en.signal.action;

/** What is to be done, verb first, such as `▲ Add hedge: vega multiplier 0.60 → 0.70`. */
export function cardHeadline(decision: Decision): string {
  const { ratio: reading, standDown } = decision;
  const now = ratio(reading.now);
  switch (hedgeAction(decision)) {
    case 'add':
      return texts.headlines.add(now, ratio(reading.next));
    case 'take-off':
      return texts.headlines.takeOff(now, ratio(reading.next));
    case 'stand-down': {
      const vix = measureOf(decision.evidence, 'lateGate', 'vixLevel');
      const [first = 'fomc'] = standDown;
      return texts.headlines.standDown(now, texts.standDown[first](vix ? valueText(vix) : '?'));
    }
    case 'nothing':
      return texts.headlines.nothing(now);
  }
}

/** When to trade, such as `Wed 09:45–15:50 ET`; nothing where the exchange calendar ends. */
export function windowText({
  window,
}: Pick<Extract<AlertContent, { form: 'card' }>, 'window'>): readonly string[] {
  return window
    ? [texts.window(weekday(window.session), newYorkTime(window.from), newYorkTime(window.until))]
    : [];
}
