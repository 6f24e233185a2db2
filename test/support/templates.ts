import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  artifacts: Record<string, { type: string; properties?: { templateFile?: string; stackName?: string } }>;
}

/** The files of templates in an output folder of the CDK, by the names of their stacks. */
export const templateFiles = (out: string): Map<string, string> => {
  const { artifacts } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
  return new Map(
    Object.entries(artifacts).flatMap(([id, { type, properties }]) =>
      type === 'aws:cloudformation:stack' && properties?.templateFile !== undefined
        ? [[properties.stackName ?? id, join(out, properties.templateFile)] as const]
        : [],
    ),
  );
};
