import { describe, expect, it } from 'vitest';
import type { Figure, Print } from '#domain/releases/print.ts';
import { bind } from '#services/bind.ts';
import { noteRevision } from '#services/releases/note-revision.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

const AUGUST = releaseOn('CPI', '2014-09-17', { status: 'released' });
const SEPTEMBER = releaseOn('CPI', '2014-10-22', { status: 'released' });

function printOf(release: typeof AUGUST, referenceMonth: string, core: Figure): Print {
  const at = release.scheduledAt;
  return {
    releaseId: release.id,
    kind: 'CPI',
    referenceMonth,
    figures: { headline: { actual: -4 }, core, headlineYearly: {} },
    scheduledAt: at,
    releasedAt: at,
    receivedAt: at,
    source: 'BLS',
    quality: 'live',
  };
}

/** August is known as published; September comes with what it makes of August. */
async function setUp(restated: Figure) {
  const ledger = await openLedger();
  const august = printOf(AUGUST, '2014-08', { actual: 0 });
  const september = printOf(SEPTEMBER, '2014-09', { actual: 2, ...restated });
  await ledger.keepPrint(august);
  await ledger.changeReleases([{ release: AUGUST, at: AUGUST.scheduledAt }]);
  const note = bind(noteRevision, { ledger });
  await note(september, SEPTEMBER.scheduledAt);
  const status = async () => (await ledger.storedReleases()).find(({ id }) => id === AUGUST.id)?.status;
  return { ledger, note, august, september, status };
}

describe('noteRevision', () => {
  it('appends what the month before is restated to, and its release is revised', async () => {
    const { ledger, august, status } = await setUp({ previous: 0, revisedPrevious: 2 });
    expect(await ledger.revisions(AUGUST.id)).toMatchObject([
      { figures: { headline: { actual: -4 }, core: { actual: 2 } }, receivedAt: SEPTEMBER.scheduledAt },
    ]);
    expect(await status()).toBe('revised');
    expect(await ledger.prints(SEPTEMBER.scheduledAt)).toEqual([august]);
  });

  it('leaves a release alone that is restated to what it was, or of which nothing is said', async () => {
    for (const restated of [{ previous: 0, revisedPrevious: 0 }, {}]) {
      const { ledger, status } = await setUp(restated);
      expect(await ledger.revisions(AUGUST.id)).toEqual([]);
      expect(await status()).toBe('released');
    }
  });

  it('keeps the same restatement once', async () => {
    const { ledger, note, september } = await setUp({ revisedPrevious: 2 });
    await note(september, SEPTEMBER.scheduledAt + 1);
    expect(await ledger.revisions(AUGUST.id)).toHaveLength(1);
  });

  it('reaches back to the month before only, never over a month without a release', async () => {
    const ledger = await openLedger();
    await ledger.keepPrint(printOf(AUGUST, '2014-07', { actual: 0 }));
    const note = bind(noteRevision, { ledger });
    await note(printOf(SEPTEMBER, '2014-09', { actual: 2, revisedPrevious: 2 }), SEPTEMBER.scheduledAt);
    expect(await ledger.revisions(AUGUST.id)).toEqual([]);
  });
});
