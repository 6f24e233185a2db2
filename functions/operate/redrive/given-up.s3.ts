import { DeleteObjectCommand, GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { GivenUp } from './given-up.ts';

// Exported beside its adapter, so that who imports this on demand loads no more of the SDK than the client.
export { S3Client } from '@aws-sdk/client-s3';

interface GivenUpDeps {
  client: S3Client;
  bucket: string;
}

/** Lambda names an object by its mapping, its shard, and last the time. */
const timeOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** Given-up batches in a bucket, as Lambda writes them. */
export const createS3GivenUp = ({ client, bucket: Bucket }: GivenUpDeps): GivenUp => ({
  list: async () => {
    const keys: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
      for (const { Key } of Contents) if (Key !== undefined) keys.push(Key);
    }
    return keys.sort((a, b) => timeOf(a).localeCompare(timeOf(b)));
  },
  read: async (Key) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    return (await Body?.transformToString()) ?? '';
  },
  remove: async (Key) => {
    await client.send(new DeleteObjectCommand({ Bucket, Key }));
  },
});
