// @ts-check
/**
 * @import { PlaybackRequest, PlaybackState } from '../playback.ts'
 * @typedef {(request: PlaybackRequest, failed: (reason: string) => void) => void} RequestPlayback
 */
import { byId, element, icon, pressable } from './element.js';

/** Simulated seconds that pass in one, with what people call it. */
const SPEEDS = [
  { speed: 600, label: '10 min/s' },
  { speed: 3_600, label: '1 h/s' },
  { speed: 21_600, label: '6 h/s' },
  { speed: 86_400, label: '1 day/s' },
  { speed: 432_000, label: '5 days/s' },
  { speed: 0, label: 'Fastest' },
];

/** What people call a phase. */
const PHASES = { running: 'Playing', paused: 'Paused', ended: 'Ended' };

/** The bar that plays a recorded episode: where its clock stands, and how it goes on. */
export class PlaybackBar {
  #root = byId('playback', HTMLElement);
  #request;
  #clock = element('span', { class: 'playback-clock' });
  #phase = element('span', { class: 'playback-phase' });
  #count = element('span', { class: 'playback-count' });
  #progress = element('progress', {
    class: 'playback-progress',
    'aria-label': 'Planned messages that have arrived',
  });
  #episode = element('select', { class: 'playback-select episode', 'aria-label': 'Episode' });
  #speed = element('select', { class: 'playback-select', 'aria-label': 'Speed' });
  #note = element('p', { class: 'playback-note', role: 'alert' });
  #play;
  #step;
  #continue;
  /** @type {PlaybackState | undefined} */
  #state;

  /** @param {RequestPlayback} request */
  constructor(request) {
    this.#request = request;
    this.#play = control('play', 'Resume', () =>
      this.#ask({ action: this.#isRunning() ? 'pause' : 'resume' }),
    );
    this.#step = control('step', 'Step: go to the next due moment and pause there', () =>
      this.#ask({ action: 'step' }),
    );
    const restart = control('restart', 'Restart the episode', () => this.#ask({ action: 'restart' }));
    this.#continue = pressable(
      { class: 'button button-primary playback-continue', title: 'Play past the end of the episode' },
      () => this.#ask({ action: 'continue' }),
      icon('forward'),
      element('span', {}, 'Continue'),
    );
    this.#episode.addEventListener('change', () =>
      this.#ask({ action: 'episode', episode: this.#episode.value }),
    );
    this.#speed.addEventListener('change', () =>
      this.#ask({ action: 'speed', speed: Number(this.#speed.value) }),
    );
    this.#root.append(
      element('div', { class: 'playback-when' }, this.#phase, this.#clock),
      element('div', { class: 'playback-controls' }, this.#play, this.#step, restart, this.#continue),
      element('div', { class: 'playback-arrived' }, this.#progress, this.#count),
      element('div', { class: 'playback-choices' }, this.#speed, this.#episode),
      this.#note,
    );
  }

  /** @param {PlaybackState | undefined} state absent when nothing is played here */
  show(state) {
    this.#root.hidden = state === undefined;
    const isNews = state?.phase !== this.#state?.phase || state?.episode !== this.#state?.episode;
    this.#state = state;
    if (!state) {
      return;
    }
    if (isNews) {
      this.#note.textContent = '';
    }
    const { arrived, planned } = state.progress;
    this.#clock.textContent = state.clock;
    this.#phase.textContent = PHASES[state.phase];
    this.#phase.dataset['phase'] = state.phase;
    this.#count.textContent = `${arrived} / ${planned}`;
    this.#count.title = `${arrived} of ${planned} planned messages have arrived`;
    this.#progress.max = Math.max(planned, 1);
    this.#progress.value = arrived;
    this.#showControls(state);
    fill(
      this.#episode,
      state.episodes.map(({ id, title }) => ({ value: id, label: title })),
      state.episode,
    );
    fill(this.#speed, speedsWith(state.speed), String(state.speed));
  }

  /** @param {PlaybackState} state */
  #showControls({ phase, canContinue }) {
    const name = phase === 'running' ? 'pause' : 'play';
    const label = phase === 'running' ? 'Pause' : 'Resume';
    if (this.#play.dataset['shows'] !== name) {
      this.#play.dataset['shows'] = name;
      this.#play.replaceChildren(icon(name));
      this.#play.title = label;
      this.#play.setAttribute('aria-label', label);
    }
    this.#play.disabled = phase === 'ended';
    this.#step.disabled = phase === 'ended';
    this.#continue.hidden = !(canContinue && phase === 'ended');
  }

  #isRunning() {
    return this.#state?.phase === 'running';
  }

  /** @param {PlaybackRequest} request */
  #ask(request) {
    this.#note.textContent = '';
    this.#request(request, (reason) => {
      this.#note.textContent = reason;
      // A select shows what was asked for; bring it back to what is.
      this.show(this.#state);
    });
  }
}

/** @type {(name: string, label: string, press: () => void) => HTMLButtonElement} */
function control(name, label, press) {
  return pressable({ class: 'playback-button', title: label, 'aria-label': label }, press, icon(name));
}

/** @type {(speed: number) => readonly { value: string, label: string }[]} */
function speedsWith(speed) {
  const known = SPEEDS.some((one) => one.speed === speed);
  const own = known ? [] : [{ speed, label: `${speed} ×` }];
  return [...own, ...SPEEDS].map((one) => ({ value: String(one.speed), label: one.label }));
}

/**
 * Rebuilds a select only when its options have changed, so that an open list stays open.
 *
 * @param {HTMLSelectElement} select
 * @param {readonly { value: string, label: string }[]} options
 * @param {string} value
 */
function fill(select, options, value) {
  const print = JSON.stringify(options);
  if (select.dataset['print'] !== print) {
    select.dataset['print'] = print;
    select.replaceChildren(
      ...options.map((option) => element('option', { value: option.value }, option.label)),
    );
  }
  if (select.value !== value) {
    select.value = value;
  }
}
