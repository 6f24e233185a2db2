import type * as z from 'zod';

/** What goes over the wire by one route: its request and the answer where all went well. Every other answer is a Problem. */
export interface Route {
  /** For who reads the OpenAPI: what it does. */
  says: string;
  /** What stands in braces in its path. */
  params?: z.ZodObject;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  body?: z.ZodType;
  /** The body is read as text: JSON in several shapes. */
  takesText?: true;
  /** 202: the work goes on as a job. */
  status?: 200 | 201 | 202;
  answer: z.ZodType;
  /** Headers of the answer. */
  answerHeaders?: z.ZodObject;
}

/** A route as it is written, with all its types. */
export const route = <const Written extends Route>(definition: Written): Written => definition;
