import { channel, loudness, role } from './discord-kinds.ts';
import { oneOf, three, whole } from './number-kinds.ts';
import type { KeyOf, Rules } from './rule.ts';
import { hours, zone } from './time-kinds.ts';
import { choice, optional } from './value-kind.ts';

/** What a server holds, where and how loud it wants to hear of it, and who may do what. */
export const SERVER_RULES: Rules<
  KeyOf<'book' | 'alerts' | 'steward'> | 'exposure.visibility' | 'locale' | 'timezone'
> = {
  'book.kind': {
    group: 'Book',
    meaning: 'What is known of your positions: every lot, mere counts of contracts, or nothing.',
    unit: '',
    usual: 'lots',
    kind: choice('lots', 'counts', 'none'),
  },
  'book.condors': {
    group: 'Book',
    meaning: 'Open SPX iron condors.',
    unit: 'contracts',
    usual: null,
    kind: optional(whole(0, 100_000, ['contracts', 'condors']), 0),
  },
  'book.hedge': {
    group: 'Book',
    meaning: 'Long VIX calls in the first three hedge expirations, nearest first.',
    unit: 'contracts',
    usual: null,
    kind: optional(three(whole(0, 1_000_000), '4/4/2'), [0, 0, 0]),
  },
  'book.approvals': {
    group: 'Book',
    meaning: 'Whether a second steward must approve every change of the book.',
    unit: 'stewards',
    usual: 0,
    kind: oneOf(0, 1),
  },
  'alerts.channel': {
    group: 'Alerts',
    meaning: 'Where messages are posted.',
    unit: '',
    usual: null,
    kind: optional(channel(), ''),
  },
  'alerts.role': {
    group: 'Alerts',
    meaning: 'Who is mentioned on a confirmation and on unwinding.',
    unit: '',
    usual: null,
    kind: optional(role(), ''),
  },
  'alerts.minState': {
    group: 'Alerts',
    meaning: 'Follow-ups and checks below this state make no sound.',
    unit: '',
    usual: 'WATCH',
    kind: choice('CALM', 'ARMED', 'HOLD', 'WATCH', 'CONFIRM', 'CAPITULATION', 'UNWIND'),
  },
  'alerts.kinds': {
    group: 'Alerts',
    meaning: 'How loud each kind of message is.',
    unit: '',
    usual: {
      'pre-brief': 'on',
      print: 'on',
      hot: 'on',
      check: 'on',
      official: 'on',
      'follow-up': 'on',
      unwind: 'on',
      owed: 'on',
      late: 'on',
      missed: 'on',
      calendar: 'on',
      degraded: 'on',
      roll: 'on',
      layer: 'on',
      budget: 'on',
      correction: 'on',
    },
    kind: loudness(),
  },
  'alerts.quietHours': {
    group: 'Alerts',
    meaning: 'Hours in which messages make no sound.',
    unit: 'hours of `timezone`',
    usual: null,
    kind: optional(hours(), ''),
  },
  'exposure.visibility': {
    group: 'Server',
    meaning: 'Whether everybody or only the asker sees what the book holds.',
    unit: '',
    usual: 'server',
    kind: choice('server', 'ephemeral'),
  },
  'steward.role': {
    group: 'Server',
    meaning: 'Who may edit the book and tick the checklist besides those who manage the server.',
    unit: '',
    usual: null,
    kind: optional(role(), ''),
  },
  locale: {
    group: 'Server',
    meaning: 'Language of what the bot posts.',
    unit: '',
    usual: 'en',
    kind: choice('en'),
  },
  timezone: {
    group: 'Server',
    meaning: 'Time zone of the quiet hours.',
    unit: '',
    usual: 'America/New_York',
    kind: zone(),
  },
};
