import { describe, expect, it } from 'vitest';
import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { EvidenceId } from '#domain/signal/evidence.ts';
import { evaluate, initialMemory } from '#engine/decision/evaluate.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { FAR_BELOW, decide, playAll, posted } from '#test/support/engine/play-story.ts';
import { memoryAfter, official, story, weakCpi } from '#test/support/engine/weak-cpi-story.ts';

const truth = ({ evidence }: Decision, id: EvidenceId) => evidence.find((piece) => piece.id === id)?.truth;

describe('evaluate, when prints follow each other,', () => {
  const weakPpi = story.print(3, { ...FAR_BELOW, kind: 'PPI' });
  const prints = [weakCpi, weakPpi];

  it('lets a weak print inside the window join: same event, age and reference from its own day 0', () => {
    const memory = memoryAfter(2);
    const decision = decide(official(3, { prints, breadth: true }), { memory });
    expect(decision).toMatchObject({
      age: 0,
      event: {
        id: weakCpi.print.releaseId,
        releases: [weakCpi.print.releaseId, weakPpi.print.releaseId],
        sessionBefore: story.session(2),
      },
      memory: { programme: { upUsed: memory.programme.upUsed } },
    });
  });

  it('lets a print exactly five sessions later join, and opens another event for one after six', () => {
    const settings = someSettings();
    const eventWith = (place: number): Decision['event'] => {
      const late = story.print(place, { ...FAR_BELOW, kind: 'PPI' });
      const { programme } = initialMemory(settings);
      const memory = { ...memoryAfter(place - 1), programme };
      return decide(official(place, { prints: [weakCpi, late], breadth: true }), { memory }).event;
    };
    expect(settings['event.windowSessions']).toBe(5);
    expect(eventWith(5)).toMatchObject({ id: weakCpi.print.releaseId, releases: { length: 2 } });
    expect(eventWith(6)?.id).not.toBe(weakCpi.print.releaseId);
    expect(eventWith(6)?.releases).toHaveLength(1);
  });

  it('goes on counting closes below the state when a print joins', () => {
    const late = story.print(8, { ...FAR_BELOW, kind: 'PPI' });
    const at = (closesBelow: number): Decision =>
      decide(official(8, { prints: [weakCpi, late], breadth: true }), {
        memory: { ...memoryAfter(7), state: 'CONFIRM', closesBelow, rankBelow: 'ARMED' },
      });
    expect(at(0)).toMatchObject({ state: 'CONFIRM', rank: 'ARMED', age: 0, memory: { closesBelow: 1 } });
    expect(at(1)).toMatchObject({ state: 'ARMED', rank: 'ARMED', age: 0, memory: { closesBelow: 0 } });
  });

  it('goes on counting the cooldown when a print joins', () => {
    const memory = memoryAfter(1);
    const limitsWith = (cooldown: number) =>
      decide(official(3, { prints, breadth: true }), {
        memory,
        settings: someSettings({ 'step.cooldownSessions': cooldown }),
      }).ratio;
    expect(limitsWith(3)).toMatchObject({ step: 0, limits: ['cooldown'] });
    expect(limitsWith(2).step).toBeGreaterThan(0);
  });

  it('keeps the version of the settings with which an event was opened, and goes by the present ones', () => {
    const settings = someSettings();
    const first = evaluate({
      snapshot: story.at(0, 'print', { prints: [weakCpi] }),
      book: undefined,
      settings,
      settingsVersion: 4,
      memory: initialMemory(settings),
    });
    expect(first.event?.settingsVersion).toBe(4);
    const stricter = { ...settings, 'print.weakZ': -4, 'print.veryWeakZ': -5 };
    const next = evaluate({
      snapshot: story.at(1, 'official', { prints: [weakCpi] }),
      book: undefined,
      settings: stricter,
      settingsVersion: 6,
      memory: first.memory,
    });
    expect(next).toMatchObject({ settingsVersion: 6, event: { settingsVersion: 4 } });
  });

  it('goes by the later of two weak prints that share a day 0', () => {
    const ppi = story.print(0, { ...FAR_BELOW, kind: 'PPI' });
    const decision = decide(story.at(0, 'print', { prints: [weakCpi, ppi] }));
    expect(decision.event).toMatchObject({
      id: weakCpi.print.releaseId,
      releases: [weakCpi.print.releaseId, ppi.print.releaseId],
      print: { releaseId: ppi.print.releaseId },
    });
  });

  it('speaks of the print that the evaluation is about, also where another came out with it', () => {
    const ppi = story.print(0, { kind: 'PPI' });
    const snapshot = story.at(0, 'print', { prints: [weakCpi, ppi] });
    const about = (releaseId: string): Decision =>
      decide({ ...snapshot, evaluation: { kind: 'print', session: story.session(0), releaseId } });
    expect(about(weakCpi.print.releaseId).print).toMatchObject({ kind: 'CPI', class: 'very-weak' });
    expect(about(ppi.print.releaseId).print).toMatchObject({ kind: 'PPI', class: 'in-line' });
    expect(about('CPI-1999-01-01').print).toMatchObject({ kind: 'PPI' });
  });

  it('holds the lag of a print that is not weak against the close before its day 0', () => {
    const inLine = story.print(2, { kind: 'PPI' });
    const decision = decide(official(4, { prints: [inLine] }));
    const since = decision.evidence
      .find(({ id }) => id === 'lag')
      ?.measures.find(({ id }) => id === 'relativeSincePrint');
    const ratioAt = (place: number): number => {
      const { rut, spx } = official(place).market;
      return (rut.closes.at(-1)?.close ?? 0) / (spx.closes.at(-1)?.close ?? 1);
    };
    expect(since?.value).toBeCloseTo(Math.log(ratioAt(4) / ratioAt(1)) * 100, 9);
  });

  it('opens a new event after the window when the ratio is at base', () => {
    const memory: Memory = { ...memoryAfter(0), state: 'ARMED' };
    const late = story.print(6, { ...FAR_BELOW, kind: 'PPI' });
    const decision = decide(story.at(6, 'print', { prints: [weakCpi, late] }), { memory });
    expect(decision.event?.releases).toEqual([late.print.releaseId]);
  });

  it('joins the event after the window while the ratio is above base', () => {
    const late = story.print(8, { ...FAR_BELOW, kind: 'PPI' });
    const decision = decide(story.at(8, 'print', { prints: [weakCpi, late] }), { memory: memoryAfter(7) });
    expect(decision).toMatchObject({ state: 'ARMED', stateBefore: 'HOLD', age: 0 });
    expect(decision.event?.releases).toHaveLength(2);
  });

  it('remembers a print that is not weak as the latest, and keeps the event', () => {
    const inLine = story.print(1, { kind: 'PPI' });
    const memory = memoryAfter(0);
    const decision = decide(story.at(1, 'print', { prints: [weakCpi, inLine] }), { memory });
    expect(decision).toMatchObject({ state: memory.state, print: { class: 'in-line' } });
    expect(decision.event).toEqual(memory.event);
  });

  it('ends the event once its window is over and nothing was raised', () => {
    const memory: Memory = { ...memoryAfter(0), state: 'WATCH' };
    const decision = decide(official(6, { prints: [weakCpi] }), { memory });
    expect(decision.state).toBe('CALM');
    expect(decision.memory).not.toHaveProperty('event');
  });

  it('reads a print again when thresholds change in the middle of its event', () => {
    const settings = someSettings({ 'print.weakZ': -9, 'print.veryWeakZ': -10 });
    const decision = decide(official(1), { memory: memoryAfter(0), settings });
    expect(truth(decision, 'print')).toBe('false');
    expect(decision.ratio.step).toBe(0);
    expect(decision.memory.lastPrint?.reading).toMatchObject({ class: 'in-line' });
  });

  it('counts a print on a day without trading from the next session: Good Friday’s day 0 is Monday', () => {
    const friday = Date.parse(`${story.session(0)}T12:30:00Z`) - 3 * 24 * 3_600_000;
    const goodFriday = { ...weakCpi, print: { ...weakCpi.print, releasedAt: friday, receivedAt: friday } };
    const snapshot = { ...story.at(0, 'print', { prints: [goodFriday] }), asOf: friday };
    const atPrint = decide(snapshot);
    expect(new Date(friday).getUTCDay()).toBe(5);
    expect(atPrint).toMatchObject({ state: 'ARMED', age: 0, event: { dayZero: story.session(0) } });
    const fifth = playAll(
      [0, 1, 2, 3, 4, 5].map((place) => official(place, { prints: [goodFriday] })),
      { memory: posted(atPrint) },
    ).at(-1);
    expect(fifth).toMatchObject({ age: 5 });
    expect(truth(fifth ?? atPrint, 'print')).toBe('true');
  });
});
