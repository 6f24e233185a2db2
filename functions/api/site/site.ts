import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Hono } from 'hono';
import { securityHeaders } from './headers.ts';
import { pageOf, type SignIn } from './page.ts';

export interface SiteDeps {
  /** The folder with what vite built. */
  root: string;
  /** How one signs in; where it is missing there is nothing to sign in to. */
  signIn?: SignIn | undefined;
  /** Origins that may show an agent's page in a frame. */
  allowedFrames: readonly string[];
  /** Origins that the program talks to besides its own. */
  connects: readonly string[];
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** What a compressor makes smaller. */
const isText = (type: string): boolean => /^(text|application\/(json|javascript)|image\/svg)/.test(type);

const PAGE = '/index.html';

interface Asset {
  type: string;
  plain: Buffer<ArrayBuffer>;
  small: Buffer<ArrayBuffer> | undefined;
}

/** A file below the root; undefined where there is none. */
const openAssets = (root: string, signIn: SignIn | undefined) => {
  const cache = new Map<string, Asset>();
  return async (path: string): Promise<Asset | undefined> => {
    const name = normalize(path);
    const type = TYPES[extname(name)];
    if (type === undefined || name.includes('..') || name.includes('\0')) return undefined;
    const cached = cache.get(name);
    if (cached) return cached;
    const read = await readFile(join(root, name)).catch((error: NodeJS.ErrnoException) => {
      if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(error.code ?? '')) return undefined;
      throw error;
    });
    if (read === undefined) return undefined;
    const plain = name === PAGE ? Buffer.from(pageOf(read.toString('utf8'), signIn)) : read;
    const asset = { type, plain, small: isText(type) ? await promisify(gzip)(plain) : undefined };
    cache.set(name, asset);
    return asset;
  };
};

/** The program of the console, to anybody: no data is in it. Its pages are all one file; what is asked besides is not there. */
export const createSite = ({ root, signIn, allowedFrames, connects }: SiteDeps): Hono => {
  const assetOf = openAssets(root, signIn);
  const site = new Hono();
  site.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders(c.req.path, { allowedFrames, connects })))
      c.header(name, value);
  });
  site.get('*', async (c) => {
    const { path } = c.req;
    // Whoever opens an address of the program gets its page, whatever id is in it.
    const isOpened = (c.req.header('accept') ?? '').includes('text/html');
    const asset = (await assetOf(path === '/' ? PAGE : path)) ?? (isOpened ? await assetOf(PAGE) : undefined);
    if (!asset) return c.text(`There is no ${path.slice(0, 200)} here.`, 404);
    // Built files are named by what is in them; the page names the newest.
    c.header('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    c.header('content-type', asset.type);
    c.header('vary', 'accept-encoding');
    if (asset.small && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) {
      c.header('content-encoding', 'gzip');
      return c.body(asset.small);
    }
    return c.body(asset.plain);
  });
  return site;
};
