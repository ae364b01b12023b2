import type { PageMessage } from '#playground/page-protocol.ts';

/** Part of a message's nonce, its own in every run: printed behind the message's name, and carried by its buttons. */
const MARK = /` `([\w-]{8})`/;

/**
 * What people see of a message, so that two runs can be compared: text, buttons, pictures in words and flags, and
 * nothing that is drawn anew in each run (ids, addresses, marks).
 */
export function seen({ flags, content, components, attachments, mention_roles }: PageMessage): string {
  const whole = JSON.stringify({
    flags,
    content,
    components,
    pictures: picturesOf(attachments),
    mention_roles,
  });
  const [, mark] = MARK.exec(whole) ?? [];
  const unmarked = mark === undefined ? whole : whole.replaceAll(mark, 'MARK');
  return unmarked.replaceAll(/"https?:\/\/[^"]*"/g, '"ADDRESS"').replaceAll(/"\d{17,20}"/g, '"ID"');
}

function picturesOf(attachments: unknown): readonly unknown[] {
  return Array.isArray(attachments)
    ? attachments.map(({ filename, size, description }) => ({ filename, size, description }))
    : [];
}
