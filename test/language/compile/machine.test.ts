import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { definitions, onboarding, renewal } from '../../support/definitions.ts';
import { validateAsl } from '../../support/validate-asl.ts';

const catalogue = compileCatalogue(definitions);

describe('a compiled machine', () => {
  it.each([onboarding, renewal])("is accepted by AWS's own validator", async (journey) => {
    expect(await validateAsl(compileMachine(journey, catalogue))).toEqual([]);
  });

  it('has the states of a journey in the order of writing, under the ids of its steps', () => {
    expect(Object.keys(compileMachine(onboarding, catalogue).States)).toEqual([
      'send-welcome',
      'send-welcome outcome',
      'send-welcome held',
      'send-welcome later',
      'wait',
      'choose facts',
      'choose',
      'send-team-tip',
      'send-team-tip outcome',
      'send-team-tip held',
      'send-team-tip later',
      'send-tip',
      'send-tip outcome',
      'send-tip held',
      'send-tip later',
      'listen-product-used',
      'listen-product-used decide',
      'listen-product-used answer',
      'send-survey',
      'send-survey outcome',
      'send-survey held',
      'send-survey later',
      'finish',
      'done',
    ]);
  });
});
