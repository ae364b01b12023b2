import { join } from 'node:path';
import { openLive } from './open-live.ts';
import { playOn } from './play-on.ts';
import { openPlayground, type Session, type SessionParts, USUAL_SPEED } from './playground-session.ts';

/**
 * What the environment and the command line ask for: the playground without a token, Discord with one, and with a
 * token, an address and an episode a bot that plays into a local Discord in another process.
 *
 * @throws what opening throws, and Error when an episode is asked for on the real Discord
 */
export function openSession(parts: SessionParts): Promise<Session> {
  const { env, startArguments } = parts;
  const { DISCORD_TOKEN: token, DISCORD_API: api } = env;
  if (token === undefined) {
    return openPlayground(parts);
  }
  if (startArguments.episode === undefined) {
    return openLive(parts, token);
  }
  if (api === undefined) {
    throw new Error(
      'Episodes are not played into Discord from the command line. Leave out --episode and use /replay episode there, or unset DISCORD_TOKEN for the playground.',
    );
  }
  return openPlayer(parts, { api, token, episode: startArguments.episode });
}

type Remote = { readonly api: string; readonly token: string; readonly episode: string };

async function openPlayer(parts: SessionParts, { api, token, episode }: Remote): Promise<Session> {
  const { env, startArguments, isTerminal, log, wallClock } = parts;
  const endsWithEpisode = startArguments.headless || (!isTerminal && !startArguments.stay);
  const player = await playOn({
    api,
    token,
    folder: join(env.DATA_DIR, 'player'),
    speed: startArguments.speed ?? (endsWithEpisode ? 0 : USUAL_SPEED),
    log,
    wallClock,
    ...(env.HISTORY_DIR !== undefined && { historyFolder: env.HISTORY_DIR }),
  });
  await player.playback.open(episode, { fresh: startArguments.fresh });
  return {
    endsWithEpisode,
    ended: player.playback.playToEnd(),
    stop: () => player.stop(),
  };
}
