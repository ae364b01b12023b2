import { numberOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { keptFilename } from './attachments.ts';

const ATTACHMENT = 'attachment://';

/** The attachment that a URL of the form `attachment://chart.png` stands for. */
export function attachmentFor(url: string, attachments: readonly ApiObject[]): ApiObject | undefined {
  if (!url.startsWith(ATTACHMENT)) {
    return undefined;
  }
  const filename = keptFilename(url.slice(ATTACHMENT.length));
  return attachments.find((attachment) => textOf(attachment, 'filename') === filename);
}

/** A picture or file of a component as Discord shows it; one from elsewhere is shown by its address alone. */
export function resolvedMedia(url: string, attachments: readonly ApiObject[], id: string): ApiObject {
  const attachment = attachmentFor(url, attachments);
  const address = (attachment && textOf(attachment, 'url')) ?? url;
  return {
    id,
    url: address,
    proxy_url: address,
    width: numberOf(attachment, 'width') ?? null,
    height: numberOf(attachment, 'height') ?? null,
    content_type: textOf(attachment, 'content_type') ?? null,
    ...(attachment && { attachment_id: textOf(attachment, 'id') }),
  };
}
