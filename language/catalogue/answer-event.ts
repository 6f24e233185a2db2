import type { EventType } from './event.ts';

type Shape = Pick<EventType, 'customer' | 'id' | 'fields'>;

/** An answer: to which decision or moment, and a score on a scale, or a word. `id` is its key. */
export interface AnswerContent {
  customerId: string;
  id: string;
  answers: string;
  scale?: string;
  score?: number;
  word?: string;
  text?: string;
}

const NEEDED = ['answers', 'scale', 'score', 'word'];

const takes = (type: EventType['fields'][string] | undefined, name: string, value: unknown): boolean => {
  if (type === undefined) return false;
  if (name === 'score') return type.type === 'number';
  if (name === 'scale' || name === 'word')
    return type.type === 'text' || (Array.isArray(type.type) && type.type.includes(String(value)));
  return type.type === 'text';
};

/** Fields of an answer. An event type has room for it where it declares these, and needs nothing else but whose it is and a key. */
export const answerFields = (
  { customer, id, fields }: Shape,
  answer: AnswerContent,
): Record<string, unknown> | undefined => {
  const values: Record<string, unknown> = {
    [customer]: answer.customerId,
    ...(id === undefined ? {} : { [id]: answer.id }),
    ...answer,
  };
  const names = Object.keys(fields).filter(
    (name) => Object.hasOwn(values, name) && takes(fields[name], name, values[name]),
  );
  const isTaken = NEEDED.every((name) => !Object.hasOwn(answer, name) || names.includes(name));
  const isWhole = Object.entries(fields).every(([name, { optional }]) => optional || names.includes(name));
  return isTaken && isWhole ? Object.fromEntries(names.map((name) => [name, values[name]])) : undefined;
};

/** An answer as an event of the project, of the first type by name that has room for it. */
export const answerEvent = (
  events: Iterable<readonly [string, Shape & Pick<EventType, 'ours' | 'feedback'>]>,
  answer: AnswerContent,
): { type: string; fields: Record<string, unknown> } | undefined => {
  for (const [type, shape] of [...events].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const fields = shape.ours || shape.feedback ? undefined : answerFields(shape, answer);
    if (fields) return { type, fields };
  }
  return undefined;
};
