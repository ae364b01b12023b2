import type { State } from '#domain/signal/decision.ts';

/** Colour of the bar beside a message, by state: grey, through amber, to red; blue and green after a raise. */
export const STATE_ACCENT: Readonly<Record<State, number>> = {
  CALM: 0x80_84_8e,
  ARMED: 0xd4_a7_2c,
  WATCH: 0xe0_85_1b,
  CONFIRM: 0xd9_5b_2b,
  CAPITULATION: 0xc9_2a_2a,
  HOLD: 0x3b_74_c4,
  UNWIND: 0x2f_8f_5b,
};

/** Messages that belong to no state. */
export const PLAIN_ACCENT = 0x5b_64_73;

/** Something is wrong or did not happen. */
export const TROUBLE_ACCENT = 0x99_2d_22;
