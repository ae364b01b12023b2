import { ExpectedError } from '#domain/expected-error.ts';

/** A channel cannot be written to: it is gone, or the bot lacks a permission there. */
export class ChannelClosed extends ExpectedError {
  readonly code = 'channel-closed';
  readonly topic = 'delivery';
  readonly channel: string;
  readonly why: 'gone' | 'forbidden';
  /** Permissions that are missing, in Discord's words; empty when it is gone. */
  readonly missing: readonly string[];
  constructor(
    channel: string,
    why: 'gone' | 'forbidden',
    missing: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    const lacking = missing.length > 0 ? `, the bot lacks ${missing.join(', ')} there` : '';
    super(`channel ${channel} is ${why}${lacking}`, options);
    this.channel = channel;
    this.why = why;
    this.missing = missing;
  }
}

/** A message was not accepted this time; the same message may be tried again. */
export class SendFailed extends ExpectedError {
  readonly code = 'send-failed';
  readonly topic = 'delivery';
  /** Milliseconds to wait at least, where the other side said so. */
  readonly retryAfter?: number;
  constructor(reason: string, retryAfter?: number, options?: ErrorOptions) {
    super(reason, options);
    if (retryAfter !== undefined) {
      this.retryAfter = retryAfter;
    }
  }
}

/** A message can never be accepted as it is. */
export class SendRefused extends ExpectedError {
  readonly code = 'send-refused';
  readonly topic = 'delivery';
}
