import type { Picture } from '#domain/signal/signal-chart.ts';
import type { Reply } from '#discord/command/command.ts';

/** An answer with its picture; without one, where none was drawn. */
export function withPicture(reply: Reply, picture: Picture | undefined, name: string): Reply {
  return picture ? { ...reply, files: [{ name, bytes: picture.png, description: picture.altText }] } : reply;
}
