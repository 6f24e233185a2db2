import { edit, type Mutation } from '../mutation.ts';

const LISTEN = 'core/customer/commands/on-listen.ts';
const OCCURRENCE = 'core/customer/occurrence.ts';

/** What listening steps hear, and what is kept for them. */
export const LISTENS: Mutation[] = [
  edit(
    'an occurrence is taken once',
    'core/customer/occurrence.ts',
    'if (Object.values(enrolment.took).includes(occurrence.id)) return false;',
    '',
  ),
  edit('what began an enrolment is not heard by it', OCCURRENCE, 'id !== enrolment.eventId && at >=', 'at >='),
  edit('what was before an enrolment is not heard by it', OCCURRENCE, '&& at >= enrolment.startedAt', ''),
  edit(
    'a listen hears what its condition says',
    OCCURRENCE,
    'return !where || holds(where, namesOf(draft, enrolment, heardOf(occurrence)));',
    'return true;',
  ),
  edit(
    'a listen hears the answer to its own question',
    OCCURRENCE,
    'if (answers && !isAnswer(',
    'if (answers && "" && !isAnswer(',
  ),
  edit('an answer comes after its question', OCCURRENCE, 'toSecond(one.at) <= toSecond(at)', 'at > 0'),
  edit(
    'who did not ask does not wait for an answer',
    LISTEN,
    'if (task.answers && askedBy(draft, id, task.answers.moment).length === 0)',
    'if (task.answers?.moment === "")',
  ),
  edit(
    'a listen takes what is there',
    LISTEN,
    'const occurrence = await occurrenceFor(draft, id, task);',
    'const occurrence = id === "" ? await occurrenceFor(draft, id, task) : undefined;',
  ),
  edit(
    'an event wakes who waits for it',
    'core/customer/commands/on-event.ts',
    '  await hearWaiting(draft, happening);\n',
    '',
  ),
  edit('what is heard is what was taken', LISTEN, 'enrolment.heard = fields;', ''),
  edit('a repeat hears what its step took', LISTEN, 'if (took === undefined || took === SILENT) return {};', ''),
  edit('silence hears nothing', LISTEN, 'enrolment.heard = {};', ''),
  edit(
    'what a running enrolment may hear is kept',
    OCCURRENCE,
    'needed.length > recent.length ? needed : recent',
    'recent',
    { stories: [30, 40] },
  ),
  edit('the last week is kept for an enrolment that comes late', OCCURRENCE, '|| now - at < WEEK', ''),
];
