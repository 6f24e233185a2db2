import { whyDead } from '../../language/read/copy/address.ts';
import { measure } from '../../language/read/copy/text-message.ts';
import type { Rendering } from './render-all.ts';

/** An address in a message, and what is found of it without following it. */
export interface Link {
  url: string;
  problem?: string;
}

const HREF = /href="([^"]+)"/g;
const BARE = /https?:\/\/[^\s<>)\]]+/g;

/** Every address in a message once. */
export const linksIn = ({ html, text }: Pick<Rendering, 'html' | 'text'>): Link[] => {
  const links = html === undefined ? text.match(BARE) : [...html.matchAll(HREF)].map(([, url = '']) => url);
  const urls = [...new Set((links ?? []).map((url) => url.replaceAll('&amp;', '&')))];
  return urls.map((url) => {
    const problem = whyDead(url, 'link');
    return { url, ...(problem === undefined ? {} : { problem }) };
  });
};

/** What a text message costs. */
export const costOf = (text: string): { parts: number; encoding: string; characters: number; costly: string[] } => {
  const { parts, encoding, costly } = measure(text);
  return { parts, encoding, costly, characters: [...text].length };
};
