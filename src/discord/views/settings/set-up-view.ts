import type { Settings } from '#domain/settings/settings.ts';
import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { named, quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { RULE, text, type View } from '#discord/message/view.ts';

/** What was set up, and whether alerts can arrive there. */
export function setUpView(settings: Settings, missing: readonly string[]): View {
  const texts = en.settings.setup;
  const { status } = en.health;
  const channel = settings['alerts.channel'];
  const mention = settings['alerts.role'];
  const stewards = settings['steward.role'];
  return fit({
    accent: missing.length === 0 ? PLAIN_ACCENT : TROUBLE_ACCENT,
    parts: [
      text(texts.done, missing.length === 0 ? texts.ready : status.missing(missing.map(quoted).join(', '))),
      RULE,
      text(
        channel === null ? status.noChannel : texts.channel(named('channel', channel)),
        stewards === null ? texts.managersOnly : texts.stewards(named('role', stewards)),
        mention === null ? texts.mentionNobody : texts.mention(named('role', mention)),
        bookLine(settings),
      ),
      text(`-# ${texts.next}`),
    ],
  });
}

function bookLine(settings: Settings): string {
  const texts = en.settings.setup;
  const condors = settings['book.condors'];
  const hedge = settings['book.hedge'];
  return condors === null || hedge === null ? texts.noBook : texts.book(String(condors), hedge.join('/'));
}
