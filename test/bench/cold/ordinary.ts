import { hashAssignment } from '../../../core/customer/assignment.ts';
import type { Enrolment } from '../../../core/customer/model/enrolment.ts';
import { toItem } from '../../../core/customer/model/item.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { createChange } from '../../../functions/shared/stores/change.ts';
import type { FunctionName } from '../../../infra/bundle.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { CONTRACT } from '../../../language/catalogue/task.ts';
import { createMemoryStore } from '../../../simulator/world/customers.memory.ts';
import { typicalCustomer } from '../../support/typical-customer.ts';

/** Some Monday, at a time of day at which messages go out. */
export const NOW = Date.parse('2026-03-02T10:00:00Z');

const ID = 'ada';

/** A typical customer's item, and for each function that carries journeys what it is ordinarily asked about them. */
export const ordinary = async (catalogue: Catalogue) => {
  const store = createMemoryStore();
  const reduceDeps = { catalogue, catalogueNumber: 1, paused: new Set<string>(), assignment: hashAssignment };
  const change = createChange({ store, now: () => NOW, reduceDeps: async () => reduceDeps });
  const enrolment = await typicalCustomer(change, ID, NOW);
  // Most commits have no effect to be queued.
  const item = toItem({ ...((await store.load(ID)) as CustomerState), effects: [] });
  const at = { contract: CONTRACT, customer: ID, journey: 'renewal', enrolment };
  const sqs = (body: unknown) => ({
    Records: [
      {
        messageId: 'm',
        body: JSON.stringify(body),
        receiptHandle: 'r',
        eventSourceARN: 'arn',
        attributes: { ApproximateReceiveCount: '1' },
      },
    ],
  });
  const state = (await store.load(ID)) as CustomerState;
  const { timer, due } = state.enrolments[enrolment] as Enrolment;
  const events: Partial<Record<FunctionName, unknown>> = {
    intake: sqs({
      id: 'e1',
      source: 'shop',
      'detail-type': 'product.activated',
      time: new Date(NOW).toISOString(),
      detail: { customerId: ID, feature: 'import' },
    }),
    deliver: { ...at, task: 'send', step: 'send-value-recap', visit: 2 },
    advance: { ...at, task: 'wait', step: 'wait', visit: 2 },
    relay: { Records: [{ dynamodb: { SequenceNumber: '1', NewImage: { item: { S: item } } } }] },
    effects: sqs({ type: 'timer', format: 1, customer: ID, enrolment, timer, due }),
  };
  return { item, events };
};
