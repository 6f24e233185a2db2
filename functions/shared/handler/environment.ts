import type { z } from 'zod';

/** A function was deployed without something it needs. */
export class EnvironmentInvalid extends Error {
  override name = 'EnvironmentInvalid';
}

/** The variables that a function names, checked; the message of what it throws lists each that is missing or wrong. */
export const readEnvironment = <Shape extends z.ZodType>(
  schema: Shape,
  env: Record<string, string | undefined>,
): z.infer<Shape> => {
  const read = schema.safeParse(env);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return env[name] === undefined ? `${name} is missing` : `${name}: ${message}`;
  });
  throw new EnvironmentInvalid(`${problems.join('; ')}. The stack sets these; deploy it again.`);
};
