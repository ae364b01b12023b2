import { describe, expect, it } from 'vitest';
import { NothingYet } from '#domain/problem.ts';
import type { PrintAgreement } from '#domain/releases/print.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { KnownPrint } from '#domain/signal/snapshot.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';
import { showChecklist } from '#services/checklist/show-checklist.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { memoryAfter, official, weakCpi } from '#test/support/engine/weak-cpi-story.ts';

const compared = (kind: PrintAgreement): KnownPrint => ({ ...weakCpi, standing: { kind, looks: [] } });

/** The checklist of a close that was decided on one print. */
function show(print: KnownPrint, status?: PrintSource['status'], watermark?: string) {
  const snapshot = official(1, { prints: [print] });
  const memory = memoryAfter(0);
  const decision = decide(snapshot, { memory });
  const inputs = { snapshot, book: undefined, settings: someSettings(), settingsVersion: 3, memory };
  const ledger = {
    decision: async (server: string, id: string) =>
      id === decision.id ? { server, decision, inputs, recordedAt: 0 } : undefined,
    decisions: async (_server: string, limit: number): Promise<readonly Decision[]> =>
      [decision].slice(0, limit),
    mark: async () => [],
    ticks: async () => [],
    addNote: async () => undefined,
    notes: async () => [],
    itemNotes: async () => [],
    itemTicks: async () => [],
    manualMarks: async () => [],
  };
  const deps = {
    ledger,
    marketClock: { now: () => 77 },
    ...(status && { prints: { status } }),
    ...(watermark !== undefined && { watermark }),
  };
  return showChecklist(deps, '1');
}

const quorum = async (report: ReturnType<typeof show>) =>
  (await report).checklist.answers.find(({ item }) => item === 'print-quorum')?.finding;

describe('showChecklist', () => {
  it('shows everything as it was decided on, the card included', async () => {
    const { decision, card, checklist } = await show(weakCpi);
    expect(card.decision).toBe(decision);
    expect(card.checklist).toBe(checklist);
    expect(checklist.decisionId).toBe(decision.id);
    expect(card.overview.vix).toMatchObject({ known: true });
  });

  it('tells what other sources have shown of a print since it was decided on', async () => {
    const asked: number[] = [];
    const agreeing: PrintSource['status'] = async (_print, now) => {
      asked.push(now);
      return { kind: 'confirmed', looks: [] };
    };
    expect(await quorum(show(compared('provisional')))).toBe('quorum-one');
    expect(await quorum(show(compared('provisional'), agreeing))).toBe('quorum-agreed');
    expect(asked).toEqual([77]);
  });

  it('asks nobody about a print that was never compared', async () => {
    const never = () => Promise.reject(new Error('nobody is asked'));
    expect((await show(weakCpi, never)).decision.print).toBeDefined();
  });

  it('bears the mark of a replay', async () => {
    expect(await show(weakCpi, undefined, 'RECORDED')).toMatchObject({ watermark: 'RECORDED' });
    expect(await show(weakCpi)).not.toHaveProperty('watermark');
  });

  it('has nothing to show before the first decision, nor of one whose inputs are gone', async () => {
    const none = {
      mark: async () => [],
      ticks: async () => [],
      addNote: async () => undefined,
      notes: async () => [],
      itemNotes: async () => [],
      itemTicks: async () => [],
      manualMarks: async () => [],
      decision: async () => undefined,
    };
    const marketClock = { now: () => 0 };
    const empty = { ...none, decisions: async () => [] };
    await expect(showChecklist({ ledger: empty, marketClock }, '1')).rejects.toThrow(NothingYet);
    const gone = { ...none, decisions: async () => [decide(official(1))] };
    await expect(showChecklist({ ledger: gone, marketClock }, '1')).rejects.toThrow(NothingYet);
  });
});
