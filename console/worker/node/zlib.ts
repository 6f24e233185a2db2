import { deflateSync, inflateSync } from 'fflate';
import { Bytes } from './bytes.ts';

/** As Node writes and reads a raw stream of deflate. */
export const deflateRawSync = (text: string) => Bytes.copy(deflateSync(new TextEncoder().encode(text)));
export const inflateRawSync = (bytes: Uint8Array) => Bytes.copy(inflateSync(bytes));
