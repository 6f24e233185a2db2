import { PATHS, type RouteName } from '../../../functions/api/contract/paths.ts';
import { Role } from '../../../functions/api/contract/roles.ts';
import { MAY } from '../../../functions/api/roles.ts';
import { must, type Proofs } from '../proofs.ts';
import { ask } from './ask.ts';
import { isProblem, nameOf, type Signed } from './everybody.ts';

/** A path with something in its braces that is nowhere. */
const filled = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'version' ? '999999' : 'nobody-and-nothing'));

/** That everybody is who they are, and may what the table says. */
export const proveRoles = async ({ where: { url }, tokens }: Signed, { prove }: Proofs): Promise<void> => {
  await prove('console: everybody who signs in is who they are, in their role', async () => {
    for (const role of Role.options) {
      const { status, json } = await ask(url, '/api/me', { token: tokens[role].access });
      must(status === 200, `${role} got ${status}.`);
      must(json.user.name === nameOf(role) && json.roles.join() === role, `${role} is ${JSON.stringify(json)}`);
    }
  });
  await prove('console: every role is refused what the table refuses it, and let in elsewhere', async () => {
    const names = Object.keys(PATHS) as RouteName[];
    for (const role of Role.options) {
      for (const name of names) {
        const [method, path] = PATHS[name];
        const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
        const look = () => ask(url, filled(path), { method, token: tokens[role].access, ...body });
        let answer = await look();
        // Nothing comes of any of these, so what a busy machine did not answer in time is asked again.
        for (let again = 0; again < 3 && answer.status >= 500; again++) answer = await look();
        const isRefused = answer.status === 403;
        // A route that is not there yet is nobody's.
        if (answer.status === 404 && String(answer.json?.detail).includes('/api/openapi.json')) continue;
        must(isRefused === !MAY[name].includes(role), `${role} got ${answer.status} of ${name}.`);
        must(answer.status !== 401 && answer.status < 500, `${role} got ${answer.status} of ${name}.`);
        if (!isRefused) continue;
        must(
          isProblem(answer) && answer.json.roles.join() === MAY[name].join(),
          `403 of ${name} does not say who may.`,
        );
      }
    }
  });
};
