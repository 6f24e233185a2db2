import { lookup } from 'node:dns';
import { request as byHttps, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublic } from './address.ts';
import { DeskNotPublic, type PostToDesk } from './post.ts';

interface HttpsDeps {
  /** Tests ask a server of their own. */
  request?: typeof byHttps;
  mayAsk?: (address: string) => boolean;
  /** In milliseconds, for all of it. */
  within?: number;
}

const WITHIN = 10_000;
/** Of an answer more than this is not read. */
const MOST_BYTES = 64 * 1024;

/** Finds an address as ever, and gives none that may not be asked: what it names may change between two looks. */
const lookupBy =
  (mayAsk: (address: string) => boolean): LookupFunction =>
  (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      if (addresses.length === 0 || !addresses.every(({ address }) => mayAsk(address)))
        return callback(new DeskNotPublic(host), []);
      const [first] = addresses;
      return options.all ? callback(null, addresses) : callback(null, first?.address ?? '', first?.family);
    });
  };

/** Asks by HTTPS, at addresses of the internet alone. A redirect is an answer like any other, and is not followed. */
export const createHttpsPost =
  ({ request = byHttps, mayAsk = isPublic, within = WITHIN }: HttpsDeps = {}): PostToDesk =>
  ({ method, url, headers, body }) =>
    new Promise((resolve, reject) => {
      const host = url.hostname.replace(/^\[|\]$/g, '');
      // Of an address that is written out nobody is asked.
      if (isIP(host) !== 0 && !mayAsk(host)) return reject(new DeskNotPublic(host));
      const options: RequestOptions = {
        method,
        headers: { ...headers, ...(body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
        lookup: lookupBy(mayAsk),
        signal: AbortSignal.timeout(within),
      };
      const clientRequest = request(url, options, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
          if (text.length > MOST_BYTES) answer.destroy(new Error(`The desk answered more than ${MOST_BYTES} bytes.`));
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
        answer.on('error', reject);
      });
      clientRequest.on('error', reject);
      clientRequest.end(body);
    });
