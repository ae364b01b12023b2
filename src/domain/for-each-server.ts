/**
 * Does something for one server after another. One that fails keeps no other from its turn; what it threw is thrown
 * when all have had theirs.
 *
 * @throws the signal's reason as soon as it is aborted; what the one server threw that failed, or an AggregateError
 *   of what several did
 */
export async function forEachServer(
  servers: readonly string[],
  act: (server: string) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const failures: unknown[] = [];
  for (const server of servers) {
    signal?.throwIfAborted();
    try {
      await act(server);
    } catch (error) {
      failures.push(error);
    }
  }
  const [first] = failures;
  if (failures.length > 1) {
    throw new AggregateError(failures, `${failures.length} of ${servers.length} servers failed`);
  }
  if (failures.length === 1) {
    throw first;
  }
}
