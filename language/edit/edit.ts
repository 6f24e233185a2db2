import { editMoment } from './moment.ts';
import type { File, Operation } from './operation.ts';
import { editYaml } from './yaml.ts';

/** A file of `workflows/` after an operation: comments, order, quotes and all other lines stay. Throws EditRefused. */
export const edit = ({ path, text }: File, operation: Operation): string =>
  path.endsWith('.md') ? editMoment(text, operation) : editYaml(text, operation);
