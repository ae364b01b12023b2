import type { PageMessage } from '#playground/page-protocol.ts';

/** Part of a message's nonce, its own in every run: printed at the end of the message. */
const MARK = /`[\w-]{8}`/g;

/** What an older card is told of a newer one; told once and not again after a death, for it says nothing new. */
const NEWS = /-# ⚑ superseded by [^\\"]*(\\n)?/g;

/**
 * What people see of a message, so that two runs can be compared: text, cards, buttons, pictures in words and flags,
 * and nothing that is drawn anew in each run (ids, addresses, marks).
 */
export function seen({
  flags,
  content,
  embeds,
  components,
  attachments,
  mention_roles,
}: PageMessage): string {
  const whole = JSON.stringify({
    flags,
    content,
    embeds: textsOf(embeds),
    components,
    pictures: picturesOf(attachments),
    mention_roles,
  });
  return whole
    .replaceAll(NEWS, '')
    .replaceAll(MARK, '`MARK`')
    .replaceAll(/"https?:\/\/[^"]*"/g, '"ADDRESS"')
    .replaceAll(/"\d{17,20}"/g, '"ID"');
}

function textsOf(embeds: unknown): readonly unknown[] {
  return Array.isArray(embeds) ? embeds.map(({ description, color }) => ({ description, color })) : [];
}

function picturesOf(attachments: unknown): readonly unknown[] {
  return Array.isArray(attachments)
    ? attachments.map(({ filename, size, description }) => ({ filename, size, description }))
    : [];
}
