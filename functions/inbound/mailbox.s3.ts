import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import type { Mailbox } from './ports.ts';

interface MailboxDeps {
  client: S3Client;
  bucket: string;
}

/** In bytes: what people write stands before what they attach. */
const MOST = 1024 * 1024;

/** The bucket that SES puts mails into. */
export const createS3Mailbox = ({ client, bucket: Bucket }: MailboxDeps): Mailbox => ({
  read: async (Key) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, Range: `bytes=0-${MOST - 1}` }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
  remove: async (Key) => {
    await client.send(new DeleteObjectCommand({ Bucket, Key }));
  },
});
