import type { Evidence, EvidenceId } from '#domain/signal/evidence.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { judgeBreadth } from './judge-breadth.ts';
import { judgeLag } from './judge-lag.ts';
import { judgeLateGate } from './judge-late-gate.ts';
import { judgeMacd } from './judge-macd.ts';
import { judgePrint, type Subject } from './judge-print.ts';
import { judgeRsi } from './judge-rsi.ts';
import { judgeSmallCapVol } from './judge-small-cap-vol.ts';
import { judgeTerm } from './judge-term.ts';
import { judgeTrend } from './judge-trend.ts';
import type { MarketMeasures } from './measure-market.ts';

/** Every piece of evidence for one server, in the method's order. */
export function gatherEvidence(
  market: MarketMeasures,
  settings: Settings,
  subject: Subject | undefined,
): readonly Evidence[] {
  return [
    judgePrint(subject, settings),
    judgeLag(market, settings, subject),
    judgeTrend(market, settings),
    judgeBreadth(market, settings),
    judgeRsi(market, settings),
    judgeMacd(market, settings),
    judgeSmallCapVol(market, settings),
    judgeTerm(market, settings),
    judgeLateGate(market, settings),
  ];
}

/** Whether evidence is only shown: it raises and blocks nothing, and its turning is neither news nor a correction. */
export function isOnlyShown(id: EvidenceId): boolean {
  return id === 'smallCapVol' || id === 'term';
}
