import { STATE_COLUMNS } from './state-columns.ts';

/**
 * What brings a store from one version to the next: the first entry makes version 1 of an empty file.
 *
 * An entry that was published is never changed; another one is added behind it. Columns beside a JSON text are
 * those that a query needs. Instants are epoch milliseconds (UTC); `place` keeps the order of writing.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE identity (id TEXT NOT NULL) STRICT;

  CREATE TABLE keyv (
    namespace TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (namespace, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE work (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    due_at INTEGER NOT NULL,
    work TEXT NOT NULL,
    state TEXT NOT NULL,
    not_before INTEGER NOT NULL,
    standing TEXT NOT NULL
  ) STRICT;
  CREATE INDEX work_due ON work (state, not_before);
  CREATE INDEX work_at ON work (due_at);

  CREATE TABLE snapshot (
    hash TEXT PRIMARY KEY,
    snapshot TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE decision (
    place INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    id TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    decision TEXT NOT NULL,
    snapshot TEXT NOT NULL REFERENCES snapshot (hash),
    inputs TEXT NOT NULL,
    UNIQUE (server, id)
  ) STRICT;

  CREATE TABLE memory (
    server TEXT PRIMARY KEY,
    memory TEXT NOT NULL,
    programme TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE delivery (
    place INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    server TEXT NOT NULL,
    alert TEXT NOT NULL,
    channel TEXT NOT NULL,
    nonce TEXT NOT NULL,
    planned_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    not_before INTEGER NOT NULL,
    delivery TEXT NOT NULL,
    interrupted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX delivery_due ON delivery (state, not_before);
  CREATE INDEX delivery_server ON delivery (server, place);

  CREATE TABLE print (
    release TEXT PRIMARY KEY,
    received_at INTEGER NOT NULL,
    print TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX print_at ON print (received_at);

  CREATE TABLE tick (
    server TEXT NOT NULL,
    checklist TEXT NOT NULL,
    item TEXT NOT NULL,
    at INTEGER NOT NULL,
    tick TEXT NOT NULL,
    PRIMARY KEY (server, checklist, item)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE place (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    episode TEXT NOT NULL,
    instant INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE book (
    server TEXT NOT NULL,
    member TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (server, member)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE lot (
    place INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    member TEXT NOT NULL,
    id TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    lot TEXT NOT NULL,
    UNIQUE (server, member, id)
  ) STRICT;
  CREATE INDEX lot_book ON lot (is_open, server, member, place);

  CREATE TABLE lot_event (
    place INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    member TEXT NOT NULL,
    id TEXT NOT NULL,
    event TEXT NOT NULL
  ) STRICT;
  CREATE INDEX lot_event_book ON lot_event (server, member, place);
  CREATE INDEX lot_event_lot ON lot_event (server, member, id, place);

  CREATE TABLE proposal (
    place INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    id TEXT NOT NULL,
    is_pending INTEGER NOT NULL,
    proposal TEXT NOT NULL,
    UNIQUE (server, id)
  ) STRICT;

  CREATE TABLE mark (
    place INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    subject TEXT NOT NULL,
    is_removed INTEGER NOT NULL,
    mark TEXT NOT NULL
  ) STRICT;
  CREATE INDEX mark_subject ON mark (server, subject, place);
  `,
  `
  CREATE TABLE source (
    name TEXT PRIMARY KEY,
    standing TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE release_change (
    place INTEGER PRIMARY KEY,
    release TEXT NOT NULL,
    change TEXT NOT NULL
  ) STRICT;
  CREATE INDEX release_change_of ON release_change (release, place);

  CREATE TABLE revision (
    place INTEGER PRIMARY KEY,
    release TEXT NOT NULL REFERENCES print (release),
    print TEXT NOT NULL
  ) STRICT;
  CREATE INDEX revision_of ON revision (release, place);

  CREATE TABLE calendar_reading (
    place INTEGER PRIMARY KEY,
    reading TEXT NOT NULL
  ) STRICT;

  CREATE TABLE poll (
    place INTEGER PRIMARY KEY,
    release TEXT NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    shown INTEGER NOT NULL,
    poll TEXT NOT NULL
  ) STRICT;
  CREATE INDEX poll_of ON poll (release, place);
  CREATE INDEX poll_shown ON poll (source, kind, shown, place);

  CREATE TABLE forecast (
    place INTEGER PRIMARY KEY,
    release TEXT NOT NULL,
    source TEXT NOT NULL,
    forecast TEXT NOT NULL
  ) STRICT;
  CREATE INDEX forecast_of ON forecast (release, place);
  `,
  `
  CREATE TABLE checklist_note (
    place INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    checklist TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;
  CREATE INDEX checklist_note_of ON checklist_note (server, checklist, place);
  `,
  `
  CREATE TABLE score (
    server TEXT NOT NULL,
    decision TEXT NOT NULL,
    horizon INTEGER NOT NULL,
    session TEXT NOT NULL,
    score TEXT NOT NULL,
    PRIMARY KEY (server, decision, horizon)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX decision_adopts ON decision (server, place) WHERE decision ->> '$.adopts' IS NOT NULL;
  `,
  `
  CREATE TABLE manual_print (
    place INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    release TEXT NOT NULL,
    print TEXT NOT NULL,
    UNIQUE (server, release)
  ) STRICT;
  `,
  `
  CREATE TABLE ratio_override (
    place INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    after_delivery INTEGER NOT NULL,
    entry TEXT NOT NULL
  ) STRICT;
  CREATE INDEX ratio_override_of ON ratio_override (server, place);
  `,
  `
  CREATE TABLE departure (
    server TEXT PRIMARY KEY,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  UPDATE work
    SET work = replace(replace(work, '"kind":"official"', '"kind":"close"'), '"kind":"farewell"', '"kind":"purge-servers"');
  UPDATE delivery SET alert = replace(alert, '"kind":"official"', '"kind":"close"')
    WHERE json_valid(alert) AND alert ->> '$.content.form' = 'missed';
  `,
  STATE_COLUMNS,
  `
  CREATE TABLE order_book (
    server TEXT PRIMARY KEY,
    loose REAL NOT NULL,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE step_order (
    place INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    id TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    step_order TEXT NOT NULL,
    UNIQUE (server, id)
  ) STRICT;
  CREATE INDEX step_order_of ON step_order (server, place);
  CREATE INDEX step_order_open ON step_order (server) WHERE is_open = 1;

  CREATE TABLE order_act (
    server TEXT NOT NULL,
    interaction TEXT NOT NULL,
    PRIMARY KEY (server, interaction)
  ) STRICT, WITHOUT ROWID;
  `,
];
