import { gestureIdOf, mayTakeBack } from '../../../core/customer/commands/apply-gesture.ts';
import { isGiving } from '../../../core/customer/gestures/is-giving.ts';
import { gestureOf } from '../../../core/customer/gestures/records.ts';
import { shortId } from '../../../core/customer/model/bound.ts';
import { NOT_GIVEN } from '../../../core/explain/words/not-given.ts';
import { ownValue } from '../../../core/own-value.ts';
import type { ApiDeps } from '../deps.ts';
import { gesturesNow, giverOf, givesAs, whyNot } from '../gestures.ts';
import type { Handlers } from '../handlers.ts';
import { noCustomer, notFound, Refused } from '../problem.ts';
import { titleOfGesture } from '../story/gesture.ts';

const GIVEN = 'agent.gesture_given';
const REVERSED = 'agent.gesture_reversed';

export const gestureHandlers = (deps: ApiDeps): Pick<Handlers, 'listGestures' | 'giveGesture' | 'reverseGesture'> => {
  const { customers, budgets, clock, intake, newId, running } = deps;

  const find = async (customer: string) => {
    const person = await customers.load(customer);
    if (!person) throw noCustomer(customer);
    return person.state;
  };
  const catalogueNow = async () => {
    const { catalogue } = (await running()).project;
    if (isGiving(catalogue)) return catalogue;
    throw new Refused(404, 'There are no gestures here: what runs has no gestures.yaml.');
  };

  return {
    listGestures: async ({ params: { customer } }, { caller }) => {
      const { catalogue } = (await running()).project;
      if (!isGiving(catalogue)) return { currency: '', budgets: [], kinds: [], given: [] };
      return gesturesNow({ state: await find(customer), caller, now: clock.now(), catalogue, budgets });
    },

    giveGesture: async ({ params: { customer }, body: { kind, note, request = newId() } }, { caller, did }) => {
      const [state, catalogue] = [await find(customer), await catalogueNow()];
      const gesture = ownValue(catalogue.gestures.kinds, kind);
      if (!gesture) throw notFound('gesture', kind, `There is ${Object.keys(catalogue.gestures.kinds).join(', ')}.`);
      const id = gestureIdOf(state.id, shortId(`${GIVEN}#${request}`));
      const says = `${titleOfGesture(kind, catalogue)}: asked for.`;
      did({ given: { gesture: kind, id } });
      // It was asked for before: whoever asks again is told the same.
      if (gestureOf(state, id)) return { gesture: id, says };
      const why = await whyNot(kind, { state, caller, now: clock.now(), catalogue, budgets });
      if (why !== undefined) throw new Refused(why === 'not-by' ? 403 : 409, `Not given: ${NOT_GIVEN[why]}.`);
      const detail = {
        customerId: state.id,
        gesture: kind,
        by: giverOf(caller),
        as: givesAs(caller, gesture),
        request,
      };
      await intake.publish([{ type: GIVEN, detail: { ...detail, ...(note ? { note } : {}) } }]);
      return { gesture: id, says };
    },

    reverseGesture: async ({ params: { customer, gesture }, body: { note, request = newId() } }, { caller, did }) => {
      const [state, catalogue] = [await find(customer), await catalogueNow()];
      const record = gestureOf(state, gesture);
      if (!record) throw notFound('gesture', gesture, 'Look at what this customer was given lately.');
      const title = titleOfGesture(record.kind, catalogue);
      did({ given: { gesture: record.kind, id: gesture }, before: { state: record.state } });
      if (record.state === 'reversed') return { gesture, says: `${title}: taken back.` };
      if (ownValue(catalogue.gestures.kinds, record.kind)?.reverse === undefined)
        throw new Refused(409, `${title} cannot be taken back: gestures.yaml names no event for that (reverse).`);
      if (!mayTakeBack(record)) throw new Refused(409, `${title} is ${record.state}: there is nothing to take back.`);
      const detail = { customerId: state.id, gesture, by: giverOf(caller), request };
      await intake.publish([{ type: REVERSED, detail: { ...detail, ...(note ? { note } : {}) } }]);
      return { gesture, says: `${title}: to be taken back.` };
    },
  };
};
