import {
  MessageFlags,
  type RawFile,
  type REST,
  Routes,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import { z } from 'zod';
import type { Alert } from '#domain/delivery/alert.ts';
import type { Picture } from '#domain/signal/signal-chart.ts';
import { ChannelClosed, SendRefused } from '#domain/delivery/delivery-problem.ts';
import type { AlertChannel } from '#ports/alert-channel.ts';
import type { ChannelAccess } from '#ports/channel-access.ts';
import type { Log } from '#ports/log.ts';
import { clip } from '#discord/message/clip.ts';
import { markedCard } from '#discord/message/marked-card.ts';
import { LIMITS } from '#discord/message/part-limits.ts';
import { isUnauthorized, sendProblem } from './send-problem.ts';
import { PICTURE } from '#discord/message/view.ts';
import { alertMessage } from '#discord/views/signal/alert-message.ts';
import { cardNewsMark } from '#discord/views/signal/card-news-mark.ts';
import { withoutSecrets } from '#discord/message/without-secrets.ts';

export type AlertChannelParts = {
  /** Must not retry by itself: whoever asks to send does that. */
  readonly rest: REST;
  readonly access: ChannelAccess;
  readonly log: Log;
  /** Told when Discord does not take our token any more. */
  readonly onUnauthorized: (error: unknown) => void;
};

/** How many of the channel's latest messages are looked through. */
const LOOKED_THROUGH = 50;

/** Characters of the nonce that are printed on a message: 48 bits, enough among fifty. */
const MARK = 8;

const Sent = z.object({ id: z.string() });
const Posted = z.object({ embeds: z.array(z.unknown()), components: z.array(z.unknown()) });
const Latest = z.array(
  z.object({
    id: z.string(),
    embeds: z.array(z.unknown()).default([]),
    components: z.array(z.unknown()).default([]),
  }),
);

/** Discord's channels as the place that alerts are posted to. */
export function createAlertChannel(parts: AlertChannelParts): AlertChannel {
  const { rest } = parts;
  const path = ({ channel }: { readonly channel: string }): `/${string}` => Routes.channelMessages(channel);

  return {
    async send(alert, to, picture, signal) {
      const body = bodyOf(alert, to.nonce, picture);
      const files = picture ? [fileOf(picture)] : [];
      try {
        return Sent.parse(await rest.post(path(to), { body, files, signal })).id;
      } catch (error) {
        throw await explained(parts, error, alert, to.channel);
      }
    },

    async find(alert, to, signal) {
      const query = new URLSearchParams({ limit: String(LOOKED_THROUGH) });
      const mark = `\`${markOf(to.nonce)}\``;
      try {
        const messages = Latest.parse(await rest.get(path(to), { query, signal }));
        return messages.find(({ components, embeds }) => JSON.stringify([components, embeds]).includes(mark))
          ?.id;
      } catch (error) {
        throw await explained(parts, error, alert, to.channel);
      }
    },

    async mark(message, news, signal) {
      const { server, channel, messageId } = message;
      const address = Routes.channelMessage(channel, messageId);
      try {
        const posted = Posted.parse(await rest.get(address, { signal }));
        const card = markedCard(posted, cardNewsMark(news));
        if (card) {
          await rest.patch(address, { body: card, signal });
        }
      } catch (error) {
        throw await explained(parts, error, { server, key: messageId }, channel);
      }
    },
  };
}

/** What is printed on an alert so that it is found again: part of its nonce, which is its own in every run. */
function markOf(nonce: string): string {
  return nonce.slice(0, MARK);
}

function bodyOf(
  alert: Alert,
  nonce: string,
  picture: Picture | undefined,
): RESTPostAPIChannelMessageJSONBody {
  const message = alertMessage(alert, markOf(nonce), picture?.altText);
  const hush = alert.silent ? MessageFlags.SuppressNotifications : 0;
  return {
    ...('embeds' in message
      ? {
          ...(alert.silent && { flags: MessageFlags.SuppressNotifications }),
          content: message.content,
          embeds: [...message.embeds],
          components: [...message.components],
        }
      : { flags: MessageFlags.IsComponentsV2 | hush, components: [...message.components] }),
    nonce,
    enforce_nonce: true,
    allowed_mentions: { parse: [], roles: alert.mention === undefined ? [] : [alert.mention] },
    ...(picture && {
      attachments: [{ id: '0', filename: PICTURE, description: clip(picture.altText, LIMITS.shows) }],
    }),
  };
}

function fileOf({ png }: Picture): RawFile {
  return { name: PICTURE, data: png, contentType: 'image/png' };
}

async function explained(
  { access, log, onUnauthorized }: AlertChannelParts,
  error: unknown,
  { server, key }: Pick<Alert, 'server' | 'key'>,
  channel: string,
): Promise<Error> {
  if (isUnauthorized(error)) {
    onUnauthorized(error);
  }
  const problem = sendProblem(error, channel);
  if (problem instanceof SendRefused) {
    // The message of Discord's error names every field that it did not like.
    log.error('Discord refused a message', withoutSecrets(error), { key, channel });
  }
  if (problem instanceof ChannelClosed && problem.why === 'forbidden') {
    const missing = await access.missing(server, channel).catch(() => []);
    return new ChannelClosed(channel, 'forbidden', missing, { cause: problem.cause });
  }
  return problem;
}
