import { describe, expect, it, vi } from 'vitest';
import { proposals } from '#commands/book/proposals.ts';
import type { Reply } from '#discord/command/command.ts';
import { applied, someBookServices } from '#test/support/discord/fake-book-services.ts';
import { buttonsOf, componentsOf, textOf } from '#test/support/discord/view-facts.ts';
import { aCall, addedEvent, aProposal, NOON, SECOND_STEWARD, STEWARD } from '#test/support/book/lots.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';
import type { BookServices } from '#services/book/index.ts';

function press(name: 'approve' | 'decline', services: Partial<BookServices>): Promise<Reply> {
  const found = proposals.components?.[name];
  return found && 'act' in found
    ? found.act({ key: 'P1', values: [] }, contextWith(services, 'steward'))
    : Promise.reject(new Error(`no ${name}`));
}

describe('/book proposals', () => {
  it('lists what waits with its buttons, and what became of the others', async () => {
    const listed: BookServices['proposals'] = async () => ({
      pending: [
        aProposal(),
        aProposal({
          id: 'P3',
          changes: [
            { kind: 'edit', id: 'H1', basis: 1, was: aCall(), lot: aCall({ quantity: 6 }) },
            { kind: 'close', id: 'H1', basis: 1, was: aCall(), on: '2026-12-01', quantity: 1, price: 2.6 },
            { kind: 'remove', id: 'H1', basis: 1, was: aCall() },
          ],
        }),
      ],
      settled: [
        aProposal({ id: 'P2', standing: { state: 'declined', by: SECOND_STEWARD, at: NOON } }),
        aProposal({ id: 'P0', standing: { state: 'outdated', at: NOON, lot: 'H1' } }),
      ],
      today: '2026-12-01',
    });
    const { view } = await proposals.run({}, contextWith({ proposals: listed }));
    const told = textOf(view);
    expect(told).toContain(`proposed by <@${STEWARD}>`);
    expect(told).toContain('- change `H1`: quantity 4 → 6');
    expect(told).toContain('- close 1 of `H1` on 2026-12-01 at 2.60');
    expect(told).toContain('- remove `H1` as a mistake');
    expect(told).toContain(`\`P2\` declined by <@${SECOND_STEWARD}>`);
    expect(told).toContain('the book had moved on');
    expect(buttonsOf(view).map(({ label }) => label)).toEqual([
      'Approve P1',
      'Decline P1',
      'Approve P3',
      'Decline P3',
    ]);
  });

  it('says when nothing waits', async () => {
    const none: BookServices['proposals'] = async () => ({ pending: [], settled: [], today: '2026-12-01' });
    expect(textOf((await proposals.run({}, contextWith({ proposals: none }))).view)).toContain(
      'Nothing waits',
    );
  });

  it('keeps within what Discord takes when many wait', async () => {
    const pending = Array.from({ length: 40 }, (_, index) => aProposal({ id: `P${index}` }));
    const listed: BookServices['proposals'] = async () => ({ pending, settled: [], today: '2026-12-01' });
    const { view } = await proposals.run({}, contextWith({ proposals: listed }));
    expect(componentsOf(view).length).toBeLessThanOrEqual(40);
    expect(textOf(view)).toContain('35 more');
  });

  it('lets stewards alone decide', () => {
    expect([proposals.components?.['approve']?.access, proposals.components?.['decline']?.access]).toEqual([
      'steward',
      'steward',
    ]);
  });

  it('approves by button, and tells what that changed', async () => {
    const approveProposal = vi.fn<BookServices['approveProposal']>(async () =>
      applied(addedEvent(aCall(), { approvedBy: MEMBER })),
    );
    const { view } = await press('approve', { approveProposal });
    expect(approveProposal).toHaveBeenCalledWith(SERVER, MEMBER, 'P1');
    expect(textOf(view)).toContain(`P1 approved by <@${MEMBER}>`);
    expect(textOf(view)).toContain('`H1` added: **4** VIX 22 calls');
    expect(buttonsOf(view)).toEqual([]);
  });

  it('declines by button, and tells it apart from taking one’s own back', async () => {
    const { declineProposal } = someBookServices();
    expect(textOf((await press('decline', { declineProposal })).view)).toContain(
      `was declined by <@${SECOND_STEWARD}>`,
    );
    const own: BookServices['declineProposal'] = async () =>
      aProposal({ standing: { state: 'declined', by: STEWARD, at: NOON } });
    expect(textOf((await press('decline', { declineProposal: own })).view)).toContain('was taken back');
  });
});
