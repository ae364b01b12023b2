import { ApiError } from '../api-error.ts';
import type { ApiObject } from '../page-protocol.ts';

export type FieldPath = readonly (string | number)[];

/** Gathers what is wrong with the fields of a request. */
export interface Complaints {
  add(path: FieldPath, code: string, message: string): void;
  isEmpty(): boolean;
  /** @throws ApiError 50035 that names every field, if there is anything to complain of */
  throwIfAny(): void;
}

/** Discord's own words for the limits that many fields have. */
export const COMPLAINT = {
  required: ['BASE_TYPE_REQUIRED', 'This field is required'],
  duplicateCustomId: ['COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'],
} as const;

export function createComplaints(): Complaints {
  const found: { readonly path: FieldPath; readonly code: string; readonly message: string }[] = [];
  return {
    add(path, code, message) {
      found.push({ path, code, message });
    },
    isEmpty: () => found.length === 0,
    throwIfAny() {
      if (found.length > 0) {
        throw new ApiError('invalidForm', nested(found));
      }
    },
  };
}

type Nested = { [key: string]: Nested | ApiObject[] };

function nested(found: readonly { path: FieldPath; code: string; message: string }[]): ApiObject {
  const root: Nested = {};
  for (const { path, code, message } of found) {
    let place = root;
    for (const step of path) {
      const next = place[step];
      if (next === undefined || Array.isArray(next)) {
        const fresh: Nested = {};
        place[step] = fresh;
        place = fresh;
      } else {
        place = next;
      }
    }
    const errors = place['_errors'];
    place['_errors'] = [...(Array.isArray(errors) ? errors : []), { code, message }];
  }
  return root;
}
