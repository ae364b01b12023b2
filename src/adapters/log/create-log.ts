import { pino, type DestinationStream, type LevelWithSilent } from 'pino';
import type { Log } from '#ports/log.ts';
import { redact } from './redact.ts';

export type LogParts = {
  /** Where the lines go: one JSON object a line. */
  readonly stream: DestinationStream;
  /** Lines below it are not written. */
  readonly level: LevelWithSilent;
};

/** A log of JSON lines (`level`, `time`, `event`, facts) from which secrets have been taken out. */
export function createLog({ stream, level }: LogParts): Log {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  return {
    info: (event, facts) => logger.info(redact({ ...facts }), event),
    warn: (event, facts) => logger.warn(redact({ ...facts }), event),
    error: (event, error, facts) => logger.error(redact({ ...facts, error }), event),
  };
}
