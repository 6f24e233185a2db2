/** Stands in for a handler: answers what it was given. */
export const handler = async (event: unknown) => ({
  outcome: 'done',
  customer: {},
  event,
});
