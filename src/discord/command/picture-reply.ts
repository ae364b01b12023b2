import type { Picture } from '#domain/signal/signal-chart.ts';
import type { View } from '#discord/message/view.ts';
import type { Reply } from './command.ts';

/** An answer with its picture; without one, where none was drawn. */
export function pictureReply(view: View, picture: Picture | undefined, name: string): Reply {
  return picture ? { view, files: [{ name, bytes: picture.png, description: picture.altText }] } : { view };
}
