import { edit, type Mutation } from '../mutation.ts';

const ENROLMENT = 'core/customer/enrolment.ts';
const LEAVE = 'core/customer/leave.ts';
const REDUCE = 'core/customer/reduce.ts';
const EVENT = 'core/customer/commands/on-event.ts';

/** Who enters a journey, and how it is left. */
export const JOURNEYS: Mutation[] = [
  edit(
    'nothing is entered after a farewell',
    ENROLMENT,
    'if (state.closedAt !== undefined) return',
    'if (state.closedAt === 0) return',
  ),
  edit('an entry asks its condition', ENROLMENT, 'if (journey.enter.when &&', 'if (journey.enter.when === "" &&'),
  edit('one run at a time', ENROLMENT, "if (running.length > 0) return 'already-running';", ''),
  edit('one run per value', ENROLMENT, '=> other.per === per;', '=> other.per === other.per;'),
  edit(
    'never again',
    ENROLMENT,
    "if (enter.again === 'never') return 'already-entered';",
    "if (enter.again === 'never') return undefined;",
  ),
  edit('again only after a while', ENROLMENT, "? 'too-soon' : undefined", '? undefined : undefined'),
  edit('an entry starts its machine', ENROLMENT, '  startMachine(draft, id, enrolment);\n  return id;', '  return id;'),
  edit(
    'last words start theirs',
    ENROLMENT,
    '  enrolment.heard = heard;\n  startMachine(draft, id, enrolment);',
    '  enrolment.heard = heard;',
  ),
  edit('an exit is taken', LEAVE, 'if (!(await fires(draft, enrolment, exit, event))) continue;', 'continue;'),
  edit('last words are not left', LEAVE, "if (enrolment.phase !== 'main') return;", ''),
  edit(
    'a late entry finds what has happened since',
    EVENT,
    'if (entered !== undefined) await catchUp(draft, entered);',
    '',
  ),
  edit('a goal is counted', LEAVE, "note(draft, { kind: 'goal'", "if (id === '') note(draft, { kind: 'goal'"),
  edit('a goal is counted once', LEAVE, 'if (!goal || enrolment.goalAt !== undefined) return;', 'if (!goal) return;'),
  edit('a goal has its time', LEAVE, 'event.at > enrolment.startedAt + goal.within * 1000', 'event.at < 0'),
  edit(
    'a farewell ends all',
    EVENT,
    "for (const id of Object.keys(state.enrolments)) endEnrolment(draft, id, 'farewell');",
    '',
  ),
  edit(
    'an enrolment does not outlive its longest path',
    REDUCE,
    'else if (draft.now > endsBy)',
    'else if (draft.now < 0)',
  ),
  edit(
    'an enrolment does not outlive its journey',
    REDUCE,
    "=== undefined) endEnrolment(draft, id, 'journey-retired');",
    "=== null) endEnrolment(draft, id, 'journey-retired');",
  ),
];
