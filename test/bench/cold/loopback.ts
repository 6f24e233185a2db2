import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { namesOf } from '../account/call.ts';

/** An endpoint on this machine that answers at once, as AWS does when all is well; every customer is `item`, and the catalogue is published. */
export const openLoopback = async (item: string, catalogue: Catalogue) => {
  const ANSWERS: Record<string, unknown> = {
    GetItem: { Item: { item: { S: item } } },
    Query: { Items: [], Count: 0, ScannedCount: 0 },
    BatchWriteItem: { UnprocessedItems: {} },
    PutEvents: { FailedEntryCount: 0, Entries: [] },
    SendMessageBatch: { Successful: [], Failed: [] },
    StartExecution: { executionArn: 'arn:aws:states:::execution', startDate: 0 },
    GetSecretValue: { SecretString: '0123456789abcdef0123456789abcdef' },
    SendEmail: { MessageId: 'm' },
    GetObject: { format: 1, number: 1, catalogue },
  };
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const { operation } = namesOf(request.headers['x-amz-target'] as string | undefined, request.url);
      response
        .writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
        .end(JSON.stringify(ANSWERS[operation] ?? {}));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: (): void => {
      server.close();
      server.closeAllConnections();
    },
  };
};
