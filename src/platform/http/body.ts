import { RefusedRequest } from './refused-request.ts';

/**
 * The whole body of a request, up to a limit. A body that announces its length is read at once; one that does not is counted.
 *
 * @throws RefusedRequest too-large, or malformed when the sender breaks off
 */
export async function readBody(request: Request, limitBytes: number): Promise<Uint8Array> {
  const announced = request.headers.get('Content-Length');
  if (announced !== null && Number(announced) > limitBytes) throw new RefusedRequest('too-large');
  try {
    if (announced !== null && !request.headers.has('Transfer-Encoding')) {
      const body = new Uint8Array(await request.arrayBuffer());
      if (body.length > limitBytes) throw new RefusedRequest('too-large');
      return body;
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of request.body ?? []) {
      size += chunk.length;
      if (size > limitBytes) throw new RefusedRequest('too-large');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw error instanceof RefusedRequest ? error : new RefusedRequest('malformed');
  }
}
