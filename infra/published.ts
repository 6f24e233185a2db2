import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
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

/** What a stage runs: every version that was published, as written and compiled, and which of them it is. Nothing of customers. */
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
        { prefix: 'jobs/', expiration: Duration.days(30) },
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
}
