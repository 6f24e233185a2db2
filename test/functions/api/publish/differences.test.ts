import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../../functions/api/publish/differences.ts';
import { filesWith, withStep, withSubject } from './support.ts';

const journeyWith = (steps: string, more = '') => `journey: trial
title: Trial
about: Somebody tries it.
purpose: relationship
enter: { on: trial.started, again: never }
${more}steps:
${steps}`;

describe('what a publication would change', () => {
  it('of copy is a file, and no journey', async () => {
    expect(await differencesOf(filesWith(), withSubject('Another'))).toEqual({
      files: [{ path: 'moments/tip.md', state: 'changed' }],
      journeys: [],
      needsDeploy: [],
    });
  });

  it('is by the steps of a journey: which came, went and changed, and how many stand where they are gone', async () => {
    const after = filesWith({
      'journeys/trial.yaml': journeyWith('  - wait: 5 days\n    id: break\n  - send: tip\n    id: first-tip\n'),
    });
    const { journeys } = await differencesOf(filesWith(), after, async (journey) =>
      Object.fromEntries(journey === 'trial' ? [['pause', 12]] : []),
    );
    expect(journeys).toEqual([
      { journey: 'trial', state: 'changed', came: ['break'], changed: [], went: [{ step: 'pause', people: 12 }] },
    ]);
  });

  it('a step under another id came and went nowhere, where the journey says so', async () => {
    const after = filesWith({
      'journeys/trial.yaml': journeyWith(
        '  - wait: 3 days\n    id: break\n  - send: tip\n    id: first-tip\n',
        'renamed: { pause: break }\n',
      ),
    });
    const { journeys } = await differencesOf(filesWith(), after);
    expect(journeys).toMatchObject([{ came: [], went: [] }]);
  });

  it('nobody has counted: the step is named without a number', async () => {
    const { journeys } = await differencesOf(withStep(), filesWith());
    expect(journeys).toMatchObject([{ state: 'changed', went: [{ step: 'second-tip' }] }]);
    expect(journeys[0]?.went[0]).not.toHaveProperty('people');
  });

  it('of a source that is new says that it takes a deploy', async () => {
    const [, events] = filesWith();
    const from = `${events?.text}  from: { source: shop.example, detail-type: Trial, fields: { customerId: detail.id } }\n`;
    const { needsDeploy } = await differencesOf(filesWith(), filesWith({ 'events.yaml': from }));
    expect(needsDeploy).toEqual([
      'Events "shop.example Trial" come in once the stage is deployed: the rule that brings them is made by a deploy.',
    ]);
  });
});
