import type { Alert } from '#domain/delivery/alert.ts';
import type { CardNews, PostedMessage } from '#domain/delivery/card-news.ts';
import type { Picture } from '#domain/signal/signal-chart.ts';

/** One place that messages are posted to. */
export interface AlertChannel {
  /**
   * Posts an alert. The same `nonce` sent again within minutes posts nothing new and answers with the first
   * message.
   *
   * @param picture - absent when the alert has no chart or it could not be drawn
   * @returns the id of the message
   * @throws ChannelClosed, SendFailed (try again) or SendRefused (never will be)
   */
  send(
    alert: Alert,
    to: { readonly channel: string; readonly nonce: string },
    picture: Picture | undefined,
    signal: AbortSignal,
  ): Promise<string>;

  /**
   * Looks for an alert among the channel's latest messages: for sends whose outcome nobody knows any more. The
   * nonce tells it from the same alert of another run, such as an earlier replay into the same channel.
   *
   * @returns its message id, or `undefined` if it is not there
   * @throws ChannelClosed or SendFailed
   */
  find(
    alert: Alert,
    to: { readonly channel: string; readonly nonce: string },
    signal: AbortSignal,
  ): Promise<string | undefined>;

  /**
   * Writes on a posted card what has become of it since. What is gone, or no card of ours, stays as it is.
   *
   * @throws ChannelClosed, SendFailed or SendRefused
   */
  mark(message: PostedMessage, news: CardNews, signal: AbortSignal): Promise<void>;
}
