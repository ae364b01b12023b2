// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 * @import { OptionReading } from './option-values.js'
 */
import { isObject, isTrue, numberOf, OPTION, textOf } from './api.js';

/** 10 MiB, in bytes: what Discord lets somebody upload to a server without boosts. */
const LARGEST = 10 * 1024 ** 2;

/** @param {ApiObject} option */
export function takesFile(option) {
  return numberOf(option, 'type') === OPTION.attachment;
}

/** The file that was chosen for an option, brought to the local Discord as soon as it is. */
export class ChosenFile {
  /** @type {OptionReading} */
  #reading;
  #option;
  #chosen = 0;

  /** @param {ApiObject} option */
  constructor(option) {
    this.#option = option;
    this.#reading = this.#without();
  }

  /** What the command would send: the id that the file is known by once it is there. */
  read() {
    return this.#reading;
  }

  /** @param {File | undefined} file */
  choose(file) {
    this.#chosen += 1;
    const chosen = this.#chosen;
    /** @type {(reading: OptionReading) => void} */
    const settle = (reading) => {
      if (chosen === this.#chosen) {
        this.#reading = reading;
      }
    };
    if (!file) {
      this.#reading = this.#without();
    } else if (file.size > LARGEST) {
      this.#reading = problem('Choose a file of at most 10 MB.');
    } else {
      this.#reading = problem('The file is still being uploaded.');
      upload(file).then(
        (id) => settle({ state: 'value', value: id }),
        () => settle(problem('The file could not be uploaded. Choose it again.')),
      );
    }
  }

  /** @returns {OptionReading} */
  #without() {
    return isTrue(this.#option, 'required')
      ? problem('This option is required. Choose a file.')
      : { state: 'absent' };
  }
}

/** @type {(problem: string) => OptionReading} */
function problem(text) {
  return { state: 'problem', problem: text };
}

/** @type {(file: File) => Promise<string>} rejects where the local Discord did not take it */
async function upload(file) {
  const key = new URLSearchParams(location.search).get('key') ?? '';
  const query = new URLSearchParams({ name: file.name, key });
  const response = await fetch(`/page/files?${query.toString()}`, { method: 'POST', body: file });
  /** @type {unknown} */
  const answer = response.ok ? await response.json() : undefined;
  const id = isObject(answer) ? textOf(answer, 'id') : '';
  if (id === '') {
    throw new Error(`no upload: ${response.status}`);
  }
  return id;
}
