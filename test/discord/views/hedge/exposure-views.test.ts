import { MessageCreateRequestSchema } from 'discord-api-spec/zod';
import { MessageFlags } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condor, Positions, VolatilityOption } from '#domain/book/lot.ts';
import type { View } from '#discord/message/view.ts';
import { condorsView } from '#discord/views/hedge/condors-view.ts';
import { exposureView } from '#discord/views/hedge/exposure-view.ts';
import { hedgeCostView } from '#discord/views/hedge/hedge-cost-view.ts';
import { hedgePlanView } from '#discord/views/hedge/hedge-plan-view.ts';
import { hedgeStrikesView } from '#discord/views/hedge/hedge-strikes-view.ts';
import { timeShiftView } from '#discord/views/hedge/time-shift-view.ts';
import { whatIfView } from '#discord/views/hedge/what-if-view.ts';
import { condorReport } from '#engine/condor/condor-report.ts';
import { deviationStrikes } from '#engine/plan/deviation-strikes.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import { openOrder } from '#engine/plan/open-order.ts';
import { weighOpening } from '#services/hedge/plan-opening.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { rollsDue } from '#engine/upkeep/rolls-due.ts';
import { timeShift } from '#engine/condor/time-shift.ts';
import {
  known,
  listedSpx,
  listedVixCalls,
  PLACE,
  WORKED_AS_OF,
  WORKED_CONDOR,
  workedSources,
} from '#test/support/book/worked-book.ts';
import { EXPOSURE, WORKED_CASE } from '#test/support/discord/fake-exposure-services.ts';
import { componentsOf, textOf } from '#test/support/discord/view-facts.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';

const RUNS = propertyRuns(40);
const NAME = 'picture.png';
const { settings, geometry } = WORKED_CASE;
const sources = workedSources(listedVixCalls());
const FRAME = { owner: { server: '1' }, asOf: WORKED_AS_OF, isIllustration: true, watermark: 'RECORDED' };

const quantity = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(1_000_000));
const id = (letter: string) => fc.nat(9_999).map((count) => `${letter}${count}`);

const condor: fc.Arbitrary<Condor> = fc
  .record({ id: id('C'), quantity, expiry: fc.constantFrom('2026-02-19', '2026-03-20', '2035-01-19') })
  .map((otherwise) => ({ ...WORKED_CONDOR, ...otherwise }));

const call: fc.Arbitrary<VolatilityOption> = fc.record(
  {
    kind: fc.constant('hedge'),
    id: id('H'),
    instrument: fc.constant('VIX'),
    right: fc.constantFrom('call', 'put'),
    strike: fc.constantFrom(15, 25, 30, 35, 500),
    expiry: fc.constantFrom('2026-02-04', '2026-04-25', '2026-08-13', '2026-09-16', '2036-01-16'),
    quantity,
    openedOn: fc.constant('2026-01-05'),
    layer: fc.constantFrom('short', 'medium', 'long'),
  },
  { requiredKeys: ['kind', 'id', 'instrument', 'right', 'strike', 'expiry', 'quantity', 'openedOn'] },
);

const anyBook: fc.Arbitrary<Positions> = fc.record({
  condors: fc.array(condor, { maxLength: 30 }),
  hedges: fc.array(call, { maxLength: 60 }),
});

function violations(view: View): readonly string[] {
  const text = textOf(view);
  const body = { flags: MessageFlags.IsComponentsV2, components: view.components };
  const issues = MessageCreateRequestSchema.safeParse(body).error?.issues ?? [];
  return [
    ...(text.length > 4000 ? [`${text.length} characters`] : []),
    ...(componentsOf(view).length > 40 ? ['too many components'] : []),
    ...(/\b(NaN|undefined|null|Infinity)\b|\[object/.exec(text) ?? []),
    ...issues.map(({ message }) => message),
  ];
}

describe('views of the hedge', () => {
  it('stay within the limits of Discord for any book, with no number that is none', () => {
    fc.assert(
      fc.property(anyBook, fc.double({ min: 0, max: 3, noNaN: true }), (positions, to) => {
        const account = bookExposure({ ...WORKED_CASE, positions, sources });
        const rolls = rollsDue(positions.hedges, '2026-02-01', settings);
        const step = { from: 0.6, to };
        const holdings = { owner: FRAME.owner, asOf: WORKED_AS_OF, today: '2026-01-05', lots: [] };
        const opening = openOrder({
          positions,
          sources,
          geometry,
          settings,
          filled: 0.6,
          asked: to,
          direction: 'either',
          base: 0.6,
          session: '2026-01-05',
          window: { session: '2026-01-06', from: 1, until: 2, after: 'opening' },
          validUntil: 3,
          meaning: 'multiplier',
          style: 'delta',
        });
        const look = { holdings: { ...holdings, positions, sources, geometry } };
        const planned = weighOpening(opening, look);
        const given = { sources, settings, isConfirmed: false, dailyRange: known(1) };
        const views = [
          exposureView({ ...EXPOSURE, ...FRAME, account, rolls }, NAME),
          hedgePlanView(
            {
              ...FRAME,
              step,
              origin: 'asked',
              meaning: 'multiplier',
              account,
              programme: EXPOSURE.programme,
              ...planned,
              cost: COST,
            },
            { picture: NAME, styles: 'all', mayAct: true, key: '0.7|' },
          ),
          whatIfView({
            ...FRAME,
            trial: { shift: { volPoints: 10, spotPercent: -4, days: 5 } },
            before: account,
            after: account,
          }),
          condorsView({
            ...FRAME,
            condors: positions.condors.map((lot) => condorReport(lot, given)),
            isConfirmed: true,
          }),
          hedgeStrikesView({
            ...FRAME,
            layers: deviationStrikes(positions.hedges, sources, settings, geometry),
            unlisted: [],
            mode: 'lognormal',
          }),
          hedgeCostView({ ...FRAME, cost: COST, annualPercent: 2, capital: null }),
        ];
        expect(views.flatMap(violations)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('show every way to roll a condor within those limits', () => {
    const quotes = listedSpx(['2026-02-19', '2026-02-27', '2026-03-05', '2026-03-12']);
    const listed = workedSources({
      chains: { ...sources.marks.chains, spx: { ...PLACE, root: 'SPX', quotes } },
    });
    const positions = { condors: [WORKED_CONDOR], hedges: [] };
    const shift = timeShift(WORKED_CONDOR, {
      sources: listed,
      settings,
      isConfirmed: false,
      dailyRange: known(1),
      account: { positions, book: priceBook(positions, listed), expirations: 3, geometry },
      events: Array.from({ length: 30 }, () => ({ what: 'FOMC', day: '2026-03-04' }) as const),
    });
    const { strikes, settlement } = WORKED_CONDOR;
    expect(violations(timeShiftView({ ...FRAME, shift, strikes, settlement }))).toEqual([]);
  });
});

const COST = {
  from: '2025-01-06',
  until: '2026-01-05',
  paid: 1e9,
  received: 0,
  net: 1e9,
  unpriced: Array.from({ length: 300 }, (_, count) => ({
    lotId: `H${count}`,
    on: '2025-06-18',
    what: 'settled' as const,
  })),
};
