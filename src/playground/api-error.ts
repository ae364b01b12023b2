import type { ApiObject } from './page-protocol.ts';

/**
 * What Discord answers instead of doing what it was asked: an HTTP status, its own code, a sentence.
 *
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
 */
const REFUSALS = {
  generalError: { status: 400, code: 0, message: '400: Bad Request' },
  unauthorized: { status: 401, code: 0, message: '401: Unauthorized' },
  notFound: { status: 404, code: 0, message: '404: Not Found' },
  wrongMethod: { status: 405, code: 0, message: '405: Method Not Allowed' },
  unknownApplication: { status: 404, code: 10_002, message: 'Unknown Application' },
  unknownChannel: { status: 404, code: 10_003, message: 'Unknown Channel' },
  unknownServer: { status: 404, code: 10_004, message: 'Unknown Guild' },
  unknownMember: { status: 404, code: 10_007, message: 'Unknown Member' },
  unknownMessage: { status: 404, code: 10_008, message: 'Unknown Message' },
  unknownRole: { status: 404, code: 10_011, message: 'Unknown Role' },
  unknownUser: { status: 404, code: 10_013, message: 'Unknown User' },
  unknownWebhook: { status: 404, code: 10_015, message: 'Unknown Webhook' },
  unknownInteraction: { status: 404, code: 10_062, message: 'Unknown interaction' },
  unknownCommand: { status: 404, code: 10_063, message: 'Unknown application command' },
  bodyTooLarge: { status: 413, code: 40_005, message: 'Request entity too large' },
  alreadyAcknowledged: {
    status: 400,
    code: 40_060,
    message: 'Interaction has already been acknowledged.',
  },
  missingAccess: { status: 403, code: 50_001, message: 'Missing Access' },
  otherAuthor: { status: 403, code: 50_005, message: 'Cannot edit a message authored by another user' },
  emptyMessage: { status: 400, code: 50_006, message: 'Cannot send an empty message' },
  missingPermissions: { status: 403, code: 50_013, message: 'Missing Permissions' },
  invalidWebhookToken: { status: 401, code: 50_027, message: 'Invalid Webhook Token' },
  invalidForm: { status: 400, code: 50_035, message: 'Invalid Form Body' },
  invalidVersion: { status: 400, code: 50_041, message: 'Invalid API version' },
  invalidJson: { status: 400, code: 50_109, message: 'The request body contains invalid JSON.' },
} as const;

export type Refusal = keyof typeof REFUSALS;

/** Ends a request with one of Discord's own error answers. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  /** What is wrong with which field, nested as the fields are. */
  readonly errors: ApiObject | undefined;

  constructor(refusal: Refusal, errors?: ApiObject) {
    const { status, code, message } = REFUSALS[refusal];
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The answer's body. */
  body(): ApiObject {
    const { message, code, errors } = this;
    return { message, code, ...(errors && { errors }) };
  }
}
