import { type Answer, askStage } from './stage.ts';

/** What a command line gives. */
export interface WhyFlags {
  at?: string;
  json?: boolean;
}

/** Why a customer of a stage got what they got, all pages of it. */
export const explainCustomer = async (
  stage: string,
  customer: string,
  flags: WhyFlags,
  ask = askStage,
): Promise<Answer> => {
  const lines: string[] = [];
  for (;;) {
    const page = await ask(stage, { command: 'why', customer, ...flags, after: lines.length });
    lines.push(...page.lines);
    if (page.next === undefined) return { ok: page.ok, lines };
  }
};
