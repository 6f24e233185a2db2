/** What we say on the bus under names of our own, beside the events that every project has. */
export const BUS_EVENTS = {
  taskGiven: 'agent.task_created',
  taskAlone: 'agent.task_alone',
  taskClosed: 'agent.task_closed',
  replyReceived: 'desk.reply_received',
  messageReady: 'message.ready',
} as const;
