import { CatalogueOlder } from '../../core/customer/catalogue-older.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';

/** Grows with a change of what is published that functions of before could not read. */
export const FORMAT = 1;

/** What a stage runs: a version, and the catalogue of it. Never one without the other. */
export interface Published {
  number: number;
  catalogue: Catalogue;
}

/** The same, as it lies in the bucket of a stage. Whoever publishes has checked it. */
export interface PublishedObject extends Published {
  format: number;
}

/** In milliseconds: within so much every function runs what was published, if it can be read. */
export const SEEN_WITHIN = 10_000;

/** What lies there was published by a release that this function is older than. */
export class PublishedFormatUnknown extends Error {
  override name = 'PublishedFormatUnknown';
  constructor(format: unknown) {
    super(
      `What is published has the format ${format}; this function knows ${FORMAT}. Deploy the release that published it.`,
    );
  }
}

/** What is published now, as the holder of a copy asks for it: `same` where that is still it. */
export type FetchPublished = (
  etag: string | undefined,
) => Promise<{ etag: string; published: PublishedObject } | 'same'>;

interface KeepDeps {
  fetch: FetchPublished;
  now: () => number;
  /** Of what could not be read anew; what was read last is used on. */
  report: (error: unknown) => void;
}

/** What is published, for those who decide by it. */
export interface PublishedCatalogue {
  /** As it was within the last seconds. The same object as long as it is the same version. */
  current(): Promise<Published>;
  /** As it is now. */
  newest(): Promise<Published>;
}

const readPublished = ({ format, number, catalogue }: PublishedObject): Published => {
  if (!(format <= FORMAT)) throw new PublishedFormatUnknown(format);
  return { number, catalogue };
};

/** Keeps what is published, and asks for it anew every few seconds. Where it cannot be asked the last one stays; a first failure is thrown. */
export const keepPublished = ({ fetch, now, report }: KeepDeps): PublishedCatalogue => {
  let cached: { etag: string; published: Published; until: number } | undefined;
  let pending: Promise<Published> | undefined;
  const ask = async (): Promise<Published> => {
    const answer = await fetch(cached?.etag);
    const until = now() + SEEN_WITHIN;
    if (answer !== 'same') {
      const published = readPublished(answer.published);
      // Of two that asked at once the later may have been answered first.
      if (!cached || published.number >= cached.published.number) cached = { etag: answer.etag, published, until };
    }
    if (!cached) throw new Error('Nothing was fetched, and nothing is kept.');
    cached.until = until;
    return cached.published;
  };
  const again = async (): Promise<Published> => {
    try {
      return await ask();
    } catch (error) {
      if (!cached) throw error;
      report(error);
      cached.until = now() + SEEN_WITHIN;
      return cached.published;
    } finally {
      pending = undefined;
    }
  };
  return {
    current: async () => {
      if (cached && now() < cached.until) return cached.published;
      pending ??= again();
      return pending;
    },
    newest: again,
  };
};

/**
 * Does something by what is published, and once more by what is published now where an item turns out to be written by a
 * newer catalogue: before anything else was written, as every change begins by looking at that. Throws CatalogueOlder.
 */
export const byNewest = async <Answer>(
  { current, newest }: PublishedCatalogue,
  act: (published: Published) => Promise<Answer>,
): Promise<Answer> => {
  const first = await current();
  try {
    return await act(first);
  } catch (error) {
    if (!(error instanceof CatalogueOlder)) throw error;
    const second = await newest();
    if (second.number <= first.number) throw error;
    return act(second);
  }
};

/** What is made of a published version, made anew for another. */
export const madeOf = <Value>(make: (published: Published) => Value): ((published: Published) => Value) => {
  let last: { published: Published; value: Value } | undefined;
  return (published) => {
    if (last?.published !== published) last = { published, value: make(published) };
    return last.value;
  };
};
