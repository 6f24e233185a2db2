import type { Policy } from '../catalogue/policy.ts';
import { WrittenPolicy } from './policy-schema.ts';
import { readShape } from './yaml/shape.ts';
import type { Source } from './yaml/source.ts';

export const readPolicy = (source: Source): Policy | undefined => {
  const policy = source.sound ? readShape(WrittenPolicy, source.value ?? undefined, source) : undefined;
  if (!policy) return undefined;
  if (policy.mood.strong > policy.mood.negative)
    source.report(['mood', 'strong'], '`strong` is a mood worse than `negative`: give it the lower number');
  if (policy.quietHours && policy.quietHours.from === policy.quietHours.to)
    source.report(['quietHours'], 'quiet hours from and to the same time: leave them out, or give them a length', true);
  return policy;
};
