/** What a message is about; each can be switched on, silent or off. */
export type AlertKind =
  | 'pre-brief'
  | 'print'
  | 'hot'
  | 'check'
  | 'official'
  | 'follow-up'
  | 'unwind'
  | 'owed'
  | 'late'
  | 'missed'
  | 'calendar'
  | 'degraded'
  | 'roll'
  | 'layer'
  | 'budget'
  | 'correction';
