import { ApiError } from '#playground/api-error.ts';
import type { ApiObject } from '#playground/page-protocol.ts';

export type FieldPath = readonly (string | number)[];

/** Gathers what is wrong with the fields of a request. */
export interface Complaints {
  add(path: FieldPath, code: string, message: string): void;
  /** @throws ApiError 50035 that names every field, if there is anything to complain of */
  throwIfAny(): void;
}

/** Discord's own words for the limits that many fields have. */
export const COMPLAINT = {
  required: ['BASE_TYPE_REQUIRED', 'This field is required'],
  duplicateCustomId: ['COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'],
} as const;

export function createComplaints(): Complaints {
  const complaints: Complaint[] = [];
  return {
    add(path, code, message) {
      complaints.push({ path, code, message });
    },
    throwIfAny() {
      if (complaints.length > 0) {
        throw new ApiError('invalidForm', nested(complaints));
      }
    },
  };
}

type Complaint = { readonly path: FieldPath; readonly code: string; readonly message: string };

/** What is wrong with a field as a whole hides what is wrong inside of it, as Discord stops there. */
function nested(complaints: readonly Complaint[], depth = 0): ApiObject {
  const own = complaints.filter(({ path }) => path.length === depth);
  if (own.length > 0) {
    return { _errors: own.map(({ code, message }) => ({ code, message })) };
  }
  const byField = Map.groupBy(complaints, ({ path }) => String(path[depth]));
  return Object.fromEntries([...byField].map(([field, inner]) => [field, nested(inner, depth + 1)]));
}
