import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { GestureKind, Gestures, GivenGesture, OpenChoice } from '../../../functions/api/contract/gestures.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useMay } from '../session/me.ts';
import { When } from '../time/when.tsx';
import { Answer, Loading } from '../ui/answer.tsx';
import { Badge } from '../ui/badge.tsx';
import { Breakable } from '../ui/breakable.tsx';
import { Panel } from '../ui/panel.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import type { Tone } from '../ui/tone.ts';
import { capital } from '../words/capital.ts';
import { amount, budgetInWords, costInWords } from '../words/gesture.ts';
import { type GestureRequest, GiveDialog } from './gesture-dialog.tsx';
import classes from './gestures.module.css';

const STATES: Record<GivenGesture['state'], { word: string; tone: Tone }> = {
  offered: { word: 'asked for', tone: 'wait' },
  given: { word: 'on its way', tone: 'wait' },
  confirmed: { word: 'done', tone: 'good' },
  failed: { word: 'not given', tone: 'bad' },
  reversed: { word: 'taken back', tone: 'plain' },
};

interface Acting {
  /** Undefined where one may not. */
  act?: ((request: GestureRequest) => void) | undefined;
}

const Kind = ({ kind, currency, act }: { kind: GestureKind; currency: string } & Acting) => {
  const { title, about, because, budgets } = kind;
  const left = budgets.map((budget) => budgetInWords(budget, currency));
  return (
    <Row
      about={
        <>
          {[costInWords(kind, currency), ...left].join(' · ')}
          {about && <span className={classes.about}>{about}</span>}
          {because !== undefined && <span className={classes.because}>Not now: {because}.</span>}
        </>
      }
    >
      <span className={classes.line}>
        <span className={classes.title}>{capital(title)}</span>
        {act && because === undefined && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Give: ${title}`}
            onClick={() => act({ act: 'give', kind: kind.kind, title })}
          >
            Give
          </Button>
        )}
      </span>
    </Row>
  );
};

const GestureRow = ({ givenGesture, zone, act }: { givenGesture: GivenGesture; zone: string } & Acting) => {
  const { gesture, title, state, at, by, because, from, until, mayTakeBack } = givenGesture;
  const { word, tone } = STATES[state];
  return (
    <Row
      about={
        <>
          <When at={at} zone={zone} />, by {by === undefined ? 'a journey' : <Breakable>{by}</Breakable>}
          {because !== undefined && `: ${because}`}
          {state === 'given' && until !== undefined && (
            <>
              , to be confirmed by <When at={until} zone={zone} />
            </>
          )}
          {from !== undefined && <span className={classes.about}>They chose it, of: {from.join(', ')}.</span>}
        </>
      }
    >
      <span className={classes.line}>
        <span className={classes.title}>
          {capital(title)} <Badge tone={tone}>{word}</Badge>
        </span>
        {act && mayTakeBack && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`Take back: ${title}`}
            onClick={() => act({ act: 'take-back', gesture, title })}
          >
            Take back
          </Button>
        )}
      </span>
    </Row>
  );
};

/** What would help, as they were asked: what they may choose from, and what they said. */
const WhatWasOffered = ({ choice: { offered, chose, person, until }, zone }: { choice: OpenChoice; zone: string }) => (
  <Row
    about={
      <>
        Offered: {offered.join(', ')}
        {until !== undefined && (
          <>
            , to choose by <When at={until} zone={zone} />
          </>
        )}
      </>
    }
  >
    <span className={classes.title}>
      {person
        ? 'They would rather hear from a person'
        : chose === undefined
          ? 'They have not chosen yet'
          : `They chose: ${chose}`}
    </span>
  </Row>
);

const Heading = ({ children }: { children: string }) => (
  <Text component="h3" size="sm" fw={600} mb={4}>
    {children}
  </Text>
);

const Left = ({ gestures: { budgets, currency } }: { gestures: Gestures }) => (
  <ul className={classes.budgets} aria-label="What is left">
    {budgets.map((budget) => (
      <li key={budget.scope}>
        <strong>{amount(budget.most - budget.used, budget, currency)}</strong> {budgetInWords(budget, currency, 'left')}
      </li>
    ))}
  </ul>
);

/** How long until it is asked again whether something is on its way, in milliseconds. */
const SOON = 2000;

/** What may be given to somebody now, by whoever looks; what is left, why not, and what they were given. */
export const GesturesPanel = ({ customer, zone }: { customer: string; zone: string }) => {
  const may = useMay();
  const [request, setRequest] = useState<GestureRequest>();
  const [requestedId, setRequestedId] = useState<string>();
  const [isAsked, setIsAsked] = useState(false);
  const query = useAnswer('listGestures', { params: { customer } }, isAsked ? { refetchInterval: SOON } : {});
  const { data } = query;
  const requestedGesture = data?.given.find(({ gesture }) => gesture === requestedId);
  // What was asked for is decided a moment later.
  const isOpen = requestedId !== undefined && (requestedGesture === undefined || requestedGesture.state === 'offered');
  if (isAsked !== isOpen) setIsAsked(isOpen);
  if (data && data.kinds.length === 0 && data.given.length === 0 && !data.choices) return null;
  const act = may('giveGesture') ? setRequest : undefined;
  return (
    <Panel title="Gestures">
      <Answer query={query} loading={<Loading label="Loading what may be given" />}>
        {(gestures) => (
          <>
            <Left gestures={gestures} />
            {gestures.choices && (
              <section className={classes.part} aria-label="What would help">
                <Heading>What would help</Heading>
                <Rows>
                  {gestures.choices.map((choice) => (
                    <WhatWasOffered key={choice.journey + choice.offered.join()} choice={choice} zone={zone} />
                  ))}
                </Rows>
              </section>
            )}
            {gestures.given.length > 0 && (
              <section className={classes.part} aria-label="Given lately">
                <Heading>Given lately</Heading>
                <Rows>
                  {gestures.given.map((givenGesture) => (
                    <GestureRow key={givenGesture.gesture} givenGesture={givenGesture} zone={zone} act={act} />
                  ))}
                </Rows>
              </section>
            )}
            <section className={classes.part} aria-label="What may be given">
              <Heading>What may be given</Heading>
              <Rows>
                {gestures.kinds.map((kind) => (
                  <Kind key={kind.kind} kind={kind} currency={gestures.currency} act={act} />
                ))}
              </Rows>
            </section>
          </>
        )}
      </Answer>
      <GiveDialog customer={customer} request={request} close={() => setRequest(undefined)} done={setRequestedId} />
    </Panel>
  );
};
