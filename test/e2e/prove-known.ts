import type { Run } from './open-run.ts';
import { openPage, press } from './pages.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

/** Where somebody sees what is known of them: from a message by its preferences, as they would go. */
const pageOf = async (stage: Stage, id: string): Promise<string> => {
  const [letter] = (await stage.emails(addressOf(id))).slice(-1);
  const text = letter?.Content.Simple.Body?.Text?.Data ?? '';
  const [preferences] = /https?:\S+\/preferences\/[\w-]+/.exec(text) ?? [];
  must(preferences !== undefined, `The letter has no link to preferences:\n${text}`);
  const page = await (await openPage(stage, preferences ?? '')).text();
  const [, link] = /href="(\.\.\/known\/[\w-]+)"/.exec(page) ?? [];
  must(link !== undefined, `The preferences do not lead to what is known:\n${page}`);
  return new URL(link ?? '', preferences).href;
};

const look = async (stage: Stage, link: string): Promise<string> => (await openPage(stage, link)).text();

const join = async (stage: Stage, id: string): Promise<string> => {
  await stage.happen(id, 'customer.signed_up', { email: addressOf(id), firstName: 'Nora', plan: 'solo' });
  await stage.decided(id, 'welcome', 'sent');
  return pageOf(stage, id);
};

/** Who was understood wrong says so, and the message that waited for their mood goes out. */
const proveDispute = async (stage: Stage): Promise<void> => {
  const id = treated('norma');
  const link = await join(stage, id);
  await stage.happen(id, 'feedback.received', { scale: 'csat', score: 1 });
  await stage.decided(id, 'tip-solo', 'held');
  const before = await stage.customer(id);
  const page = await look(stage, link);
  must(/You answered 1 of 5 on [^.]+\. We understood: very unhappy\./.test(page), `It is not told:\n${page}`);
  const [, evidence = ''] = /name="evidence" value="(\w+)"/.exec(page) ?? [];
  const answer = await press(stage, link, { act: 'dispute', evidence });
  must(answer.includes('It counts no more'), `The page answered:\n${answer}`);
  const { at } = await stage.decided(id, 'tip-solo', 'sent');
  must(
    Date.parse(at) < (before?.mood.negativeUntil ?? 0),
    'It went out because mood had faded, and not for their word.',
  );
  const entries = await stage.timeline(id);
  must(
    entries.some(({ kind }) => kind === 'disputed'),
    'The story does not tell that they said so.',
  );
};

const proveCorrection = async (stage: Stage): Promise<void> => {
  const id = treated('nick');
  const link = await join(stage, id);
  await press(stage, link, { act: 'correct', fact: 'firstName', value: 'Nicholas' });
  await stage.stands(id, 'is called Nicholas', ({ attributes }) => attributes.firstName?.value === 'Nicholas');
  must((await look(stage, link)).includes('>Nicholas</p>'), 'The page does not show what was corrected.');
};

const deleteMe = async (stage: Stage): Promise<void> => {
  const id = treated('noel');
  const link = await join(stage, id);
  const file: unknown = JSON.parse(await look(stage, `${link}/download`));
  must(JSON.stringify(file).includes('"timeline"'), 'The file lacks what happened.');
  await look(stage, `${link}/erase`);
  must((await stage.customer(id))?.erased === undefined, 'A look deleted them.');
  const page = await press(stage, `${link}/erase`, { act: 'erase', sure: 'yes' });
  must(page.includes('You are being deleted'), `The page answered:\n${page}`);
  await until('they are gone', async () => (await stage.customer(id)) === undefined);
  must((await stage.timeline(id)).length === 0, 'There still is a timeline.');
  const nobody = await openPage(stage, link);
  must(nobody.status === 404, `The page of nobody answered ${nobody.status}.`);
};

/** What somebody sees and decides of what is known of them, by the pages alone. */
export const proveKnown = async ({ stage }: Run, { prove }: Proofs): Promise<void> => {
  await Promise.all([
    prove('“that is not right” changes the mood, and lets a held message go', () => proveDispute(stage)),
    prove('a fact that its customer corrects is theirs', () => proveCorrection(stage)),
  ]);
};

/** That somebody deletes themselves, which takes two minutes. */
export const proveDeletion = ({ stage }: Run, { prove }: Proofs): Promise<void> =>
  prove('delete me erases, by the function that may, and nothing by a look', () => deleteMe(stage));
