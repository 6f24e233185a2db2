import type { OperatorAnswer } from '../../functions/operate/command.ts';
import { askStage } from './ask-stage.ts';

/** Why a customer of a stage got what they got, all pages of it. */
export const explainOnStage = async (
  stage: string,
  customer: string,
  { at, json }: { at?: string; json?: boolean },
  ask = askStage,
): Promise<OperatorAnswer> => {
  const lines: string[] = [];
  for (;;) {
    const page = await ask(stage, { command: 'why', customer, at, json, after: lines.length });
    lines.push(...page.lines);
    if (page.next === undefined) return { ok: page.ok, lines };
  }
};
