import { SourceChanged } from '#domain/problem.ts';

/**
 * A whole body, read as UTF-8 and refused as soon as it is longer than it may be.
 *
 * @param largest - bytes, unpacked
 * @throws SourceChanged if it is longer
 */
export async function readBody(response: Response, source: string, largest: number): Promise<string> {
  const announced = Number(response.headers.get('content-length'));
  if (announced > largest) {
    await response.body?.cancel();
    throw tooLong(source, largest);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream, and with it the download.
  const stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = response.body ?? [];
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > largest) {
      throw tooLong(source, largest);
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function tooLong(source: string, largest: number): SourceChanged {
  return new SourceChanged(source, `its answer is longer than ${largest} bytes`);
}
