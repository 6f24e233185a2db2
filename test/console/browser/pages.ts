import { HOSTILE } from '../support/world/people.ts';

const odd = `odd/0?${HOSTILE[0]?.slice(0, 20)}`;

interface PageOf {
  name: string;
  path: string;
  ready: string;
  /** Over a world that plays the shipped workflows; of the others a fake answers. */
  isLocal?: true;
  /** Over a stage that people sign in to. */
  isStage?: true;
}

const DRAFT = '/draft/journeys/onboarding.yaml';

/** Every page of the console, by a name for its picture. `ready` is there once it is whole. */
export const PAGES: PageOf[] = [
  { name: 'overview', path: '/', ready: 'The next 14 days' },
  { name: 'customers', path: '/customers', ready: 'Ada Lovelace' },
  { name: 'customer', path: '/customers/ada', ready: 'Mood, and what moved it' },
  { name: 'customer-odd', path: `/customers/${encodeURIComponent(odd)}`, ready: 'Mood, and what moved it' },
  { name: 'agent', path: '/agent/ada', ready: 'What was said, and by whom' },
  { name: 'tasks', path: '/tasks?task=k1', ready: 'What moved their mood' },
  { name: 'tasks-queue', path: '/tasks', ready: 'Call Ada: the import lost her data twice' },
  { name: 'tasks-taken', path: '/tasks?list=taken', ready: 'Taken by' },
  { name: 'tasks-many', path: '/tasks/many/f00d', ready: 'Said of all at once' },
  { name: 'broadcasts', path: '/broadcasts', ready: 'Answer for many' },
  { name: 'policy', path: '/policy', ready: 'Quiet hours' },
  { name: 'rejects', path: '/rejects', ready: 'Of an unknown type' },
  { name: 'audit', path: '/audit', ready: 'sam@acme.example' },
  { name: 'settings', path: '/settings', ready: 'Who you are' },
  { name: 'users', path: '/settings', ready: 'Who may sign in', isStage: true },
  { name: 'journeys', path: '/journeys', ready: 'Sent in 7 days', isLocal: true },
  { name: 'journey', path: '/journeys/onboarding', ready: 'In these days', isLocal: true },
  { name: 'journey-list', path: '/journeys/onboarding?as=list&step=send-welcome', ready: 'Its id is', isLocal: true },
  { name: 'drafts', path: '/drafts', ready: 'journeys/onboarding.yaml', isLocal: true },
  { name: 'editor', path: DRAFT, ready: 'No problem in this file', isLocal: true },
  {
    name: 'editor-list',
    path: `${DRAFT}?as=list&step=send-welcome`,
    ready: 'No problem in this file',
    isLocal: true,
  },
  { name: 'editor-text', path: `${DRAFT}?side=yaml`, ready: 'No problem in this file', isLocal: true },
  { name: 'editor-play', path: `${DRAFT}?side=play`, ready: 'played in', isLocal: true },
  { name: 'editor-file', path: '/draft/events.yaml', ready: 'No problem in this file', isLocal: true },
  {
    name: 'editor-lost',
    path: '/draft/scenarios/recovery_of_somebody_who_chose_nothing.yaml',
    ready: 'The draft has no such file',
    isLocal: true,
  },
  { name: 'moments', path: '/moments', ready: 'Sent by', isLocal: true },
  { name: 'moment', path: '/moments/welcome', ready: 'narrow', isLocal: true },
  { name: 'publish', path: '/publish', ready: 'Let it go out', isLocal: true },
  { name: 'versions', path: '/versions', ready: 'Versions', isLocal: true },
  { name: 'lost', path: '/nowhere', ready: 'Nothing has this address' },
];
