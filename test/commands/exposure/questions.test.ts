import { describe, expect, it, vi } from 'vitest';
import { exposure } from '#commands/exposure/index.ts';
import { whatIf } from '#commands/exposure/what-if.ts';
import { timeShift } from '#commands/market/time-shift.ts';
import { set } from '#commands/thresholds/set.ts';
import { IncompleteTrial } from '#domain/hedge/hedge-problem.ts';
import type { Services } from '#services/index.ts';
import { buttonsOf, textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER, subCommand } from '#test/commands/context-with.ts';

const condors = subCommand(exposure, 'condors');
const history = subCommand(exposure, 'history');

describe('/exposure what-if', () => {
  it('shows before and after of a shock, and that nothing is stored', async () => {
    const text = textOf((await whatIf.run({ vol: 10, spot: -4 }, contextWith())).view);
    expect(text).toContain('VIX +10.0, SPX −4.0 %');
    expect(text).toMatch(/- H 0\.60 → \*\*\d\.\d\d\*\*/);
    expect(text).toContain('Nothing is stored, nothing is ordered.');
  });

  it('reads what is added, taken out and rolled', async () => {
    const services = { whatIf: vi.fn<Services['whatIf']>(contextWith().services.whatIf) };
    const context = contextWith(services);
    await whatIf.run({ change: 'add-hedge', quantity: 4, expiry: '2027-01-20', strike: 25 }, context);
    await whatIf.run({ change: 'remove', lot: 'H1@3', quantity: 2 }, context);
    await whatIf.run({ change: 'roll', lot: 'own C1@3', expiry: '2027-01-15' }, context);
    expect(services.whatIf.mock.calls.map(([owner, { change }]) => [owner, change])).toEqual([
      [
        { server: SERVER },
        { kind: 'add-hedge', draft: { instrument: 'VIX', quantity: 4, expiry: '2027-01-20', strike: 25 } },
      ],
      [{ server: SERVER }, { kind: 'remove', id: 'H1', quantity: 2 }],
      [
        { server: SERVER, member: MEMBER },
        { kind: 'roll', id: 'C1', expiry: '2027-01-15' },
      ],
    ]);
  });

  it.each([
    [{ change: 'roll', expiry: '2027-01-20' }, 'lot'],
    [{ change: 'roll', lot: 'H1' }, 'expiry'],
    [{ change: 'add-condor', expiry: '2027-01-15', quantity: 1 }, 'strikes'],
    [{ change: 'add-hedge', expiry: '2027-01-15', strike: 25 }, 'quantity'],
  ] as const)('says what is missing of %o: %s', async (options, lacks) => {
    await expect(whatIf.run(options, contextWith())).rejects.toEqual(new IncompleteTrial(lacks));
  });
});

describe('/exposure history', () => {
  it('shows each evaluation with the programme, H and H(+10), and who set a ratio by hand', async () => {
    const override = { from: 0.6, to: 0.7, by: MEMBER, at: 0, why: 'desk call' };
    const { exposureHistory } = contextWith().services;
    const text = textOf(
      (
        await history.run(
          {},
          contextWith({
            exposureHistory: async (...given) => ({
              ...(await exposureHistory(...given)),
              overrides: [override],
            }),
          }),
        )
      ).view,
    );
    expect(text).toContain('CAPITULATION · p **0.70** · H 0.60, H(+10) 1.00 · `2014-09-23.official`');
    expect(text).toContain(`0.60 → **0.70** by <@${MEMBER}>`);
  });
});

describe('/exposure condors', () => {
  it('shows both break-evens, both z, the probability and the buffer, the drag in dollars first', async () => {
    const text = textOf((await condors.run({}, contextWith())).view);
    expect(text).toMatch(/Break-evens \*\*5,673\.0\*\* \/ \*\*6,277\.0\*\* · z −\d\.\d\dσ \/ \+\d\.\d\dσ/);
    expect(text).toContain('P(inside)');
    expect(text).toMatch(/Buffer \*\*\d\.\d\dσ\*\* to the lower/);
    expect(text).toContain(
      'Small caps trail by **$33,900 per $100,000** · condor with its hedge +29.9 %, small caps −4.0 %',
    );
    expect(text.indexOf('per $100,000')).toBeLessThan(text.indexOf('internal rates'));
  });
});

describe('/market time-shift', () => {
  it('shows candidates with every change, the events they take in, and warns of naked shorts', async () => {
    const text = textOf((await timeShift.run({ lot: 'C1' }, contextWith())).view);
    expect(text).toContain('Tested side:');
    expect(text).toContain('**2026-03-05 PM · +14 d · short leg alone (naked later)** (1 ×), same strikes');
    expect(text).toContain('stand **naked**');
    expect(text).toContain('four legs');
    expect(text).toContain('Takes in FOMC 2026-03-04');
    expect(text).toMatch(/Change: Δ .* · Γ .* · vega .* \(weighted .*\) · θ .* a day/);
    expect(text).toMatch(/Buffer \d\.\d\dσ → \d\.\d\dσ/);
  });
});

describe('/thresholds set ratio.meaning', () => {
  it('asks first, with both plans side by side, and changes nothing', async () => {
    const changeThreshold = vi.fn<Services['changeThreshold']>();
    const { view } = await set.run(
      { key: 'ratio.meaning', value: 'absolute' },
      contextWith({ changeThreshold }, 'manageServer'),
    );
    const text = textOf(view);
    expect(text).toContain('from multiplier to absolute?');
    expect(text).toContain('**multiplier** (now)');
    expect(text).toContain('× 1.167');
    expect(text).toContain('a step leads H itself to 0.70');
    expect(buttonsOf(view).map(({ label }) => label)).toEqual(['Switch to absolute']);
    expect(changeThreshold).not.toHaveBeenCalled();
  });

  it('switches once its button is pressed', async () => {
    const changeThreshold = vi.fn<Services['changeThreshold']>(contextWith().services.changeThreshold);
    const press = set.components?.['meaning'];
    const context = contextWith({ changeThreshold }, 'manageServer');
    expect(press?.access).toBe('manageServer');
    await (press && 'act' in press ? press.act({ key: 'absolute', values: [] }, context) : undefined);
    expect(changeThreshold).toHaveBeenCalledWith(SERVER, {
      by: MEMBER,
      key: 'ratio.meaning',
      text: 'absolute',
    });
  });
});
