import { whyDead } from '../../language/read/copy/address.ts';
import { measure } from '../../language/read/copy/text-message.ts';
import { exampleNames, type GivenFacts, givenNames } from '../../simulator/preview/names.ts';
import { type Rendering, renderAll } from '../../simulator/preview/render-all.ts';
import type { Project } from '../../simulator/project.ts';
import { messageOf } from './message-of.ts';

export interface Link {
  url: string;
  /** What is found of it without following it. */
  problem?: string;
}

export interface Previewed extends Rendering {
  links: Link[];
  /** Of a text message: what it costs. */
  sms?: { parts: number; encoding: string; characters: number; costly: string[] };
}

export interface Preview {
  renderings: Previewed[];
  /** Why nothing can be shown. */
  problem?: string;
}

const HREF = /href="([^"]+)"/g;
const BARE = /https?:\/\/[^\s<>)\]]+/g;

const linksIn = ({ html, text }: Rendering): Link[] => {
  const matches = html === undefined ? text.match(BARE) : [...html.matchAll(HREF)].map(([, url = '']) => url);
  const urls = [...new Set((matches ?? []).map((url) => url.replaceAll('&amp;', '&')))];
  return urls.map((url) => {
    const problem = whyDead(url, 'link');
    return { url, ...(problem !== undefined && { problem }) };
  });
};

const withDetails = (rendering: Rendering): Previewed => {
  const links = linksIn(rendering);
  if (rendering.channel !== 'sms') return { ...rendering, links };
  const { parts, encoding, costly } = measure(rendering.text);
  return { ...rendering, links, sms: { parts, encoding, costly, characters: [...rendering.text].length } };
};

/** A moment as it would go out, to somebody made up by the declared types, or of whom just the facts given are known. */
export const preview = async (project: Project, moment: string, now: number, facts?: GivenFacts): Promise<Preview> => {
  const definition = project.definitions.moments[moment];
  if (!definition) return { renderings: [], problem: 'There is something to mend in its file first.' };
  const example = await exampleNames(project, moment, now);
  const names = facts ? { ...example, ...givenNames({ ...example, ...facts }, now) } : example;
  try {
    return { renderings: renderAll(project, definition, names).map(withDetails) };
  } catch (error) {
    return { renderings: [], problem: messageOf(error) };
  }
};
