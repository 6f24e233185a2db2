import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../cli/program.ts';
import { synth, workflows } from './support/synth.ts';

const doc = readFileSync('docs/runbook.md', 'utf8');
const CENSUS = readFileSync('functions/census/figures.ts', 'utf8');

/** Headings as links have them. */
const anchors = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

/** With a service that reads texts, a reader of inboxes and a desk, so that each alarm there can be is there. */
const parts = { textReader: 'comprehend', inbox: 'on', desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' };
const alarms = synth({ stage: 'production', ...parts })
  .operations.of('AWS::CloudWatch::Alarm')
  .map(([, { Properties }]) => Properties);
const idOf = (name: unknown): string => String(name).replace('tactful-production-', '').replace(/-\d+$/, '');
/** Alarms that share a heading by it. */
const names = [...new Set(alarms.map(({ AlarmName }) => idOf(AlarmName)))];

/** Lines of the command line, also those within a sentence. */
const commands = [...doc.matchAll(/`(tactful [^`]+)`|^(tactful .+)$/gm)].map(([, within, line]) =>
  (within ?? line ?? '').replace(/\s+[>|#].*$/, ''),
);

/** Commands that are several: what is asked of them is part of their name. */
const SEVERAL = ['keys'];

const nameOf = ([, command = '', next = '']: string[]): string =>
  SEVERAL.includes(command) ? `${command} ${next}` : command;

const help = async (command: string): Promise<string> => {
  const lines: string[] = [];
  await runProgram([...command.split(' '), '--help'], { out: (line) => lines.push(line), err: () => {} });
  return lines.join('\n');
};

describe('docs/runbook.md', () => {
  it('has a heading for each alarm, which its description names, and for none that is not', () => {
    const [, body = ''] = /(## Events[\s\S]*)\n## Without an alarm/.exec(doc) ?? [];
    const described = [...body.matchAll(/^### (.+)$/gm)].map(([, name]) => name);
    expect(described.toSorted()).toEqual(names.toSorted());
    for (const { AlarmDescription, AlarmName } of alarms) {
      const id = idOf(AlarmName);
      expect(AlarmDescription).toContain(`docs/runbook.md under ${id}.`);
    }
  });

  it('says of each what it means, where to look, what mends it and when it is over', () => {
    const [, body = ''] = /(## Events[\s\S]*)\n## Without an alarm/.exec(doc) ?? [];
    // Headings that follow each other share one text.
    const texts = body.split(/^###? .+$/m).filter((text) => text.trim() !== '');
    for (const text of texts) {
      expect(text).toMatch(/\*\*Means:\*\*[\s\S]*\*\*Look[\s\S]*[Mm]end:\*\*[\s\S]*\*\*Over when\*\*/);
    }
  });

  it('names commands of ours that there are, with options that they take', async () => {
    const lines = commands.map((line) => line.split(/\s+/));
    expect(lines.length).toBeGreaterThan(15);
    const names = [...new Set(lines.map(nameOf))];
    const helpByName = new Map(await Promise.all(names.map(async (name) => [name, await help(name)] as const)));
    for (const line of lines) {
      const command = nameOf(line);
      expect(helpByName.get(command)).toContain(`tactful ${command}`);
      const options = line.filter((word) => word.startsWith('--'));
      for (const option of options) expect(helpByName.get(command), command).toContain(option);
    }
  });

  it('names the stage in each command that asks one', () => {
    const onStage = [...doc.matchAll(/^tactful (?:pause|paused|resume|redrive)\b.*$/gm)].map(([line]) => line);
    expect(onStage.length).toBeGreaterThan(5);
    for (const line of onStage) expect(line).toContain(' --stage production');
  });

  it('names a journey, an archive and links that there are', () => {
    for (const [, journey = ''] of doc.matchAll(/tactful (?:pause|resume) ([a-z-]+)/g)) {
      expect(Object.keys(workflows.catalogue.journeys)).toContain(journey);
    }
    for (const [, file, anchor = ''] of doc.matchAll(/\]\(([\w.]*)#([\w-]+)\)/g)) {
      expect(anchors(file ? readFileSync(`docs/${file}`, 'utf8') : doc)).toContain(anchor);
    }
  });

  it('names under census-late each alarm that rests on what census counts', () => {
    const figures = [...CENSUS.matchAll(/'([A-Z]\w+)'/g)].map(([, name]) => name);
    expect(figures).toContain('Entered');
    const resting = alarms.filter((alarm) => {
      const read = (alarm.Metrics ?? [{ MetricStat: { Metric: alarm } }]) as {
        MetricStat?: { Metric: { Namespace: string; MetricName: string } };
      }[];
      return read.some(
        ({ MetricStat }) =>
          MetricStat?.Metric.Namespace === 'Tactful' && figures.includes(MetricStat.Metric.MetricName),
      );
    });
    const [, late = ''] = /### census-late\n([\s\S]*?)\n### /.exec(doc) ?? [];
    expect(resting.map(({ AlarmName }) => idOf(AlarmName)).filter((id) => !late.includes(`(#${id})`))).toEqual([]);
    expect(resting.length).toBeGreaterThan(2);
  });
});
