import type { CellFault, FileFault, FilePlace } from '#domain/book/book-file.ts';
import type { LotFault } from '#domain/book/lot-fault.ts';
import { lotFaultText } from './lot-fault-text.ts';
import { code } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

const texts = en.book.files.faults;
const places = en.book.files.place;
const { preview } = en.book.files;

/** What is wrong with a file, where it stands and what would do. */
export function fileFaultText({ place, fault }: FileFault): string {
  const at = placeText(place);
  const where = place.column === undefined ? places.whole(at) : places.column(at, code(place.column));
  return preview.fault(where, isCellFault(fault) ? cellFaultText(fault) : lotFaultText(fault));
}

/** Where something stands in a file: `Line 4`. */
export function placeText(place: FilePlace): string {
  return places[place.in](place.number);
}

const CELL_FAULTS = [
  'missing-column',
  'repeated-column',
  'empty',
  'no-number',
  'ambiguous-number',
  'no-word',
  'no-day',
  'formula',
  'not-taken',
  'too-many-cells',
  'quotes',
  'repeated-id',
  'no-json',
  'no-value',
] as const satisfies readonly CellFault['kind'][];

function isCellFault(fault: CellFault | LotFault): fault is CellFault {
  return CELL_FAULTS.some((kind) => kind === fault.kind);
}

function cellFaultText(fault: CellFault): string {
  switch (fault.kind) {
    case 'no-number':
      return texts.noNumber(code(fault.typed));
    case 'ambiguous-number':
      return texts.ambiguous(code(fault.typed), String(fault.readings[0]), String(fault.readings[1]));
    case 'no-word':
      return texts.noWord(code(fault.typed), fault.allowed.map(code).join(', '));
    case 'no-day':
      return texts.noDay(code(fault.typed));
    case 'formula':
      return texts.formula(code(fault.typed));
    default:
      return rowFaultText(fault);
  }
}

type TypedFault = 'no-number' | 'ambiguous-number' | 'no-word' | 'no-day' | 'formula';
type RowFault = Exclude<CellFault, { kind: TypedFault }>;

function rowFaultText(fault: RowFault): string {
  switch (fault.kind) {
    case 'not-taken':
      return texts.notTaken(code(fault.of));
    case 'too-many-cells':
      return texts.tooMany(fault.cells, fault.columns);
    case 'repeated-id':
      return texts.repeatedId(code(fault.typed), fault.first);
    case 'no-value':
      return texts.noValue(fault.expected);
    case 'missing-column':
    case 'repeated-column':
    case 'empty':
    case 'quotes':
    case 'no-json':
      return texts[fault.kind];
  }
}
