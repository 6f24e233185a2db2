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

/** Endings that people give to texts. What editors keep beside a file (`.bak`, `~`) ends otherwise. */
const TEXT = /\.(txt|text|html?|mdx|mdown|mkd|json|toml|docx?|odt|rtf|pages)$/i;
/** Of programs that write more than letters: such a file does not become a text by another name. */
const DOCUMENT = /\.(docx?|odt|rtf|pages)$/i;

/** The name by which a file that may be meant to be read would be: `moments/late.md` of `moments/late.docx` or `moments/late`. */
export const likelyNameOf = (path: string): string | undefined => {
  const [folder = ''] = path.split('/');
  const bare = path.replace(TEXT, '');
  if (!FOLDERS.includes(folder) || !/\/(?![A-Z]+$)[\w-]+(\.[a-z]{2})?$/.test(bare)) return undefined;
  return `${bare}${folder === 'moments' ? '.md' : '.yaml'}`;
};

/** What to say of a file whose name nothing reads; a warning where nobody may have meant it to be read. */
export const whyNoReadName = (path: string): { message: string; isWarning?: true } => {
  const name = readNameOf(path);
  if (name !== undefined) return { message: `nothing reads a file of this name: call it \`${name}\`` };
  const likely = likelyNameOf(path);
  if (likely !== undefined) {
    const what = DOCUMENT.test(path) ? `write its text into \`${likely}\`` : `call it \`${likely}\``;
    return { message: `nothing reads this file: ${what} if it belongs to the others here`, isWarning: true };
  }
  return {
    message: `nothing reads this file: there is ${TOP.join(', ')}, journeys/*.yaml, moments/*.md, scenarios/*.yaml, pages/*.yaml`,
  };
};
