/** Tells whoever listens, in the order in which they began to. */
export type Topic<Event> = {
  publish(event: Event): void;
  /** Returns how to stop being told. */
  subscribe(listener: (event: Event) => void): () => void;
};

export function createTopic<Event>(): Topic<Event> {
  const listeners = new Set<(event: Event) => void>();
  return {
    publish(event) {
      // A copy: whoever listens may stop or begin to while it is told.
      for (const listener of Array.from(listeners)) {
        listener(event);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
