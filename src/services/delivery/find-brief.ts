import type { PreBrief } from '#domain/delivery/alert.ts';
import { ExpiredCard } from '#domain/problem.ts';
import type { DeliveryLedger } from '#ports/ledger/ledger.ts';

/** Latest messages of a server that are looked through: those of about a month. */
const LOOKED_THROUGH = 50;

/** What a server was told on the evening before a release. */
export type BriefReport = { readonly brief: PreBrief; readonly watermark?: string };

/** The latest pre-brief of a release as it was posted. @throws ExpiredCard if it is not among the latest messages */
export async function findBrief(
  { ledger }: { readonly ledger: Pick<DeliveryLedger, 'deliveries'> },
  server: string,
  releaseId: string,
): Promise<BriefReport> {
  for (const { alert } of await ledger.deliveries(server, LOOKED_THROUGH)) {
    const { content, watermark } = alert;
    if (content.form === 'pre-brief' && content.release.id === releaseId) {
      return { brief: content, ...(watermark !== undefined && { watermark }) };
    }
  }
  throw new ExpiredCard();
}
