import { describe, expect, it } from 'vitest';
import type { Step } from '../../../language/catalogue/definition.ts';
import { catalogueOf } from '../../language/compile/run.ts';
import { send } from '../../support/definitions.ts';
import { DAY, life, T0 } from './review-life.ts';

const DAYS = 86_400;
const NIGHT = T0 + (12 * DAY) / 24;

const SEND: Step[] = [send('first', 'tip'), send('second', 'survey')];

describe('a step that sends where it waited before', () => {
  it('has all of its patience', async () => {
    const ada = life(catalogueOf([{ kind: 'wait', id: 'first', seconds: 30 * DAYS }, send('second', 'survey')]));
    await ada.event('customer.signed_up');
    await ada.task('first');
    ada.clock.now = NIGHT + 30 * DAY;
    ada.publish(catalogueOf(SEND));
    expect(await ada.task('first')).toBe('later');
    expect(ada.outcomes()).toEqual(['first@1 held quiet-hours']);
  });
});
