import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

export { S3Client };

export interface ObjectsDeps {
  client: S3Client;
  bucket: string;
}

/** Whether an object may be written: only if there is none, if it is still that one, or whatever is there. */
export type Condition = { absent: true } | { etag: string } | undefined;

/** Somebody else wrote the object. */
export class ObjectChanged extends Error {
  override name = 'ObjectChanged';
}

// An object that was removed meanwhile has changed, too.
const REFUSED = ['PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey'];

const asChanged = (key: string, error: unknown): unknown =>
  REFUSED.includes((error as Error).name)
    ? new ObjectChanged(`${key} is not as it was read.`, { cause: error })
    : error;

const conditionOf = (condition: Condition) => {
  if (condition === undefined) return {};
  return 'absent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.etag };
};

/** Texts in a bucket, by their keys. */
export const createObjects = ({ client, bucket: Bucket }: ObjectsDeps) => ({
  get: async (Key: string): Promise<{ text: string; etag: string } | undefined> => {
    try {
      const { Body, ETag = '' } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return { text: (await Body?.transformToString()) ?? '', etag: ETag };
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return undefined;
      throw error;
    }
  },
  /** Answers the etag. Throws ObjectChanged. */
  put: async (Key: string, Body: string, condition?: Condition): Promise<string> => {
    try {
      const put = new PutObjectCommand({
        Bucket,
        Key,
        Body,
        ContentType: 'application/json',
        ...conditionOf(condition),
      });
      const { ETag = '' } = await client.send(put);
      return ETag;
    } catch (error) {
      throw condition === undefined ? error : asChanged(Key, error);
    }
  },
  /** Throws ObjectChanged. */
  remove: async (Key: string, { etag }: { etag: string }): Promise<void> => {
    try {
      await client.send(new DeleteObjectCommand({ Bucket, Key, IfMatch: etag }));
    } catch (error) {
      throw asChanged(Key, error);
    }
  },
  /** Deletes everything, and every version of it: only then can a bucket be removed. */
  clear: async (): Promise<void> => {
    for (;;) {
      const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket }));
      const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
      if (Objects.length === 0) return;
      await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    }
  },
  keys: async (Prefix: string): Promise<string[]> => {
    const keys: string[] = [];
    for (let token: string | undefined; ; ) {
      const list = new ListObjectsV2Command({ Bucket, Prefix, ...(token && { ContinuationToken: token }) });
      const { Contents = [], NextContinuationToken } = await client.send(list);
      keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
      if (NextContinuationToken === undefined) return keys;
      token = NextContinuationToken;
    }
  },
});

export type Objects = ReturnType<typeof createObjects>;
