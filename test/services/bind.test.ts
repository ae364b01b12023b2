import { describe, expect, it } from 'vitest';
import { bind } from '#services/bind.ts';

describe('bind', () => {
  it('gives an act its collaborators, and leaves its arguments to whoever asks', () => {
    const act = ({ unit }: { readonly unit: string }, count: number, what: string) =>
      `${count} ${unit} of ${what}`;
    expect(bind(act, { unit: 'lots' })(4, 'VIX')).toBe('4 lots of VIX');
  });
});
