import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';

/** As functions/shared/published.s3.ts has it. */
const POINTER = 'published.json';

/** A function of ours. */
interface Reader {
  lambda: Lambda;
  allow(actions: string[], resources: string[]): void;
}

/**
 * What a stage runs: every version that was published, as written and compiled, and which of them it is. Of customers it
 * has nothing but what is tried in the console, in `jobs/`, for a day or two.
 */
export class Published extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { kept }: Settings) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Workflows', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(90) },
        // What a play was asked with, and whom a backtest is about, must not outlive an erasure for long.
        { prefix: 'jobs/', expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
      ],
      removalPolicy: kept ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    accept(this.bucket, 'S1', 'Each version says who published it and why; only our own functions come here.');
  }

  /** Lets a function decide by what is published. */
  letRead(fn: Reader): void {
    fn.allow(['s3:GetObject'], [this.bucket.arnForObjects(POINTER)]);
    fn.lambda.addEnvironment('WORKFLOWS_BUCKET', this.bucket.bucketName);
  }

  /** Lets a function read every version, write the draft, and keep what becomes of work. What is published it cannot touch. */
  letWrite(fn: Reader): void {
    this.letRead(fn);
    const objects = (...folders: string[]) => folders.map((folder) => this.bucket.arnForObjects(`${folder}*`));
    fn.allow(['s3:GetObject'], objects('versions/', 'draft/', 'jobs/'));
    fn.allow(['s3:PutObject'], objects('draft/', 'jobs/try-'));
    fn.allow(['s3:DeleteObject'], objects('draft/'));
    // Without it what is not there is answered as what may not be read.
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    const id = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    for (const folder of ['versions/', 'draft/', 'jobs/', 'jobs/try-']) {
      accept(
        fn.lambda.role!,
        `IAM5[Resource::<${id}.Arn>/${folder}*]`,
        'Versions, files of the draft and work, which nobody knows beforehand.',
      );
    }
  }
}
