import type { Decision } from '#domain/signal/decision.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { judgeLag } from '#engine/evidence/judge-lag.ts';
import { judgeMacd } from '#engine/evidence/judge-macd.ts';
import { judgeRsi } from '#engine/evidence/judge-rsi.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { sessionsSince } from '#engine/evidence/sessions-since.ts';

/** The first close in the window of the event's latest print at which lag, RSI and MACD were all true. */
export function findCapitulation(
  market: MarketMeasures,
  settings: Settings,
  { event }: Pick<Decision, 'event'>,
): Session | undefined {
  if (!event) {
    return undefined;
  }
  const { sessions } = market;
  return sessions.find(
    (session, index) =>
      session >= event.dayZero &&
      sessionsSince(sessions, event.dayZero, session) <= settings['event.windowSessions'] &&
      judgeLag(market, settings, event, index).truth === 'true' &&
      judgeRsi(market, settings, index).truth === 'true' &&
      judgeMacd(market, settings, index).truth === 'true',
  );
}
