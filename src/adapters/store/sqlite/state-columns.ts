/**
 * A version of the store in which a query reads columns alone and never the inside of a JSON text: states of work and
 * deliveries, whom a forecast counts for, what a tick has seen, which decisions recommend a step. Rows that are written
 * on condition count their versions, and a delivery's place is never given twice.
 */
export const STATE_COLUMNS = `
  ALTER TABLE keyv ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE memory ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE book ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

  ALTER TABLE work ADD COLUMN valid_until INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE work ADD COLUMN changed_at INTEGER;
  ALTER TABLE work ADD COLUMN is_late INTEGER;
  ALTER TABLE work ADD COLUMN reason TEXT;
  UPDATE work SET valid_until = CAST(work ->> '$.validUntil' AS INTEGER)
  WHERE json_valid(work) AND work ->> '$.validUntil' IS NOT NULL;
  UPDATE work SET
    changed_at = CAST(coalesce(standing ->> '$.since', standing ->> '$.at') AS INTEGER),
    is_late = CAST(standing ->> '$.late' AS INTEGER),
    reason = standing ->> '$.reason'
  WHERE json_valid(standing);
  ALTER TABLE work DROP COLUMN standing;

  CREATE TABLE delivery_by_columns (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    server TEXT NOT NULL,
    alert TEXT NOT NULL,
    channel TEXT NOT NULL,
    nonce TEXT NOT NULL,
    planned_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    not_before INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    changed_at INTEGER,
    message TEXT,
    reason TEXT,
    interrupted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  INSERT INTO delivery_by_columns
  SELECT place, key, server, alert, channel, nonce, planned_at, state, not_before,
         coalesce(CAST(told ->> '$.attempt' AS INTEGER), 1),
         CAST(coalesce(told ->> '$.since', told ->> '$.at') AS INTEGER),
         told ->> '$.messageId', told ->> '$.reason', interrupted
  FROM (SELECT *, CASE WHEN json_valid(delivery) THEN delivery ELSE '{}' END AS told FROM delivery)
  ORDER BY place;
  DELETE FROM sqlite_sequence WHERE name = 'delivery_by_columns';
  INSERT INTO sqlite_sequence (name, seq)
  SELECT 'delivery_by_columns', max(
    (SELECT coalesce(max(place), 0) FROM delivery),
    (SELECT coalesce(max(after_delivery), 0) FROM ratio_override)
  );
  DROP TABLE delivery;
  ALTER TABLE delivery_by_columns RENAME TO delivery;
  CREATE INDEX delivery_due ON delivery (state, not_before);
  CREATE INDEX delivery_server ON delivery (server, place);

  ALTER TABLE decision ADD COLUMN recommends INTEGER NOT NULL DEFAULT 0;
  UPDATE decision SET recommends = 1 WHERE json_valid(decision) AND decision ->> '$.adopts' IS NOT NULL;
  DROP INDEX decision_adopts;
  CREATE INDEX decision_recommends ON decision (server, place) WHERE recommends = 1;

  ALTER TABLE forecast ADD COLUMN server TEXT;
  UPDATE forecast SET server = forecast ->> '$.server' WHERE json_valid(forecast);
  CREATE INDEX forecast_server ON forecast (server) WHERE server IS NOT NULL;

  ALTER TABLE tick ADD COLUMN seen TEXT;
  UPDATE tick SET seen = tick ->> '$.seen.decisionId' WHERE json_valid(tick);
`;
