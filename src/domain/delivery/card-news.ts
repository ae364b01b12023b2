/** A message of ours where it was posted. */
export type PostedMessage = {
  readonly server: string;
  readonly channel: string;
  readonly messageId: string;
};

/** What has become of a posted card since. */
export type CardNews =
  /** A newer message takes its place: nothing is done on it any more. */
  | {
      readonly kind: 'superseded';
      readonly by: PostedMessage;
      /** Epoch ms (UTC), market clock. */ readonly at: number;
    }
  /** So many items of its checklist are done. */
  | { readonly kind: 'ticked'; readonly done: number; readonly all: number }
  /** Its step is not followed. */
  | { readonly kind: 'skipped'; readonly by: string; readonly at: number }
  | {
      readonly kind: 'filled';
      readonly asked: number;
      /** Filled multiplier; absent where nothing is held. */
      readonly filled?: number;
      readonly isDone: boolean;
      /** Name of who recorded it. */
      readonly by: string;
      /** Epoch milliseconds (UTC), market clock. */
      readonly at: number;
    };
