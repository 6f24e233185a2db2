import { edit, type Mutation } from '../mutation.ts';

const SEND = 'core/customer/commands/on-send.ts';
const LISTEN = 'core/customer/commands/on-listen.ts';
const ADVANCE = 'core/customer/commands/on-advance.ts';
const REDUCE = 'core/customer/reduce.ts';

const ENDED = `if (!decision && !running) {
    const { enrolment, journey, step, moment, purpose } = task;
    decideFinally(draft, { enrolment, journey, step, moment, purpose }, 'ended', 'enrolment-ended');
  }
  if (!decision) return running ?`;

/** The rules of the protocol between items, machines, stream and queue. */
export const MODEL: Mutation[] = [
  {
    name: 'model: ownFirst (and the settling of lapsed leases, which covers it)',
    edits: [
      { file: SEND, from: 'if (!decision) return running ?', to: 'if (!running || !decision) return running ?' },
      { file: REDUCE, from: '  settleLapsed(draft);\n', to: '' },
    ],
  },
  edit('model: endedOnce', SEND, 'if (!decision) return running ?', ENDED),
  {
    name: 'model: parkReasks (and wakeAll, which covers it)',
    edits: [
      {
        file: ADVANCE,
        from: 'enrolment.open.parked = task;\n  await wakeIfClear(draft, id, enrolment);',
        to: 'enrolment.open.parked = task;',
      },
      { file: REDUCE, from: 'await wakeParked(draft);', to: "command.kind === 'event' && (await wakeParked(draft));" },
    ],
  },
  edit('model: openKept', ADVANCE, 'delete open.parked;', 'delete enrolment.open;'),
  edit('model: answered', LISTEN, 'enrolment.took[step] = SILENT;', ''),
  {
    name: 'model: answered, though told silent',
    edits: [
      { file: LISTEN, from: 'enrolment.took[step] = SILENT;', to: '' },
      {
        file: LISTEN,
        from: 'enrolment.took[task.step] === SILENT ?',
        to: '(enrolment.took[task.step] ?? SILENT) === SILENT ?',
      },
    ],
  },
  {
    name: 'model: tokenSet',
    edits: [
      {
        file: 'simulator/world/tokens.sqlite.ts',
        from: 'PRIMARY KEY (enrolment, step, token)',
        to: 'PRIMARY KEY (enrolment, step)',
      },
    ],
  },
  edit('model: wakeAll', REDUCE, 'await wakeParked(draft);', "command.kind === 'event' && (await wakeParked(draft));"),
  edit('model: attempt', SEND, "if (decision.attempt === attempt) return 'ours';", ''),
  { name: 'model: consistent', edits: [], off: 'consistent' },
  {
    name: 'model: repeatCommits',
    edits: [
      { file: LISTEN, from: 'if (took === SILENT) return askAgain(draft, id, step);', to: '' },
      {
        file: LISTEN,
        from: 'if (took !== undefined) return resumeHeard(draft, id, task);',
        to: 'if (took !== undefined) return;',
      },
    ],
  },
  edit(
    'model: overResumes, listen',
    LISTEN,
    'if (!enrolment) return askAgain(draft, id, step);',
    'if (!enrolment) return;',
  ),
  edit(
    'model: overResumes, park',
    ADVANCE,
    'if (enrolment?.open?.step !== step) return wake(draft, id, step);',
    'if (enrolment?.open?.step !== step) return;',
  ),
];
