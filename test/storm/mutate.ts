import { registerHooks } from 'node:module';
import type { Edit } from './mutation.ts';

/** An edit no longer fits the source: a mutation that changes nothing would prove nothing. */
export class EditDoesNotFit extends Error {
  override name = 'EditDoesNotFit';
}

const edited = (source: string, { file, from, to }: Edit): string => {
  const parts = source.split(from);
  if (parts.length === 2) return parts.join(to);
  throw new EditDoesNotFit(`${file} has ${parts.length - 1} times, not once: ${from}`);
};

/** From now on those files are loaded with those edits. Nothing on disk changes. */
export const loadEdited = (edits: readonly Edit[]): void => {
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      const fitting = edits.filter(({ file }) => url.endsWith(`/${file}`));
      if (fitting.length === 0) return loaded;
      return { ...loaded, source: fitting.reduce(edited, String(loaded.source)) };
    },
  });
};
