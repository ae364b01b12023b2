import { numberOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { COMPLAINT, type Complaints, type FieldPath } from './complaints.ts';

export type TextLimits = { readonly min?: number; readonly max: number; readonly isRequired?: boolean };

/** Complains of a text that is missing, of another type, or too short or long; counted in code points. */
export function checkText(
  complaints: Complaints,
  path: FieldPath,
  value: unknown,
  { min = 0, max, isRequired = false }: TextLimits,
): void {
  if (value === undefined || value === null) {
    if (isRequired) {
      complaints.add(path, ...COMPLAINT.required);
    }
    return;
  }
  if (typeof value !== 'string') {
    complaints.add(path, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.');
    return;
  }
  if (value === '' && isRequired) {
    complaints.add(path, ...COMPLAINT.required);
    return;
  }
  checkLength(complaints, path, codePoints(value), { min, max });
}

function checkLength(
  complaints: Complaints,
  path: FieldPath,
  length: number,
  { min, max }: { readonly min: number; readonly max: number },
): void {
  if (length > max && min === 0) {
    complaints.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  } else if (length > max || length < min) {
    complaints.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  }
}

/** The length that Discord counts: an emoji outside of the basic plane is one. */
export function codePoints(text: string): number {
  return Array.from(text).length;
}

/** Complains of a list with too few or too many members; returns those that are objects. */
export function checkCount(
  complaints: Complaints,
  path: FieldPath,
  value: unknown,
  { min = 0, max }: { readonly min?: number; readonly max: number },
): void {
  const count = Array.isArray(value) ? value.length : 0;
  if (count > max || count < min) {
    complaints.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  }
}

/** Complains of a number outside of its range, if it is there. */
export function checkRange(
  complaints: Complaints,
  path: FieldPath,
  value: unknown,
  { min, max }: { readonly min: number; readonly max: number },
): void {
  if (value === undefined || value === null) {
    return;
  }
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    complaints.add(path, 'NUMBER_TYPE_COERCE', `Value "${JSON.stringify(value)}" is not int.`);
  } else if (value < min) {
    complaints.add(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
  } else if (value > max) {
    complaints.add(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  }
}

/** Complains unless the component is of one of these kinds; says whether it is. */
export function checkKind(
  complaints: Complaints,
  path: FieldPath,
  component: ApiObject,
  kinds: readonly number[],
): boolean {
  const type = numberOf(component, 'type');
  if (type !== undefined && kinds.includes(type)) {
    return true;
  }
  complaints.add(
    [...path, 'type'],
    'UNION_TYPE_CHOICES',
    `Value of field "type" must be one of (${kinds.join(', ')}).`,
  );
  return false;
}

const WEB_ADDRESS = /^https?:\/\/\S+$/i;

export function checkAddress(
  complaints: Complaints,
  path: FieldPath,
  value: unknown,
  schemes: readonly string[] = [],
): void {
  if (value === undefined || value === null) {
    return;
  }
  const url = typeof value === 'string' ? value : JSON.stringify(value);
  if (!WEB_ADDRESS.test(url) && !schemes.some((scheme) => url.startsWith(`${scheme}://`))) {
    const known = ['http', 'https', ...schemes].join(', ');
    complaints.add(
      path,
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${url.split(':')[0]}" is not supported. Scheme must be one of (${known}).`,
    );
  }
}
