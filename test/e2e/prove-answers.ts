import type { Run } from './open-run.ts';
import { openPage, press } from './pages.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import type { Stage } from './stage.ts';

/** Somebody whom a failure was made up for, and the links of the question whether they trust us. */
const whoIsAsked = async (stage: Stage, id: string): Promise<string[]> => {
  await stage.happen(id, 'customer.imported', { email: addressOf(id), since: '2020-01-01' });
  await stage.happen(id, 'service.failure_detected', { failureId: 'f7', service: 'checkout', severity: 'minor' });
  await stage.decided(id, 'disruption-notice');
  await stage.happen(id, 'service.restored', { failureId: 'f7' });
  await stage.decided(id, 'trust-question', 'sent');
  const [letter] = (await stage.emails(addressOf(id))).slice(-1);
  const { Html, Text } = letter?.Content.Simple.Body ?? {};
  const links = [...(Html?.Data ?? '').matchAll(/href="([^"]+\/answer\/[^"]+)"/g)].map(([, link = '']) => link);
  must(links.length === 5, `The letter has ${links.length} buttons.`);
  must(
    links.every((link) => (Text?.Data ?? '').includes(link)),
    'The text part lacks an answer.',
  );
  return links;
};

const proveTap = async (stage: Stage): Promise<void> => {
  const id = treated('una');
  const links = await whoIsAsked(stage, id);
  const [one = '', , , four = ''] = links;
  // As a scanner of links does: each of them, and twice.
  for (const link of [...links, ...links])
    for (const method of ['GET', 'HEAD']) {
      const { status } = await openPage(stage, link, { method });
      must(status === 200, `${method} answered ${status}.`);
    }
  const forged = await openPage(stage, one.replace(/answer\/./, 'answer/_'), { method: 'GET' });
  must(forged.status === 404, `A forged link answered ${forged.status}.`);
  must((await stage.customer(id))?.answers.trust === undefined, 'Opening a link answered.');
  const page = await press(stage, one, { answer: '1', text: 'Nobody told us anything.' });
  must(page.includes('Your answer is with us: 1.'), `The page does not say what was answered:\n${page}`);
  await stage.stands(id, 'has answered', ({ answers }) => answers.trust?.score === 1);
  await stage.decided(id, 'trust-call');
  await press(stage, four, { answer: '4' });
  const { evidence } = await stage.stands(id, 'has changed the answer', ({ answers }) => answers.trust?.score === 4);
  const moods = evidence.filter(({ event }) => event === 'feedback.received').map(({ value }) => value);
  must(moods.join() === '0.5', `Of mood both answers tell: ${moods.join()}.`);
};

/** Questions that are answered in one tap. */
export const proveAnswers = ({ stage }: Run, { prove }: Proofs): Promise<void> =>
  prove('the trust question is answered by a tap, changed by another, and not by whoever only opens its links', () =>
    proveTap(stage),
  );
