import type * as z from 'zod';

/** What the contract says of a route (functions/api/contract/), as far as the client needs it. */
export interface Route {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Parts in braces are in `params`. */
  path: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  body?: z.ZodType;
  answer: z.ZodType;
}

type Part<Name extends 'params' | 'query' | 'body' | 'headers', One extends Route> =
  One extends Record<Name, infer Schema extends z.ZodType>
    ? Record<Name, z.input<Schema>> extends infer Given
      ? Name extends 'params' | 'body'
        ? Given
        : Partial<Given>
      : never
    : unknown;

/** What one has to say to ask a route. */
export type Asked<One extends Route> = Part<'params', One> &
  Part<'query', One> &
  Part<'body', One> &
  Part<'headers', One>;

export type Answered<One extends Route> = z.output<One['answer']>;
