import { nearest } from './yaml/lookup.ts';

const TOP = ['events.yaml', 'policy.yaml', 'gestures.yaml'];
const FOLDERS = ['journeys', 'scenarios', 'pages', 'moments'];
const READ = /^((events|policy|gestures)\.yaml|(journeys|scenarios|pages)\/.+\.yaml|moments\/.+\.md)$/;

/** Whether files of this name, as seen from the folder of workflows, are read. */
export const hasReadName = (path: string): boolean => READ.test(path);

const withEnding = (path: string): string =>
  path
    .replace(/(\.txt)+$/i, '')
    .replace(/\.ya?ml$/i, '.yaml')
    .replace(/\.(md|markdown)$/i, '.md');

/** The name by which a file that was meant to be read would be: `journeys/late.yaml` of `journeys/late.YML.txt`. */
export const readNameOf = (path: string): string | undefined => {
  const [first = '', ...rest] = withEnding(path).split('/');
  const near = nearest(first, rest.length === 0 ? TOP : FOLDERS);
  return [[first, ...rest], ...(near === undefined ? [] : [[near, ...rest]])]
    .map((parts) => parts.join('/'))
    .find(hasReadName);
};

/** What to say of a file whose name nothing reads. */
export const whyNoReadName = (path: string): string => {
  const name = readNameOf(path);
  return name === undefined
    ? `nothing reads this file: there is ${TOP.join(', ')}, journeys/*.yaml, moments/*.md, scenarios/*.yaml, pages/*.yaml`
    : `nothing reads a file of this name: call it \`${name}\``;
};
