import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { chunksOf } from '../../shared/chunks.ts';
import type { PutOnBus } from './intake.ts';

const MAX_ENTRIES = 10;
const MAX_BYTES = 1024 * 1024;

const sizeOf = ({ Source = '', DetailType = '', Detail = '' }: PutEventsRequestEntry): number =>
  14 + Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail);

const timeOf = (time: string | undefined): Pick<PutEventsRequestEntry, 'Time'> => {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? {} : { Time: new Date(at) };
};

interface PutOnBusDeps {
  client: EventBridgeClient;
  bus: string;
  report: (error: unknown) => void;
}

/** The stage's bus. Each entry is tried once: whoever sent it is told, and sends it again. */
export const createPutOnBus =
  ({ client, bus, report }: PutOnBusDeps): PutOnBus =>
  async (entries) => {
    const all = entries.map(
      ({ source, type, detail, time }): PutEventsRequestEntry => ({
        EventBusName: bus,
        Source: source,
        DetailType: type,
        Detail: detail,
        ...timeOf(time),
      }),
    );
    const answers: ({ id: string } | { failure: string })[] = [];
    try {
      for (const chunk of chunksOf(all, { count: MAX_ENTRIES, bytes: MAX_BYTES, sizeOf })) {
        const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: chunk }));
        for (const { EventId, ErrorCode } of Entries)
          answers.push(EventId === undefined ? { failure: ErrorCode ?? 'unknown' } : { id: EventId });
      }
      return answers;
    } catch (error) {
      // What was taken before must be told: it would be applied twice if all were sent again. What comes after is not
      // tried, since each try may take seconds, and who asks does not wait for many.
      report(error);
      const failure = error instanceof Error ? error.name : 'unknown';
      return all.map((_, index) => answers[index] ?? { failure });
    }
  };
