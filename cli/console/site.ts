import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from 'hono';

/** Where `npm run console` puts the built site. */
export const SITE = fileURLToPath(new URL('../../console/dist', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.map': 'application/json',
};

/** Scripts are the site's own; an email is shown in a frame of its own, which has no rights. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR');

const fileIn = async (folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  // Only names of plain parts: nothing leads out of the folder.
  if (!/^(\/[\w-][\w.-]*)+$/.test(path)) return undefined;
  try {
    return new Uint8Array(await readFile(join(folder, path)));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const NOT_BUILT =
  'The console is not built. Run npm run console, then load this page again. The API is at /api/openapi.json.';

/** The built site: its files, and its page at every other path, which the page itself reads. */
export const serveSite =
  (folder: string) =>
  async (c: Context): Promise<Response> => {
    const file = await fileIn(folder, c.req.path);
    const isAsset = file !== undefined && c.req.path.startsWith('/assets/');
    const body = file ?? (c.req.path.startsWith('/assets/') ? undefined : await fileIn(folder, '/index.html'));
    if (body === undefined) return c.text(NOT_BUILT, 404);
    const type = file === undefined ? TYPES['.html'] : (TYPES[extname(c.req.path)] ?? 'application/octet-stream');
    return c.body(body, 200, {
      'content-type': type ?? '',
      'content-security-policy': POLICY,
      // Assets have their hash in their names.
      'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
  };
