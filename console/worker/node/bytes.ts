type Encoding = 'utf8' | 'base64' | 'base64url';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const binary = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

const fromBase64 = (text: string): Uint8Array => {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/').replaceAll('=', ''));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
};

/** As much of Node's Buffer as language, core and functions use. */
export class Bytes extends Uint8Array<ArrayBuffer> {
  static override from(value: unknown, encoding?: unknown): Bytes {
    if (typeof value === 'string')
      return Bytes.copy(encoding === undefined || encoding === 'utf8' ? encoder.encode(value) : fromBase64(value));
    return Bytes.copy(
      value instanceof ArrayBuffer || Array.isArray(value) ? new Uint8Array(value) : (value as Uint8Array),
    );
  }

  static copy(bytes: Uint8Array): Bytes {
    const copied = new Bytes(new ArrayBuffer(bytes.length));
    copied.set(bytes);
    return copied;
  }

  static byteLength(text: string): number {
    return encoder.encode(text).length;
  }

  static compare(one: Uint8Array, other: Uint8Array): number {
    const at = one.findIndex((byte, index) => byte !== other[index]);
    return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
  }

  readInt8(at: number): number {
    return ((this[at] ?? 0) << 24) >> 24;
  }

  override toString(encoding: Encoding = 'utf8'): string {
    if (encoding === 'utf8') return decoder.decode(this);
    const text = btoa(binary(this));
    return encoding === 'base64' ? text : text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  }
}
