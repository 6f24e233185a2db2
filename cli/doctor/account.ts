/** A sender as SES knows it. */
export interface SenderIdentity {
  verified: boolean;
  mailFrom?: { domain: string; status: string };
}

/** What SES lets the account send. */
export interface Sending {
  /** Out of the sandbox. */
  production: boolean;
  /** By its owner or by SES, for what it sent. */
  paused: boolean;
  /** Emails; -1 where there is no end. */
  daily: number;
  perSecond: number;
}

/** What End User Messaging lets the account send. */
export interface Texting {
  production: boolean;
  /** Numbers, pools and sender ids that it has. */
  origins: string[];
  /** Dollars a month. */
  spend?: number;
}

/** What can have a name that is taken, or stay behind. */
export type Kind =
  | 'table'
  | 'secret'
  | 'user pool'
  | 'bus'
  | 'queue'
  | 'schedule group'
  | 'email configuration set'
  | 'log group';

export interface Holder {
  /** It has been deleted, and its name is free only later. */
  leaving?: boolean;
  /** Of a table: there is nothing in it. */
  empty?: boolean;
}

export interface StackSeen {
  status: string;
  /** Ids of what it made, as CloudFormation knows them. */
  ids: string[];
}

/** Port: an AWS account in one region, as far as a first deploy has to know it. Nothing here changes anything. */
export interface Account {
  region: string;
  stack(name: string): Promise<StackSeen | undefined>;
  holder(kind: Kind, name: string): Promise<Holder | undefined>;
  identity(name: string): Promise<SenderIdentity | undefined>;
  sending(): Promise<Sending>;
  texting(): Promise<Texting>;
  /** How many functions may run at once, in all and beside what is reserved. */
  concurrency(): Promise<{ all: number; unreserved: number }>;
  /** How much of that a function has to itself already. */
  reserved(functionName: string): Promise<number>;
  /** Quotas of a service by name, as Service Quotas has them. */
  quotas(service: string): Promise<Record<string, number>>;
  /** Reads a text as intake would. */
  readText(reader: 'comprehend' | 'bedrock', model: string): Promise<void>;
}

/** You may not look at it. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
}

/** The service is not in this region. */
export class NotInRegion extends Error {
  override name = 'NotInRegion';
}

/** The service answered that something is wrong. */
export class NotSeen extends Error {
  override name = 'NotSeen';
}
