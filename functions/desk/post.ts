/** A request to a desk, whole. */
export interface Post {
  method: 'POST' | 'PUT';
  url: URL;
  headers: Record<string, string>;
  body: string;
}

/** Port: asks a desk once. Throws where it does not answer, or may not be asked. */
export type PostToDesk = (post: Post) => Promise<{ status: number; body: string }>;

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
  constructor(status: number) {
    super(`The desk answered ${status}. What was posted comes again, later each time.`);
  }
}
