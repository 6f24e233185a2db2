import type { DeskEvent } from './kind.ts';

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The task that an event is about, or the reply; else the event itself. */
export const subjectOf = ({ id, detail: { decision, task, reply } }: DeskEvent): string =>
  textOf(decision) ?? textOf(task) ?? textOf(reply) ?? id;

/** The bus gives an event another id where it is published again, which a desk would take for another event. */
export const withLastingId = (event: DeskEvent): DeskEvent => {
  const { status } = event.detail;
  return { ...event, id: `${subjectOf(event)}${textOf(status) === undefined ? '' : `/${status}`}` };
};
