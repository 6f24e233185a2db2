/** Who may what: the API has the table; locally one chooses, to see what others see. */
export const ROLES = ['viewer', 'marketer', 'publisher', 'agent', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const ABOUT: Record<Role, string> = {
  viewer: 'reads',
  marketer: 'writes drafts, tries them, pauses',
  publisher: 'publishes',
  agent: 'sees customers and tasks, acts for them',
  admin: 'erases, exports, puts back, gives roles',
};
