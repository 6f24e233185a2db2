import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';

const VERSION = '3.1.0';
const FOLDER = resolve('node_modules/.cache/tactful/dynamodb-local', VERSION);
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>tactful</groupId><artifactId>dynamodb-local</artifactId><version>1</version>
<dependencies><dependency><groupId>software.amazon.dynamodb</groupId><artifactId>DynamoDBLocal</artifactId><version>${VERSION}</version></dependency></dependencies></project>`;

/** Fetches it from Maven once: 48 MB. */
const install = (): string => {
  const lib = join(FOLDER, 'lib');
  const done = join(FOLDER, 'complete');
  if (existsSync(done)) return lib;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'pom.xml'), POM);
  execFileSync('mvn', ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`], {
    cwd: FOLDER,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  writeFileSync(done, '');
  return lib;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export const clientOf = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });

const answers = async (endpoint: string, process: ChildProcess): Promise<void> => {
  const client = clientOf(endpoint);
  for (let attempt = 0; attempt < 120; attempt++) {
    if (process.exitCode !== null) throw new Error(`DynamoDB Local ended with ${process.exitCode} before it answered.`);
    const isUp = await client.send(new ListTablesCommand({})).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((wait) => setTimeout(wait, 250));
  }
  throw new Error('DynamoDB Local did not answer within 30 seconds.');
};

/** Starts DynamoDB Local in memory on a free port of this machine. `stop` ends it by its own process. */
export const startDynamoDbLocal = async (): Promise<{ endpoint: string; stop: () => void }> => {
  const lib = install();
  const port = await freePort();
  const main = 'software.amazon.dynamodb.services.local.main.ServerRunner';
  const flags = ['-Xmx512m', '-cp', `${lib}/*`, main, '-inMemory', '-port', String(port), '-disableTelemetry'];
  const process = spawn('java', flags, { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint, process);
  return { endpoint, stop: () => void process.kill() };
};
