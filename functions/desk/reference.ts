/** How a desk calls a task of ours in its own field: the task, and whose it is. No id of a task has a blank. */
export const referenceOf = (task: string, customer: string): string => `${task} ${customer}`;

export const readReference = (text: unknown): { task: string; customerId: string } | undefined => {
  const [, task, customerId] = (typeof text === 'string' && /^([^\s/]+\/[^\s]+) (.+)$/s.exec(text)) || [];
  return task !== undefined && customerId !== undefined ? { task, customerId } : undefined;
};
