import { Progress, Stack, Text } from '@mantine/core';
import type { Job } from '../../../functions/api/contract/jobs.ts';
import { Failure } from '../../shared/ui/failure.tsx';

/** How far long work is, and why it stopped. It goes on while one looks elsewhere. */
export const JobProgress = ({ job, error }: { job: Job | undefined; error: Error | null }) => {
  if (error) return <Failure error={error} />;
  if (job?.state === 'failed') {
    const step = job.progress.step === undefined ? '' : `It stopped at: ${job.progress.step}. `;
    return <Failure error={new Error(`${step}${job.problem?.detail ?? 'It says no more.'}`)} />;
  }
  if (job?.state !== 'running') return null;
  const { done, total, step } = job.progress;
  return (
    <Stack gap={4} role="status">
      <Text size="sm">
        {step ?? 'Working'} ({done} of {total})
      </Text>
      <Progress aria-label="How far it is" value={(done / Math.max(1, total)) * 100} animated />
    </Stack>
  );
};
