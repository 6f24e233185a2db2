import type { ReactNode } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { NowContext } from '../time/now.ts';
import { MeContext } from './me.ts';

const MINUTE = 60_000;

/** Says to all pages who one is, and what time it is on the stage: locally that is virtual. */
export const MeProvider = ({ children }: { children: ReactNode }) => {
  const { data } = useAnswer('me', {}, { refetchInterval: MINUTE });
  return (
    <MeContext value={data}>
      <NowContext value={data ? Date.parse(data.now) : undefined}>{children}</NowContext>
    </MeContext>
  );
};
