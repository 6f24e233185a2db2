import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { type Alarms, counted } from './alarm.ts';
import type { TactfulFunction } from './function.ts';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';

type ReaderSettings = Pick<Settings, 'textReader' | 'textModel'>;

/** What intake is told of who reads texts. */
export const textReaderEnvironment = ({ textReader, textModel }: ReaderSettings): Record<string, string> => ({
  TEXT_READER: textReader,
  TEXT_MODEL: textModel,
});

/** Why a service did not read a text, as intake counts it. */
const NOT_READ = ['timed-out', 'refused', 'malformed', 'failed'];

/** Rings where a service was chosen that does not answer. */
export const watchTextReader = (
  alarms: Alarms,
  { textReader, stage }: Pick<Settings, 'textReader' | 'stage'>,
): void => {
  if (textReader === 'embedded') return;
  const texts = NOT_READ.map((Reason) => counted({ stage }, 'TextFallbacks', { by: { Reader: textReader, Reason } }));
  alarms.addSum('texts-not-read', texts, {
    label: 'Texts that the service did not read',
    threshold: 20,
    about: `Twenty texts in five minutes were not read by ${textReader}, and by the embedded reader instead.`,
  });
};

/** An inference profile of Bedrock's own: a geography, or `global`, before the model's id. */
const PROFILE = /^(?:[a-z]{2,6}|us-gov)\.([a-z0-9-]+\..+)$/;

/** Lets the function ask the reader that was chosen, and nothing where that is the embedded one. */
export const allowTextReader = (fn: TactfulFunction, { textReader, textModel }: ReaderSettings): void => {
  if (textReader === 'comprehend') allowComprehend(fn);
  if (textReader === 'bedrock') allowBedrock(fn, textModel);
};

const allowComprehend = (fn: TactfulFunction): void => {
  fn.allow(['comprehend:DetectDominantLanguage', 'comprehend:DetectSentiment'], ['*']);
  accept(fn.lambda.role!, 'IAM5[Resource::*]', 'Traces and what Comprehend detects in a text know no resource.');
};

const allowBedrock = (fn: TactfulFunction, textModel: string): void => {
  const arnOf = (parts: { resource: string; resourceName: string; account?: string; region?: string }) =>
    Stack.of(fn).formatArn({ service: 'bedrock', arnFormat: ArnFormat.SLASH_RESOURCE_NAME, ...parts });
  const [, routed] = PROFILE.exec(textModel) ?? [];
  if (routed === undefined) {
    fn.allow(['bedrock:InvokeModel'], [arnOf({ resource: 'foundation-model', resourceName: textModel, account: '' })]);
    return;
  }
  const profile = arnOf({ resource: 'inference-profile', resourceName: textModel });
  fn.allow(['bedrock:InvokeModel'], [profile]);
  // Bedrock picks the region of each call, and for a global profile none.
  const models = arnOf({ resource: 'foundation-model', resourceName: routed, account: '', region: '*' });
  fn.allow(['bedrock:InvokeModel'], [models], { StringEquals: { 'bedrock:InferenceProfileArn': profile } });
  accept(
    fn.lambda.role!,
    `IAM5[Resource::arn:<AWS::Partition>:bedrock:*::foundation-model/${routed}]`,
    'One model, in whichever region its inference profile sends the call to, and only by that profile.',
  );
};
