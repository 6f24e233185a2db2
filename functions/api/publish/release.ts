import type { File } from '../../../language/read/yaml/source.ts';
import { whyNotAnother } from './approval.ts';
import type { DraftEntry, DraftStore } from './drafts.ts';
import type { Publications } from './publications.ts';
import type { PublishOrder } from './publishing.ts';
import { type Progress, type Published, type Publisher, PublishFailed } from './request.ts';

interface ReleaseDeps {
  publications: Pick<Publications, 'version' | 'filesOf'>;
  drafts: DraftStore;
  publisher: Publisher;
  /** Whether a second person has to publish what somebody drafted. */
  approval: boolean;
}

/** Publishes the draft, or once more the files of an old version. */
export type Release = (order: PublishOrder, report?: (progress: Progress) => void) => Promise<Published>;

const changedIn = (entries: readonly DraftEntry[]): DraftEntry[] => entries.filter(({ state }) => state !== 'same');

/** Throws PublishFailed. */
const mustBeReady = (entries: readonly DraftEntry[], { by }: PublishOrder, approval: boolean): void => {
  const changed = changedIn(entries);
  const overtaken = changed.filter((entry) => entry.overtaken === true).map(({ path }) => path);
  if (overtaken.length > 0) {
    throw new PublishFailed(
      'turn',
      `${overtaken.join(', ')}: another text was published after this draft was begun. Take over what is in it, save the file again, and publish then.`,
    );
  }
  if (!approval) return;
  const [last] = changed
    .filter((entry) => entry.at !== undefined)
    .toSorted((one, other) => ((one.at ?? '') < (other.at ?? '') ? 1 : -1));
  const why = last?.by === undefined ? undefined : whyNotAnother(last.by, by);
  if (last === undefined || why === undefined) return;
  throw new PublishFailed(
    'turn',
    `${last.by} changed the draft last (${last.path} at ${last.at}), ${by} publishes it, and this stage asks for a second pair of eyes: ${why}`,
  );
};

const namesIn = (entries: readonly DraftEntry[]): string =>
  JSON.stringify(entries.map(({ path, etag }) => [path, etag]));

/** What is published is what was looked at, and nothing that somebody wrote in between. Throws PublishFailed. */
const mustBeSame = (before: readonly DraftEntry[], after: readonly DraftEntry[]): void => {
  if (namesIn(before) === namesIn(after)) return;
  throw new PublishFailed('turn', 'Somebody changed the draft just now. Look at what differs, then publish again.');
};

export const createRelease = ({ publications, drafts, publisher, approval }: ReleaseDeps): Release => {
  const filesToRestore = async (number: number): Promise<readonly File[]> => {
    const files = await publications.filesOf(number);
    if (files) return files;
    throw new PublishFailed(
      'check',
      `There is no version ${number} on this stage. tactful versions lists those there are.`,
    );
  };
  return async (order, report) => {
    const { what, over, ...rest } = order;
    if (what !== 'draft') {
      const files = await filesToRestore(what.restore);
      const note = order.note === '' ? `Back to version ${what.restore}` : order.note;
      return publisher.publish({ ...rest, note, files, over, restores: what.restore }, report);
    }
    const entries = await drafts.list();
    mustBeReady(entries, order, approval);
    const files = await drafts.files();
    mustBeSame(entries, await drafts.list());
    const published = await publisher.publish({ ...rest, files, over }, report);
    // They are as published now; what somebody wrote meanwhile stays a draft.
    await drafts.discard(entries.filter(({ by }) => by !== undefined));
    return published;
  };
};
