import { describe, expect, it } from 'vitest';
import type { AlertContent } from '#domain/delivery/alert.ts';
import { ExpiredCard } from '#domain/problem.ts';
import type { PlannedDelivery } from '#ports/ledger/ledger.ts';
import { findBrief } from '#services/delivery/find-brief.ts';
import { aCard, aDecision } from '#test/support/engine/decision.ts';

function planned(content: AlertContent, watermark?: string): PlannedDelivery {
  const origin = watermark === undefined ? {} : { watermark };
  const alert = { key: '1/a', server: '1', kind: 'pre-brief', content, silent: false, ...origin } as const;
  return {
    alert,
    channel: '7',
    nonce: 'n',
    plannedAt: 1,
    delivery: { state: 'sent', at: 1, messageId: 'm' },
  };
}

function briefOf(id: string, headline: number): Extract<AlertContent, { form: 'pre-brief' }> {
  return {
    form: 'pre-brief',
    release: { id, kind: 'CPI', status: 'scheduled', scheduledAt: 1, source: 'BLS', quality: 'recorded' },
    consensus: { headline },
    standing: aDecision(),
    scenario: { rows: [], standDown: [], hasConsensus: true },
    checksAt: [],
  };
}

const DELIVERIES = [
  planned(aCard(aDecision())),
  planned(briefOf('PPI-2', 0.1)),
  planned(briefOf('CPI-1', 0.2), 'RECORDED'),
  planned(briefOf('CPI-1', 0.3)),
];
const deps = { ledger: { deliveries: async () => DELIVERIES } };

describe('findBrief', () => {
  it('is the latest of that release, with its watermark', async () => {
    expect(await findBrief(deps, '1', 'CPI-1')).toMatchObject({
      brief: { consensus: { headline: 0.2 } },
      watermark: 'RECORDED',
    });
    expect(await findBrief(deps, '1', 'PPI-2')).not.toHaveProperty('watermark');
  });

  it('has expired where it is not among the latest messages', async () => {
    await expect(findBrief(deps, '1', 'CPI-9')).rejects.toThrow(ExpiredCard);
  });
});
