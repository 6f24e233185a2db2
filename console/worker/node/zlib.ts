import { deflateSync, inflateSync } from 'fflate';
import { Bytes } from './bytes.ts';

interface Options {
  dictionary?: Uint8Array;
}

/** As Node writes and reads a raw stream of deflate. */
export const deflateRawSync = (text: string, options: Options = {}) =>
  Bytes.copy(deflateSync(new TextEncoder().encode(text), options));
export const inflateRawSync = (bytes: Uint8Array, options: Options = {}) => Bytes.copy(inflateSync(bytes, options));
