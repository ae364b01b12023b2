import { parseArgs } from 'node:util';

export type DoctorArguments = { readonly help: boolean; readonly json: boolean };

export const DOCTOR_USAGE = `npm run doctor             asks every source once and looks at this machine
  --json                   the same for a script, on standard output
Ends with 0 if the bot has all that it needs, 1 if something is missing, 2 if it was called wrongly.`;

/** Somebody called a program in a way that it does not know. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** @throws WrongUse that says which option cannot be read */
export function readDoctorArguments(given: readonly string[]): DoctorArguments {
  const options = {
    help: { type: 'boolean', short: 'h', default: false },
    json: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args: [...given], options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new WrongUse(`${reason}. npm run doctor -- --help lists what there is.`, { cause: error });
  }
}
