import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { CustomerRecords } from '../../shared/stores/customer-records.ts';
import { Note } from '../contract/customers.ts';
import type { Notes } from '../ports.ts';

interface NotesDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
  records: CustomerRecords;
  newId: () => string;
}

/** What colleagues noted of customers, in Records beside the timeline: an erasure and an export find it there. */
export const createDynamoNotes = ({ client, table, records, newId }: NotesDeps): Notes => ({
  add: async (customer, content) => {
    const note = { id: newId(), ...content };
    const item = {
      pk: { S: `note#${customer}` },
      sk: { S: `${note.at}#${note.id}` },
      note: { S: JSON.stringify(note) },
    };
    await client.send(new PutItemCommand({ TableName: table, Item: item }));
    return note;
  },
  of: async (ids) => {
    const notes: Note[] = [];
    for (const id of ids) {
      for (let after: string | undefined; ; ) {
        const { items, next } = await records.page(id, 'notes', after);
        notes.push(...items.map((item) => Note.parse(item)));
        if (next === undefined) break;
        after = next;
      }
    }
    return notes.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  },
});
