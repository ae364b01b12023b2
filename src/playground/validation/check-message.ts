import { ApiError } from '#playground/api-error.ts';
import { MESSAGE_FLAG } from '#playground/discord-types.ts';
import { numberOf, objectsOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { referableFilenames, type Upload } from '#playground/world/attachments.ts';
import { type Complaints, createComplaints } from './complaints.ts';
import { checkComponents } from './check-components.ts';
import { checkEmbeds } from './check-embeds.ts';
import { checkText } from './limits.ts';

const LONGEST_CONTENT = 2000;
const LONGEST_NONCE = 25;
const MOST_FILES = 10;
const LARGEST_FILE = 10 * 1024 ** 2;
const LONGEST_ALT_TEXT = 1024;

export type MessageContext = {
  readonly uploads: readonly Upload[];
  /** The message that is edited, absent for a new one. */
  readonly existing?: ApiObject;
};

/**
 * Refuses a message's payload as Discord does.
 *
 * @throws ApiError 50035 that names each field, or 50006 for a message without anything in it
 */
export function checkMessage(payload: ApiObject, { uploads, existing }: MessageContext): void {
  const complaints = createComplaints();
  const flags = (numberOf(existing, 'flags') ?? 0) | (numberOf(payload, 'flags') ?? 0);
  const isV2 = (flags & MESSAGE_FLAG.componentsV2) !== 0;
  const filenames = referableFilenames(payload, uploads, objectsOf(existing, 'attachments'));

  checkText(complaints, ['content'], payload['content'], { max: LONGEST_CONTENT });
  checkNonce(complaints, payload);
  checkFiles(complaints, payload, uploads);
  checkEmbeds(complaints, payload, filenames);
  if (isV2) {
    checkLegacyFields(complaints, payload);
  }
  checkComponents(complaints, payload, { isV2, filenames });
  complaints.throwIfAny();
  if (isEmptyMessage({ ...leftOf(existing), ...payload }, filenames)) {
    throw new ApiError('emptyMessage');
  }
}

/** An edited message keeps what the payload does not name. */
function leftOf(existing: ApiObject | undefined): ApiObject {
  return existing
    ? { content: existing['content'], embeds: existing['embeds'], components: existing['components'] }
    : {};
}

function isEmptyMessage(message: ApiObject, filenames: ReadonlySet<string>): boolean {
  return (
    (textOf(message, 'content') ?? '').trim() === '' &&
    objectsOf(message, 'embeds').length === 0 &&
    objectsOf(message, 'components').length === 0 &&
    filenames.size === 0
  );
}

function checkNonce(complaints: Complaints, payload: ApiObject): void {
  const nonce = payload['nonce'];
  if (typeof nonce === 'number') {
    return;
  }
  checkText(complaints, ['nonce'], nonce, { max: LONGEST_NONCE });
  if (payload['enforce_nonce'] === true && (nonce === undefined || nonce === null || nonce === '')) {
    complaints.add(['nonce'], 'BASE_TYPE_REQUIRED', 'This field is required when enforce_nonce is set');
  }
}

function checkFiles(complaints: Complaints, payload: ApiObject, uploads: readonly Upload[]): void {
  if (uploads.length > MOST_FILES) {
    complaints.add(['attachments'], 'BASE_TYPE_BAD_LENGTH', `Must be between 0 and ${MOST_FILES} in length.`);
  }
  for (const [index, upload] of uploads.entries()) {
    if (upload.bytes.length > LARGEST_FILE) {
      complaints.add(
        ['attachments', index],
        'ATTACHMENT_MAX_SIZE_EXCEEDED',
        'The file exceeds the maximum size',
      );
    }
  }
  for (const [index, entry] of objectsOf(payload, 'attachments').entries()) {
    checkText(complaints, ['attachments', index, 'description'], entry['description'], {
      max: LONGEST_ALT_TEXT,
    });
  }
}

function checkLegacyFields(complaints: Complaints, payload: ApiObject): void {
  for (const key of ['content', 'embeds', 'poll', 'sticker_ids']) {
    const value: unknown = payload[key];
    const isUsed = Array.isArray(value)
      ? value.length > 0
      : value !== undefined && value !== null && value !== '';
    if (isUsed) {
      complaints.add(
        [key],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
    }
  }
}
