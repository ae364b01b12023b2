import { existsSync } from 'node:fs';
import { type Env, readEnv } from '#config/env.ts';

/**
 * The environment of this process, with what a file named `.env` in the folder it was started from adds to it.
 * Variables that are set already win.
 *
 * @throws Error naming every variable that is wrong
 */
export function environment(): Env {
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
  return readEnv(process.env);
}
