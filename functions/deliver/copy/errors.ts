export class MomentNotFound extends Error {
  override name = 'MomentNotFound';
  constructor(moment: string, ids: string[]) {
    super(`There is no moment "${moment}" in the catalogue; it has ${ids.length ? ids.join(', ') : 'none'}`);
  }
}

/** A template that cannot be parsed or rendered. */
export class CopyFailed extends Error {
  override name = 'CopyFailed';
  readonly moment: string;
  constructor(moment: string, locale: string, part: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The ${part} of moment "${moment}" (${locale}) cannot be rendered: ${reason}`, { cause });
    this.moment = moment;
  }
}

export class CannotPrint extends Error {
  override name = 'CannotPrint';
  constructor(filter: string, value: unknown, expected: string) {
    super(`"${filter}" was given ${JSON.stringify(value)}; it prints ${expected}`);
  }
}
