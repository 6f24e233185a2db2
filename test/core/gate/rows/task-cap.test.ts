import { describe, expect, it } from 'vitest';
import { gate, gateWork } from '../../../../core/gate/gate.ts';
import { DAY } from '../../../../language/catalogue/milliseconds.ts';
import { catalogue, moment, policy } from '../../../support/catalogue.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, ask, trouble } from '../support.ts';

const days = 86_400;
const call = moment('call', { channels: ['agent'], purpose: 'care' });
const chat = moment('chat', { channels: ['agent'], purpose: 'care' });
const deps = (caps = { tasks: { count: 1, seconds: 2 * days } }) => ({
  catalogue: catalogue({ moments: { call, chat }, policy: { ...policy, caps } }),
  paused: new Set<string>(),
});
const about = (name: string, more = {}) => ask({ moment: name, step: `task-${name}`, ...more });
const calledAgo = (ago: number) => ada({ worked: { 'task/call': [T0 - ago] } });

describe('task-cap', () => {
  it('leaves the same work out while a colleague has it, and no other', () => {
    const state = calledAgo(DAY);
    expect(gateWork(state, about('call'), T0, deps())).toEqual({ outcome: 'suppressed', reason: 'task-cap' });
    expect(gateWork(state, about('chat'), T0, deps())).toMatchObject({ outcome: 'clear' });
    expect(gateWork(calledAgo(2 * DAY), about('call'), T0, deps())).toMatchObject({ outcome: 'clear' });
    expect(gateWork(state, about('call'), T0, deps({} as never))).toMatchObject({ outcome: 'clear' });
  });

  it('is also the cap of the moment, and of the step', () => {
    const capped = { ...deps({} as never) };
    capped.catalogue.moments.call = { ...call, cap: { count: 1, seconds: 9 * days } };
    expect(gateWork(calledAgo(8 * DAY), about('call'), T0, capped)).toMatchObject({ reason: 'task-cap' });
    const cap = { count: 2, seconds: 9 * days };
    const twice = ada({ worked: { 'step/hello/task-chat': [T0 - 2 * DAY, T0 - DAY] } });
    expect(gateWork(twice, about('chat', { cap }), T0, deps())).toMatchObject({ reason: 'task-cap' });
    const once = ada({ worked: { 'step/hello/task-chat': [T0 - DAY] } });
    expect(gateWork(once, about('chat', { cap }), T0, deps())).toMatchObject({ outcome: 'clear' });
  });

  it('leaves out work that would take the place of a message', () => {
    const { catalogue: all, paused } = deps();
    all.moments.welcome = moment('welcome', { whenIncident: { person: 'call' } });
    const state = { ...calledAgo(DAY), incidents: trouble };
    expect(gate(state, ask(), T0, { catalogue: all, paused })).toEqual({
      outcome: 'suppressed',
      reason: 'task-cap',
      instead: 'call',
    });
    expect(gate({ ...state, worked: {} }, ask(), T0, { catalogue: all, paused })).toMatchObject({
      outcome: 'escalated',
    });
  });
});
