import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { chunksOf } from '../shared/chunks.ts';
import type { Pause } from '../shared/pause.ts';
import { retryRejected } from '../shared/retry-rejected.ts';
import type { OutgoingEvent, Publisher } from './ports.ts';

/** The bus did not take every event; whoever published publishes again. */
export class PublishIncomplete extends Error {
  override name = 'PublishIncomplete';
  constructor(left: number, codes: string[]) {
    super(`The bus did not take ${left} events after several tries (${[...new Set(codes)].join(', ')}).`);
  }
}

interface BusDeps {
  client: EventBridgeClient;
  bus: string;
  source: string;
  pause: Pause;
}

const MAX_ENTRIES = 10;
const MAX_BYTES = 256 * 1024;
/** What EventBridge counts for an entry's time. */
const TIME_BYTES = 14;

const sizeOf = ({ Source = '', DetailType = '', Detail = '' }: PutEventsRequestEntry): number =>
  TIME_BYTES + Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail);

/** The bus, for what we say to others. */
export const createBus = ({ client, bus, source, pause }: BusDeps): Publisher => {
  const entryOf = ({ type, at, detail }: OutgoingEvent): PutEventsRequestEntry => ({
    EventBusName: bus,
    Source: source,
    DetailType: type,
    Time: new Date(at),
    Detail: JSON.stringify(detail),
  });
  return {
    publish: async (events) => {
      for (const chunk of chunksOf(events.map(entryOf), { count: MAX_ENTRIES, bytes: MAX_BYTES, sizeOf })) {
        let codes: string[] = [];
        const give = async (entries: PutEventsRequestEntry[]): Promise<PutEventsRequestEntry[]> => {
          const { FailedEntryCount = 0, Entries = [] } = await client.send(new PutEventsCommand({ Entries: entries }));
          if (FailedEntryCount === 0) return [];
          codes = Entries.flatMap(({ ErrorCode }) => ErrorCode ?? []);
          return entries.filter((_, index) => Entries[index]?.ErrorCode !== undefined);
        };
        const left = await retryRejected(chunk, give, pause);
        if (left.length > 0) throw new PublishIncomplete(left.length, codes);
      }
    },
  };
};
