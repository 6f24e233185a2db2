import { Button } from '@mantine/core';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { inWords } from '../time/format.ts';
import classes from './notice.module.css';

/** An answer that nothing newer came for. */
interface OldAnswer {
  element: HTMLElement;
  why: string;
  retry: () => void;
}

interface OldAnswers {
  all: readonly OldAnswer[];
  /** What it answers takes it away again. */
  add: (old: OldAnswer) => () => void;
}

const OldAnswersContext = createContext<OldAnswers>({ all: [], add: () => () => {} });

/** Knows all of a page that nothing newer came for, so that it says why once. */
export const OldAnswersProvider = ({ children }: { children: ReactNode }) => {
  const [all, setAll] = useState<readonly OldAnswer[]>([]);
  const add = useCallback((old: OldAnswer) => {
    setAll((others) => [...others, old]);
    return () => setAll((others) => others.filter((other) => other !== old));
  }, []);
  const value = useMemo(() => ({ all, add }), [all, add]);
  return <OldAnswersContext value={value}>{children}</OldAnswersContext>;
};

/** Both stand on the page, or in one dialog: what is behind a dialog tells nobody. */
const areSeenTogether = (one: OldAnswer, other: OldAnswer): boolean =>
  one.element.closest('[role=dialog]') === other.element.closest('[role=dialog]');

const isBefore = (one: OldAnswer, other: OldAnswer): boolean =>
  (one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

export interface OutdatedProps {
  error: Error;
  /** Milliseconds, by the clock of this machine. */
  at: number;
  retry: () => void;
}

/** Says how old what is shown is. The first with a reason says that reason too, and tries again for all that have it. */
export const Outdated = ({ error: { message: why }, at, retry }: OutdatedProps) => {
  const { all, add } = useContext(OldAnswersContext);
  const [own, setOwn] = useState<OldAnswer>();
  const ref = useRef<HTMLDivElement>(null);
  const retryNow = useRef(retry);
  useLayoutEffect(() => {
    retryNow.current = retry;
  });
  useLayoutEffect(() => {
    if (!ref.current) return undefined;
    const old = { element: ref.current, why, retry: () => retryNow.current() };
    setOwn(old);
    return add(old);
  }, [add, why]);
  const alike = own ? all.filter((other) => other.why === why && areSeenTogether(own, other)) : [];
  if (own && alike.some((other) => isBefore(other, own)))
    return (
      <div ref={ref} className={classes.since}>
        As it was on {inWords(at, 'moment')}.
      </div>
    );
  return (
    <div ref={ref} className={classes.outdated} role="status">
      <p className={classes.about}>
        <strong>This is as it was on {inWords(at, 'moment')}, by your clock.</strong> {why}
      </p>
      <Button size="compact-sm" variant="default" onClick={() => alike.forEach((other) => void other.retry())}>
        Try again
      </Button>
    </div>
  );
};
