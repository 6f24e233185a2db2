import * as z from 'zod';

/** RFC 9457, as the API answers whatever it refuses: a sentence in `detail`. */
const Problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  /** Of a 403: the roles that may. */
  roles: z.array(z.string()).optional(),
});

/** What the API refused, in a sentence for people. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  readonly title: string;
  readonly roles: readonly string[];

  constructor(status: number, title: string, detail: string, roles: readonly string[] = []) {
    super(detail);
    this.status = status;
    this.title = title;
    this.roles = roles;
  }
}

/** No answer at all. */
export class Unreachable extends Error {
  override name = 'Unreachable';

  constructor(options?: ErrorOptions) {
    super('The console got no answer. Look whether you are online, and whether Tactful runs; then try again.', options);
  }
}

/** An answer that this console cannot read: it is older or newer than the API. */
export class NotUnderstood extends Error {
  override name = 'NotUnderstood';

  constructor(path: string, options?: ErrorOptions) {
    super(
      `What ${path} answered is not what this page expects, so it is from another version than the page. Load the page again.`,
      options,
    );
  }
}

const TITLES: Record<number, string> = {
  401: 'Please sign in again',
  403: 'This needs another role',
  404: 'Nothing is here',
  409: 'Somebody was faster',
  412: 'Somebody was faster',
  413: 'This is too much at once',
  429: 'Too many questions at once',
};

/** The problem that a refusal tells of, whatever shape it has. */
export const problemOf = async (response: Response): Promise<ApiProblem> => {
  const text = await response.text();
  const read = Problem.safeParse(parsed(text));
  const { title, detail, roles } = read.success ? read.data : {};
  return new ApiProblem(
    response.status,
    title ?? TITLES[response.status] ?? 'This did not work',
    detail ??
      `The API answered ${response.status} and no reason. Try again; if it stays so, tell whoever runs Tactful.`,
    roles,
  );
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
