import { decimal, percent, signed } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import type { TermReport } from '#services/market/read-term.ts';

const texts = en.market.term;
const PERCENT = 100;

/** The curve before the print, skew, and how VIX futures follow the VIX: what is known of them. */
export function termContextLines({
  beforePrint,
  skew,
  skewIndex,
  beta,
}: Pick<TermReport, 'beforePrint' | 'skew' | 'skewIndex' | 'beta'>): readonly string[] {
  const lines = [
    ...(beforePrint
      ? [
          texts.beforePrint(
            beforePrint.session,
            percent(beforePrint.slope),
            en.market.termShapes[beforePrint.shape],
          ),
        ]
      : []),
    ...(skew
      ? [
          texts.skew(
            signed(skew.riskReversal * PERCENT, 1),
            decimal(skew.call * PERCENT, 1),
            decimal(skew.put * PERCENT, 1),
          ),
        ]
      : []),
    skewIndexText(skewIndex),
    ...(beta ? [betaText(beta)] : []),
  ];
  return lines.map((line) => `- ${line}`);
}

function skewIndexText(skewIndex: TermReport['skewIndex']): string {
  if (!skewIndex) {
    return texts.skewMissing;
  }
  const { value, percentile } = skewIndex;
  const above = percentile === undefined ? '' : texts.skewPercentile(`${decimal(percentile * PERCENT, 0)} %`);
  return texts.skewIndex(decimal(value, 1), above);
}

function betaText({ prior, estimate, rSquared, sessions, beta }: NonNullable<TermReport['beta']>): string {
  return texts.beta(
    decimal(prior, 2),
    estimate === undefined || rSquared === undefined
      ? ''
      : texts.betaEstimate(
          decimal(estimate, 2),
          decimal(rSquared, 2),
          decimal(sessions, 0),
          decimal(beta, 2),
        ),
  );
}
