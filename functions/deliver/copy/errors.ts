export class MomentNotFound extends Error {
  override name = 'MomentNotFound';
  constructor(moment: string, known: string[]) {
    super(`There is no moment "${moment}" in the catalogue; it has ${known.length ? known.join(', ') : 'none'}`);
  }
}

/** A template that cannot be parsed or rendered. */
export class CopyFailed extends Error {
  override name = 'CopyFailed';
  readonly moment: string;
  constructor(moment: string, locale: string, part: string, cause: unknown) {
    const found = cause instanceof Error ? cause.message : String(cause);
    super(`The ${part} of moment "${moment}" (${locale}) cannot be rendered: ${found}`, { cause });
    this.moment = moment;
  }
}

export class CannotPrint extends Error {
  override name = 'CannotPrint';
  constructor(filter: string, found: unknown, wanted: string) {
    super(`"${filter}" was given ${JSON.stringify(found)}; it prints ${wanted}`);
  }
}
