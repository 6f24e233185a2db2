import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { OperatorCommand } from '../../operate/command.ts';
import type { Proof } from '../../operate/proof.ts';
import { type Right, rightOf } from '../../operate/rights.ts';

export { LambdaClient } from '@aws-sdk/client-lambda';

/** A function of an operator's failed at what the console asked of it. */
export class OperatorFailed extends Error {
  override name = 'OperatorFailed';
}

const Answered = z.looseObject({
  ok: z.boolean(),
  lines: z.array(z.string()),
  items: z.array(z.unknown()).default([]),
});

/** Asks a function of operators, which alone has the rights for it. */
export type AskOperator = (command: OperatorCommand) => Promise<z.infer<typeof Answered>>;

/** Proves by IAM that it is us who ask. */
type Sign = (right: Right, command: OperatorCommand) => Promise<Proof>;

/** Of such a command the function believes nobody but the console who says it. */
const isInAName = ({ command }: OperatorCommand): boolean => command === 'answer-crowd';

/** The functions of operators, by Lambda. Each writes down what it was asked, too. */
export const createLambdaOperators =
  (client: LambdaClient, functions: Partial<Record<Right, string>>, sign: Sign): AskOperator =>
  async (command) => {
    const FunctionName = functions[rightOf(command)];
    if (FunctionName === undefined) throw new OperatorFailed(`The console may not ask ${command.command} of anybody.`);
    const proof = isInAName(command) ? { proof: await sign(rightOf(command), command) } : {};
    const Payload = JSON.stringify({ ...command, ...proof });
    const answer = await client.send(new InvokeCommand({ FunctionName, Payload }));
    const text = new TextDecoder().decode(answer.Payload);
    if (answer.FunctionError !== undefined)
      throw new OperatorFailed(`${command.command} failed. The log of ${FunctionName} says where.`);
    return Answered.parse(JSON.parse(text));
  };
