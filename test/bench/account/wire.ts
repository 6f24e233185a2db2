import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { type Call, namesOf } from './call.ts';

// A thread of its own, so that the processor time of functions is theirs alone. DynamoDB is a real one; the others
// answer what AWS answers when all is well, and what must follow is done by whoever takes the calls.

const { database, published } = workerData as { database: string; published: string };
/** What is published never changes here. */
const PUBLISHED_ETAG = '"published"';
let calls: Call[] = [];

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

type Input = Record<string, unknown> & { Entries?: { Id: string; MessageBody: string }[]; MessageBody?: string };

const ANSWERS: Record<string, (input: Input) => unknown> = {
  SendMessageBatch: ({ Entries = [] }) => ({
    Successful: Entries.map(({ Id, MessageBody }) => ({ Id, MessageId: Id, MD5OfMessageBody: md5(MessageBody) })),
    Failed: [],
  }),
  SendMessage: ({ MessageBody = '' }) => ({ MessageId: 'm', MD5OfMessageBody: md5(MessageBody) }),
  PutEvents: ({ Entries = [] }) => ({
    FailedEntryCount: 0,
    Entries: Entries.map((_, id) => ({ EventId: String(id) })),
  }),
  StartExecution: () => ({ executionArn: 'arn:aws:states:::execution', startDate: 0 }),
  CreateSchedule: () => ({ ScheduleArn: 'arn:aws:scheduler:::schedule' }),
  GetSecretValue: () => ({ SecretString: '0123456789abcdef0123456789abcdef' }),
  SendEmail: () => ({ MessageId: 'm' }),
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
};

type Consumed = { CapacityUnits: number };

/** Asks the database, and for the units that it took. */
const fromDatabase = async (request: IncomingMessage, input: Input) => {
  const { host: _, 'content-length': __, connection: ___, ...headers } = request.headers as Record<string, string>;
  const body = JSON.stringify({ ...input, ReturnConsumedCapacity: 'TOTAL' });
  const answer = await fetch(database, { method: 'POST', headers, body });
  const text = await answer.text();
  const { ConsumedCapacity = [] } = JSON.parse(text) as { ConsumedCapacity?: Consumed | Consumed[] };
  const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
  return { status: answer.status, text, units };
};

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { service, operation } = namesOf(
    request.headers['x-amz-target'] as string | undefined,
    request.url,
    request.method,
  );
  const input = JSON.parse((await textOf(request)) || '{}') as Input;
  if (service === 'S3') {
    // By the clock and not by what is done: in virtual time, which leaps, every invocation would count as one.
    const isSame = request.headers['if-none-match'] === PUBLISHED_ETAG;
    response.writeHead(isSame ? 304 : 200, { etag: PUBLISHED_ETAG }).end(isSame ? undefined : published);
    return;
  }
  const { status, text, units } =
    service === 'DynamoDB'
      ? await fromDatabase(request, input)
      : { status: 200, text: JSON.stringify(ANSWERS[operation]?.(input) ?? {}), units: 0 };
  calls.push({ service, operation, input, units, isRefused: status !== 200 });
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
};

const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
parentPort?.postMessage((server.address() as { port: number }).port);
parentPort?.on('message', () => {
  parentPort?.postMessage(calls);
  calls = [];
});
