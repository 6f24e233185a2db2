import { DatabaseSync } from 'node:sqlite';
import { createCompose, createWords } from '../functions/deliver/compose.ts';
import { createRenderer } from '../functions/deliver/copy/render.ts';
import { createEmbeddedSentiment } from '../functions/sentiment/text.embedded.ts';
import { createLinks } from '../functions/shared/link.ts';
import type { Project } from './project.ts';
import { createWorld, type World, type WorldOptions } from './world/world.ts';

type Given = Pick<WorldOptions, 'now'> &
  Partial<Pick<WorldOptions, 'db' | 'draw' | 'onEntry' | 'beforeCommit' | 'report'>>;

/** Links in local messages lead nowhere public: the same key everywhere makes the same message the same bytes. */
const LINKS = { key: 'only for messages that never leave this machine', baseUrl: 'https://preferences.example.com' };

/** The world of a project, in memory unless a database is given. */
export const openWorld = ({ catalogue, machines }: Pick<Project, 'catalogue' | 'machines'>, given: Given): World => {
  const render = createRenderer({ catalogue });
  const links = createLinks({ ...LINKS, now: () => new Date(world.now) });
  const world: World = createWorld({
    db: new DatabaseSync(':memory:'),
    catalogue,
    machines,
    text: createEmbeddedSentiment(),
    words: createWords(render),
    compose: createCompose({ catalogue, render, links, sender: { name: 'Your team' } }),
    ...given,
  });
  return world;
};
