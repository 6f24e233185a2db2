import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import { digest } from '../../../core/hash.ts';

/** All that a log line may say. Whatever else is handed to the logger is left out. */
const ALLOWED = [
  'who',
  'journey',
  'enrolment',
  'step',
  'moment',
  'purpose',
  'outcome',
  'reason',
  'channel',
  'event',
  'version',
  'status',
  'count',
  'command',
  'messageId',
  'sequenceNumber',
  'pace',
  'team',
  'calls',
  'done',
  'open',
  'unreached',
] as const;
const NAMES: ReadonlySet<string> = new Set(ALLOWED);

/** Ids and codes. An address, a sentence or a name with a space in it is none. */
const CODE = /^[\w.:#/-]{1,128}$/;

const isSaid = (name: string, value: unknown): boolean =>
  NAMES.has(name) &&
  (typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && CODE.test(value)));

/** Where an error came from; its message stands before that, and may itself look like a place. */
const placesOf = ({ message, stack = '' }: Error): string[] =>
  stack
    .slice(Math.max(0, stack.indexOf(message)) + message.length)
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
    .map((line) => line.trim());

/** What an error may say of itself: never its message, which may quote an address or an event. */
const describeError = (error: Error, depth = 3): LogAttributes => {
  const { name, code, $metadata } = error as Error & { code?: unknown; $metadata?: { httpStatusCode?: number } };
  // IAM says in words alone what a role lacks.
  const denied = / to perform: ([a-z-]+:[A-Za-z]+)/.exec(error.message)?.[1];
  return {
    name: CODE.test(name) ? name : 'Error',
    ...(typeof code === 'string' && CODE.test(code) ? { code } : {}),
    ...($metadata?.httpStatusCode === undefined ? {} : { status: $metadata.httpStatusCode }),
    ...(denied === undefined ? {} : { denied }),
    stack: placesOf(error),
    ...(error.cause instanceof Error && depth > 0 ? { cause: describeError(error.cause, depth - 1) } : {}),
  };
};

/** Lines without personal data: by a list of what may be said, not of what may not. */
class SparingFormatter extends LogFormatter {
  override formatAttributes(base: UnformattedAttributes, more: LogAttributes): LogItem {
    const { logLevel, message, timestamp, serviceName, lambdaContext, xRayTraceId } = base;
    const allowed = Object.entries(more).filter(([name, value]) => isSaid(name, value));
    return new LogItem({
      attributes: {
        level: logLevel,
        message,
        timestamp: timestamp.toISOString(),
        service: serviceName,
        requestId: lambdaContext?.awsRequestId,
        coldStart: lambdaContext?.coldStart,
        traceId: xRayTraceId,
        ...Object.fromEntries(allowed),
        ...(more.error instanceof Error ? { error: describeError(more.error) } : {}),
      },
    });
  }
}

/** The log of a function. Messages are constant sentences; what changes goes into the fields of the list above. */
export const createLog = (serviceName: string): Logger =>
  new Logger({ serviceName, logFormatter: new SparingFormatter() });

/** What a line says beside its message. */
type Fields = { [Name in (typeof ALLOWED)[number]]?: string | number | boolean } & { error?: Error };

/** A log as functions write to it: no field that would be left out. */
export type Log = Record<'info' | 'warn' | 'error', (message: string, fields?: Fields) => void>;

/** A customer as logs name them: the same each time, and not their id. */
export const who = (customer: string): string => digest([customer], 12);
