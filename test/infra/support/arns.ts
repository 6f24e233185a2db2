import type { Resource } from './synth.ts';

/** A value of a template as a text: `<Id>` for what a resource is referred to by, `<Id.Arn>` for an attribute of it. */
export const templateText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  const [[kind, of] = ['', '']] = Object.entries(value);
  if (kind === 'Ref') return `<${String(of).replace('AWS::', '')}>`;
  if (kind === 'Fn::GetAtt') return `<${(of as string[]).join('.')}>`;
  if (kind === 'Fn::Join') return (of as [string, unknown[]])[1].map(templateText).join((of as [string])[0]);
  if (kind === 'Fn::ImportValue') return templateText(of).replace(/^.*:ExportsOutput(?:Ref|FnGetAtt)/, 'import ');
  throw new TypeError(`A template has ${JSON.stringify(value)}, and nobody here reads that: add it to arns.ts.`);
};

/** Whether a text fits a pattern of IAM. */
const fits = (text: string, pattern: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  ).test(text);

export interface Statement {
  Effect: string;
  Action: string | string[];
  Principal?: { Service?: string | string[] };
  Resource?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

/** Templates write one thing as it is, and several as a list. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
export const listOf = (value: string | string[]): string[] => (Array.isArray(value) ? value : [value]);

export interface Publisher {
  service: string;
  action: string;
  /** Its ARN, in all the ways that templates write it. */
  arns: string[];
}

/** Whether a statement lets this publisher, and by its condition no stranger's resource of the same service. */
const admits = ({ Effect, Action, Principal, Condition = {} }: Statement, publisher: Publisher): boolean => {
  if (Effect !== 'Allow' || !list(Action).includes(publisher.action)) return false;
  if (!list(Principal?.Service).map(templateText).includes(publisher.service)) return false;
  const conditions = Object.values(Condition).flatMap((one) => Object.entries(one));
  const account = conditions.find(([key]) => key === 'aws:SourceAccount')?.[1];
  const arns = conditions
    .filter(([key]) => key === 'aws:SourceArn')
    .flatMap(([, value]) => list(value).map(templateText));
  if (arns.length > 0) return publisher.arns.some((arn) => arns.some((pattern) => fits(arn, pattern)));
  return account !== undefined && templateText(account) === '<AccountId>';
};

/** What a policy of a target says to a publisher. */
export const isAdmitted = (policies: Resource[], publisher: Publisher): boolean =>
  policies
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[])
    .some((statement) => admits(statement, publisher));
