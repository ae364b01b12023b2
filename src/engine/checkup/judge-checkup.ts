import type { Checkup, CheckupVerdict } from '../../domain/checkup.ts';
import { judgeMachine } from './judge-machine.ts';
import { lackingGifts } from './judge-sources.ts';

/** Whether the bot has all that it needs: `bad` is what a script should stop at. */
export function judgeCheckup({ at, machine, sources }: Checkup): CheckupVerdict {
  const isBad = machine.some((part) => judgeMachine(part, at) === 'bad') || lackingGifts(sources).length > 0;
  return isBad ? 'bad' : 'well';
}
