import type { Alert } from '#domain/delivery/alert.ts';
import type { ClassicMessage } from '#discord/message/classic-message.ts';
import { named } from '#discord/message/quoted.ts';
import type { View } from '#discord/message/view.ts';
import { calendarNewsView } from '#discord/views/releases/calendar-news-view.ts';
import { hedgeNewsView } from '#discord/views/hedge/hedge-news-view.ts';
import { type CardFrame, cardMessage } from './card-message.ts';
import { correctionView } from './correction-view.ts';
import { degradedView } from './degraded-view.ts';
import { lineView } from './line-view.ts';
import { lateView, missedView } from './notice-views.ts';
import { preBriefView } from './pre-brief-view.ts';

/** Every card is a classic message, whose text a lock screen shows; the one silent line is of components. */
export type AlertMessage = ClassicMessage | View;

/**
 * The message of an alert.
 *
 * @param mark - what it is found again by
 * @param picture - what its chart shows, in words; absent without one
 */
export function alertMessage(alert: Alert, mark: string, picture?: string): AlertMessage {
  const { content, isEphemeral, mention, watermark } = alert;
  const frame = {
    mark,
    ...(isEphemeral && { isEphemeral }),
    ...(watermark !== undefined && { watermark }),
    ...(mention !== undefined && { mention: named('role', mention) }),
    ...(picture !== undefined && { picture }),
  };
  return messageOf(content, frame);
}

function messageOf(content: Alert['content'], frame: CardFrame): AlertMessage {
  switch (content.form) {
    case 'card':
      return cardMessage(content, frame);
    case 'line':
      return lineView(content, frame);
    case 'pre-brief':
      return preBriefView(content, frame);
    case 'late':
      return lateView(content, frame);
    case 'hedge':
      return hedgeNewsView(content, frame);
    case 'calendar':
      return calendarNewsView(content, frame);
    case 'degraded':
      return degradedView(content, frame);
    case 'correction':
      return correctionView(content, frame);
    case 'missed':
      return missedView(content, frame);
  }
}
