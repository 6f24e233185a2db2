import type { Answer, DeskRequest } from './kind.ts';

/** A request to a desk, whole. */
export interface Post {
  method: DeskRequest['method'];
  url: URL;
  headers: Record<string, string>;
  /** Empty where something is only looked at. */
  body: string;
}

/** Port: asks a desk once. Throws where it does not answer, or may not be asked. */
export type PostToDesk = (post: Post) => Promise<Answer>;

/** Port: asks a desk of its kind's request, in a way by which it knows who asks. `id` is the same whenever the same is told again. */
export type SendToDesk = (request: DeskRequest, id: string) => Promise<Answer>;

/** A desk's address leads into our own network. */
export class DeskNotPublic extends Error {
  override name = 'DeskNotPublic';
  constructor(host: string) {
    super(`${host} is no address of the internet: nothing is posted there. Set deskUrl to the desk's own address.`);
  }
}

/** The desk answered anything but that it is done: the queue brings the event again. */
export class DeskRefused extends Error {
  override name = 'DeskRefused';
  readonly answer: Answer;
  /** What the desk wrote stays out of the message: it may repeat what it was sent. */
  constructor(answer: Answer) {
    const { status, why = '' } = answer;
    super(`The desk answered ${status}${why && `, ${why}`}. What was posted comes again, later each time.`);
    this.answer = answer;
  }
  /** Whether the desk did nothing for certain: a fault of its own may come after what it did. */
  get isCertain(): boolean {
    return this.answer.status < 500 && this.answer.status !== 408;
  }
}

/** The desk is being asked of the same task at this moment, or its answer was lost. */
export class DeskBusy extends Error {
  override name = 'DeskBusy';
  constructor() {
    super('The desk was asked of this task, and its answer is not known yet: what there is to tell comes again.');
  }
}
