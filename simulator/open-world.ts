import { createEmbeddedSentiment } from '../core/sentiment/text.embedded.ts';
import { createCompose, createWords } from '../functions/deliver/compose.ts';
import { createRenderer } from '../functions/deliver/copy/render.ts';
import type { Links } from '../functions/shared/link.ts';
import type { Project } from './project.ts';
import { localLinks, localSender } from './world/links.ts';
import { inMemory } from './world/storage.memory.ts';
import { createWorld, type World, type WorldOptions } from './world/world.ts';

type OpenWorldOptions = Pick<WorldOptions, 'now'> & {
  /** Of messages, where the pages behind them can be opened: see createWorldPages. */
  links?: Links;
} & Partial<
    Pick<
      WorldOptions,
      | 'storage'
      | 'draw'
      | 'paused'
      | 'channel'
      | 'pace'
      | 'onEntry'
      | 'onArrival'
      | 'onErased'
      | 'beforeCommit'
      | 'report'
    >
  >;

/** The world of a project, in memory unless storage is given. */
export const openWorld = (
  { catalogue, machines }: Pick<Project, 'catalogue' | 'machines'>,
  { links = localLinks, ...options }: OpenWorldOptions,
): World => {
  const render = createRenderer({ catalogue });
  return createWorld({
    storage: inMemory(),
    catalogue,
    machines,
    text: createEmbeddedSentiment(),
    words: createWords(render, options.report ?? (() => {})),
    compose: createCompose({ catalogue, render, links, sender: localSender }),
    ...options,
  });
};
