import type { Difference, Version } from '../contract/versions.ts';
import type { ApiDeps } from '../deps.ts';
import { differenceOf } from '../drafts/difference.ts';
import type { Handlers } from '../handlers.ts';
import { badCursor, notFound } from '../problem.ts';
import type { Version as StoredVersion } from '../publish/version.ts';
import { COUNT } from './journeys.ts';

const versionOf = (
  { version, catalogue, at, by, note, via, parent, restores }: StoredVersion,
  current: number | undefined,
): Version => ({
  number: version,
  catalogue,
  at,
  by: { id: by, name: by },
  note,
  via,
  ...(parent === undefined ? {} : { parent }),
  ...(restores === undefined ? {} : { restores }),
  isPublished: version === current,
});

const readBefore = (after: string | undefined): { before?: number } => {
  if (after === undefined) return {};
  if (!/^\d{1,9}$/.test(after)) throw badCursor(after);
  return { before: Number(after) };
};

type Names = 'listVersions' | 'readVersion' | 'diffVersion' | 'rollBack';

export const versionHandlers = (deps: ApiDeps): Pick<Handlers, Names> => {
  const { publications, publishing, drafts, people } = deps;

  const currentNumber = async () => (await publications.current())?.version.version;

  const filesOf = async (version: number) => {
    const files = await publications.filesOf(version);
    if (files) return files;
    throw notFound('version', String(version), 'GET /api/versions lists them.');
  };

  const leavingIn = async (journeys: Difference['journeys']): Promise<Difference['leaving']> => {
    const all = await Promise.all(
      journeys.map(async ({ journey, removed }) => {
        const resting = removed.length > 0 ? await people.counts(journey) : [];
        return removed.map((step) => ({
          journey,
          step,
          people: resting.filter((row) => row.step === step).reduce((sum, { count }) => sum + count, 0),
        }));
      }),
    );
    return all.flat().filter((row) => row.people > 0);
  };

  return {
    listVersions: async ({ query: { after, count = COUNT } }) => {
      const { items, next } = await publications.list({ ...readBefore(after), count });
      const current = await currentNumber();
      return {
        items: items.map((version) => versionOf(version, current)),
        ...(next === undefined ? {} : { next: String(next) }),
      };
    },

    readVersion: async ({ params: { version } }) => {
      const record = await publications.version(version);
      if (!record) throw notFound('version', String(version), 'GET /api/versions lists them.');
      const files = await filesOf(version);
      return {
        ...versionOf(record, await currentNumber()),
        files: files.map(({ path, text }) => ({ path, size: Buffer.byteLength(text) })),
      };
    },

    diffVersion: async ({ params: { version }, query: { to } }) => {
      const [from, other] = await Promise.all([filesOf(version), to === 'draft' ? drafts.files() : filesOf(to)]);
      const difference = differenceOf(from, other);
      return {
        from: String(version),
        to: String(to),
        ...difference,
        leaving: await leavingIn(difference.journeys),
      };
    },

    rollBack: async ({ params: { version }, body: { note } }, { caller, did }) => {
      await filesOf(version);
      const over = await currentNumber();
      did({ before: over ?? null, after: version });
      return publishing.start({ what: { restore: version }, by: caller.user.name, note, via: 'console', over });
    },
  };
};
