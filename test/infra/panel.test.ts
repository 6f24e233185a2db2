import { expect, it } from 'vitest';
import { readEnvelope } from '../../functions/intake/envelope.ts';
import { PANEL_EVENT, PANEL_SOURCE } from '../../language/catalogue/panel.ts';
import { synth } from './support/synth.ts';

it('each week an event that intake reads is put on its queue, and lies with the dead letters if it cannot be', () => {
  const { main } = synth();
  const [[, rule] = []] = main
    .of('AWS::Events::Rule')
    .filter(([, { Properties }]) => Properties.Name === 'tactful-dev-panel');
  expect(rule?.Properties.ScheduleExpression).toBe('cron(0 9 ? * MON *)');
  const [target] = rule?.Properties.Targets ?? [];
  const { InputPathsMap, InputTemplate } = target.InputTransformer;
  const sent: Record<string, string> = { '$.id': 'e1', '$.time': '2026-03-09T09:00:00Z' };
  const envelope = Object.entries(InputPathsMap as Record<string, string>).reduce(
    (text, [name, path]) => text.replace(`<${name}>`, JSON.stringify(sent[path])),
    InputTemplate as string,
  );
  expect(readEnvelope(envelope)).toEqual({
    id: 'e1',
    source: PANEL_SOURCE,
    'detail-type': PANEL_EVENT,
    time: '2026-03-09T09:00:00Z',
    detail: {},
  });
  expect(target.DeadLetterConfig).toBeDefined();
});
