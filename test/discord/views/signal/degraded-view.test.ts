import { describe, expect, it } from 'vitest';
import { degradedView } from '#discord/views/signal/degraded-view.ts';
import type { Degradation } from '#domain/signal/degradation.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { textOf } from '#test/support/discord/view-facts.ts';

const CPI = releaseOn('CPI', '2024-08-14');

function shown(degradation: Degradation): string {
  return textOf(degradedView({ form: 'degraded', degradation }, { mark: 'm4rk' }));
}

describe('degradedView', () => {
  it('names the inputs that an evaluation was made without, and that nothing could rise', () => {
    const text = shown({
      about: 'decision',
      decisionId: '2024-08-14.official',
      session: '2024-08-14',
      reasons: [{ input: 'rut', reason: 'stale' }],
    });
    expect(text).toContain('made without inputs that it needs: RUT:');
    expect(text).toContain('Nothing could rise.');
    expect(text).toContain('2024-08-14.official');
  });

  it('shows what each source says of a print on which they disagree', () => {
    const look = (source: string, actual: number) => ({
      source,
      figures: { headline: { actual }, core: {}, headlineYearly: {} },
      at: CPI.scheduledAt,
    });
    const text = shown({ about: 'print-disputed', release: CPI, looks: [look('BLS', 4), look('FRED', 6)] });
    expect(text).toMatch(/BLS: headline \+?0\.2 %, core \S+/);
    expect(text).toMatch(/FRED: headline \+?0\.3 %/);
    expect(text).toContain('is not confirmed');
  });

  it('says since when a source is silent, and why', () => {
    const text = shown({
      about: 'silent',
      sources: [
        { source: 'Cboe', since: CPI.scheduledAt, words: 'HTTP 503' },
        { source: 'FRED', words: '' },
      ],
    });
    expect(text).toContain('Cboe: answered last');
    expect(text).toContain('HTTP 503');
    expect(text).toContain('FRED: has never answered');
  });

  it('says what becomes of a print, and of a close, that nobody could judge', () => {
    expect(shown({ about: 'print-unjudged', release: CPI, source: 'Cboe' })).toContain(
      'CPI is out and was received, but Cboe gives no closes',
    );
    expect(shown({ about: 'no-market', session: '2024-08-14', source: 'Cboe' })).toContain(
      'It is tried again until the next close.',
    );
  });
});
