import { HOSTILE } from '../support/world/people.ts';

const odd = `odd/0?${HOSTILE[0]?.slice(0, 20)}`;

/** Every page of the console, by a name for its picture. `ready` is there once it is whole. */
export const PAGES: { name: string; path: string; ready: string }[] = [
  { name: 'overview', path: '/', ready: 'The next 14 days' },
  { name: 'customers', path: '/customers', ready: 'Ada Lovelace' },
  { name: 'customer', path: '/customers/ada', ready: 'Mood, and what moved it' },
  { name: 'customer-odd', path: `/customers/${encodeURIComponent(odd)}`, ready: 'Mood, and what moved it' },
  { name: 'agent', path: '/agent/ada', ready: 'What was said, and by whom' },
  { name: 'tasks', path: '/tasks', ready: 'What moved their mood' },
  { name: 'policy', path: '/policy', ready: 'Quiet hours' },
  { name: 'rejects', path: '/rejects', ready: 'Of an unknown type' },
  { name: 'audit', path: '/audit', ready: 'sam@acme.example' },
  { name: 'settings', path: '/settings', ready: 'Who you are' },
  { name: 'lost', path: '/nowhere', ready: 'Nothing has this address' },
];
