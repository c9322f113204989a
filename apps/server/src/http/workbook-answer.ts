import type { FastifyReply } from 'fastify';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function sendWorkbook(reply: FastifyReply, bytes: Uint8Array, name: string): FastifyReply {
  return reply
    .header('content-type', xlsx)
    .header('content-disposition', `attachment; filename="ledger.xlsx"; filename*=UTF-8''${rfc5987(name)}`)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** A name as a header carries it. */
export function rfc5987(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
