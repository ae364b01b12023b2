import { productOf } from '#calendar/expiry-instants.ts';
import type { LotFault } from '#domain/book/lot-fault.ts';
import type { ListedOption, ManualMark, MarkDraft, PriceMultiple } from '#domain/book/mark.ts';
import { checkExpiry, checkPastDay } from './check-expiry.ts';
import type { Drafted } from './drafted.ts';
import type { LotTerms } from './lot-terms.ts';

type Subject = ManualMark['of'];

/** What somebody means who marks something by hand, or everything that is wrong with it. */
export function draftSubject(draft: MarkDraft, terms: LotTerms): Drafted<Subject> {
  switch (draft.of) {
    case 'SPX':
    case 'VIX':
      return bare(draft, { kind: 'index', index: draft.of });
    case 'VXX':
    case 'UVXY':
      return bare(draft, { kind: 'share', symbol: draft.of });
    case 'rate':
      return bare(draft, { kind: 'rate' });
    case 'VX':
      return future(draft, terms);
    case 'VIX option':
    case 'SPX option':
      return option(draft, terms);
    default:
      return multiple(draft, draft.of);
  }
}

type MultipleName = `${PriceMultiple['multiple']} ${PriceMultiple['caps']}`;

const MULTIPLES: Readonly<Record<MultipleName, PriceMultiple>> = {
  'P/E small': { multiple: 'P/E', caps: 'small' },
  'P/E large': { multiple: 'P/E', caps: 'large' },
  'P/CF small': { multiple: 'P/CF', caps: 'small' },
  'P/CF large': { multiple: 'P/CF', caps: 'large' },
};

function multiple(draft: MarkDraft, name: MultipleName): Drafted<Subject> {
  const faults = strangers(draft, ['expiry', ...OF_OPTIONS]);
  return faults.length > 0 ? { faults } : { meant: { kind: 'multiple', ...MULTIPLES[name] } };
}

/** What is published of a multiple, or everything that is wrong with it. */
export function draftOrigin(
  draft: MarkDraft,
  { today }: Pick<LotTerms, 'today'>,
): Drafted<Required<Pick<ManualMark, 'source' | 'day'>>> {
  const [source, day] = [draft.source?.trim() ?? '', draft.date?.trim() ?? ''];
  const missing = lacking(draft, OF_MULTIPLES);
  const faults = missing.length > 0 ? missing : checkPastDay(day, today);
  return faults.length > 0 ? { faults } : { meant: { source, day } };
}

const OF_MULTIPLES = ['source', 'date'] as const;

const OF_OPTIONS = ['strike', 'right', 'settlement'] as const;

function bare(draft: MarkDraft, subject: Subject): Drafted<Subject> {
  const faults = strangers(draft, ['expiry', ...OF_OPTIONS, ...OF_MULTIPLES]);
  return faults.length > 0 ? { faults } : { meant: subject };
}

function future(draft: MarkDraft, terms: LotTerms): Drafted<Subject> {
  const expiry = draft.expiry?.trim() ?? '';
  const faults = [...strangers(draft, [...OF_OPTIONS, ...OF_MULTIPLES]), ...lacking(draft, ['expiry'])];
  const all = faults.length > 0 ? faults : checkExpiry('VIX futures', expiry, terms);
  return all.length > 0 ? { faults: all } : { meant: { kind: 'future', expiry } };
}

function option(draft: MarkDraft, terms: LotTerms): Drafted<Subject> {
  const subject = optionOf(draft);
  const misfits = [
    ...strangers(draft, [...(subject.root === 'VIX' ? (['settlement'] as const) : []), ...OF_MULTIPLES]),
    ...lacking(draft, ['expiry', 'strike']),
  ];
  const faults = misfits.length > 0 ? misfits : checkOption(subject, terms);
  return faults.length > 0 ? { faults } : { meant: { kind: 'option', ...subject } };
}

function optionOf({
  of,
  expiry = '',
  strike = Number.NaN,
  right = 'call',
  settlement,
}: MarkDraft): ListedOption {
  return of === 'VIX option'
    ? { root: 'VIX', expiry: expiry.trim(), settlement: 'AM', strike, right }
    : { root: 'SPX', expiry: expiry.trim(), settlement: settlement ?? 'PM', strike, right };
}

function checkOption(option: ListedOption, terms: LotTerms): readonly LotFault[] {
  const { strike, expiry } = option;
  return [
    ...(strike > 0 ? [] : [{ kind: 'not-positive', what: 'strike', value: strike } as const]),
    ...checkExpiry(productOf(option), expiry, terms),
  ];
}

type Field = 'expiry' | (typeof OF_OPTIONS)[number] | (typeof OF_MULTIPLES)[number];

function strangers(draft: MarkDraft, fields: readonly Field[]): readonly LotFault[] {
  return fields
    .filter((field) => draft[field] !== undefined)
    .map((field) => ({ kind: 'does-not-take', field, of: draft.of }) as const);
}

function lacking(draft: MarkDraft, fields: readonly Field[]): readonly LotFault[] {
  return fields
    .filter((field) => draft[field] === undefined)
    .map((field) => ({ kind: 'lacks', field, of: draft.of }) as const);
}
