import { describe, expect, it } from 'vitest';
import { rulesBrokenWith, synth } from './support/synth.ts';

interface Statement {
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

/** What intake may do with Comprehend and Bedrock, and what it is told. */
const intake = (context: Record<string, unknown>) => {
  const { main } = synth(context);
  const [, fn] = main
    .of('AWS::Lambda::Function')
    .find(([, { Properties }]) => Properties.FunctionName === 'tactful-dev-intake')!;
  const statements = main
    .of('AWS::IAM::Policy')
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[])
    .filter(({ Action }) => /comprehend|bedrock/.test(JSON.stringify(Action)));
  return { statements, variables: fn.Properties.Environment.Variables as Record<string, string> };
};

describe('the reader of texts', () => {
  it('is the embedded one, which needs no right', () => {
    const { statements, variables } = intake({});
    expect(statements).toEqual([]);
    expect(variables.TEXT_READER).toBe('embedded');
  });

  it('by Comprehend may detect language and sentiment, which know no resource', () => {
    const { statements, variables } = intake({ textReader: 'comprehend' });
    const actions = statements.flatMap(({ Action }) => Action).filter((action) => !action.startsWith('xray:'));
    expect(actions).toEqual(['comprehend:DetectDominantLanguage', 'comprehend:DetectSentiment']);
    expect(statements.map(({ Resource }) => Resource)).toEqual(['*']);
    expect(variables.TEXT_READER).toBe('comprehend');
    expect(rulesBrokenWith({ textReader: 'comprehend' })).toEqual([]);
  });

  it('by a model of the region may invoke that model', () => {
    const { statements, variables } = intake({ textReader: 'bedrock', textModel: 'amazon.nova-micro-v1:0' });
    expect(statements).toHaveLength(1);
    expect(statements[0]?.Action).toBe('bedrock:InvokeModel');
    expect(JSON.stringify(statements[0]?.Resource)).toMatch(
      /AWS::Region.*::foundation-model\/amazon\.nova-micro-v1:0"/,
    );
    expect(variables.TEXT_MODEL).toBe('amazon.nova-micro-v1:0');
    expect(rulesBrokenWith({ textReader: 'bedrock', textModel: 'amazon.nova-micro-v1:0' })).toEqual([]);
  });

  it.each(['global', 'eu'])('by a %s inference profile may invoke it, and its model by it alone', (geography) => {
    const textModel = `${geography}.amazon.nova-2-lite-v1:0`;
    const { statements } = intake({ textReader: 'bedrock', textModel });
    const [profile, model] = statements;
    expect(statements).toHaveLength(2);
    expect(JSON.stringify(profile?.Resource)).toMatch(
      new RegExp(`AWS::Region.*AWS::AccountId.*inference-profile/${textModel}"`),
    );
    expect(JSON.stringify(model?.Resource)).toContain(':bedrock:*::foundation-model/amazon.nova-2-lite-v1:0');
    expect(model?.Condition).toEqual({ StringEquals: { 'bedrock:InferenceProfileArn': profile?.Resource } });
    expect(rulesBrokenWith({ textReader: 'bedrock', textModel })).toEqual([]);
  });
});
