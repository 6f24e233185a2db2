import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (path: string): string => readFileSync(path, 'utf8');
const pages = globSync(['*.md', 'docs/**/*.md']);

/** As the pages are shown: letters and digits in small, `-` for each space. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const withoutCode = (page: string): string => page.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

const anchorsOf = (path: string): string[] =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** Links to files of ours that lead nowhere. */
const deadLinks = (page: string): string[] =>
  [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    if (/^[a-z]+:/.test(link)) return [];
    const [path = '', anchor] = link.split('#');
    const file = path === '' ? page : normalize(join(dirname(page), path));
    if (!existsSync(file)) return [`${page}: ${link}`];
    return anchor === undefined || anchorsOf(file).includes(anchor) ? [] : [`${page}: ${link}`];
  });

const NOT_OURS = ['node_modules', 'coverage', 'cdk.out', 'dist'];

describe('the papers', () => {
  it('link to pages and headings that are there', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.flatMap(deadLinks)).toEqual([]);
  });

  it('are all linked from the README, decisions from their index', () => {
    const readme = read('README.md');
    const unlinked = pages.filter(
      (page) => !/^(README|docs\/decisions\/\d)/.test(page) && !readme.includes(`(${page})`),
    );
    expect(unlinked).toEqual([]);
    const index = read('docs/decisions/README.md');
    const decisions = readdirSync('docs/decisions').filter((name) => name !== 'README.md');
    expect(
      decisions.filter((name) => !index.includes(`| ${name.slice(0, 4)} | [`) || !index.includes(`(${name})`)),
    ).toEqual([]);
  });

  it('call a decision by its own number, which no other has', () => {
    const links = pages.flatMap((page) => [...read(page).matchAll(/\[(\d{4})\]\([\w./]*?(\d{4})-[\w-]+\.md\)/g)]);
    expect(links.length).toBeGreaterThan(5);
    expect(links.flatMap(([link, label, number]) => (label === number ? [] : [link]))).toEqual([]);
    const decisions = readdirSync('docs/decisions').filter((name) => name !== 'README.md');
    const titled = decisions.map((name) => /^# (\d{4})\b/.exec(read(`docs/decisions/${name}`))?.[1]);
    expect(titled).toEqual(decisions.map((name) => name.slice(0, 4)));
    expect(new Set(titled).size).toBe(titled.length);
  });

  it('say of each folder what it holds and may import', () => {
    const folders = readdirSync('.', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NOT_OURS.includes(entry.name))
      .map(({ name }) => name);
    const [, table = ''] = /\n## Folders\n([\s\S]*?)\n## /.exec(read('docs/architecture.md')) ?? [];
    const named = [...table.matchAll(/^\| `([a-z]+)\/` \|/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(folders.toSorted());
  });

  it('name each function in the picture of the architecture or beside it', () => {
    const functions = globSync('functions/*/*.handler.ts').map((file) => file.split('/')[1] ?? '');
    expect(functions.length).toBeGreaterThan(10);
    const architecture = read('docs/architecture.md');
    expect(functions.filter((name) => !new RegExp(`\\b${name}\\b`).test(architecture))).toEqual([]);
  });

  it('tell what is new once', () => {
    const heads = [...read('CHANGELOG.md').matchAll(/^- .{0,60}/gm)].map(([head]) => head);
    expect(heads.filter((head, place) => heads.indexOf(head) !== place)).toEqual([]);
  });

  it('are what code cites: every page that a comment names is there', () => {
    const files = globSync('{language,core,functions,simulator,cli,infra,test}/**/*.{ts,py}');
    const cited = files.flatMap((file) =>
      [...read(file).matchAll(/(?<![\w/])((?:docs\/)?[\w/-]+\.md)\b/g)].map(([, page = '']) => ({ file, page })),
    );
    const papers = cited.filter(({ page }) => page.startsWith('docs/') || /^[A-Z]{4,}\.md$/.test(page));
    expect(papers.length).toBeGreaterThan(5);
    expect(papers.filter(({ page }) => !existsSync(page))).toEqual([]);
  });

  it('run the whole gate for every change', () => {
    const { jobs } = parse(read('.github/workflows/ci.yml'));
    const steps: { uses?: string; run?: string }[] = jobs.gate.steps;
    expect(steps.at(-1)).toEqual({ run: 'bash .ci/run' });
    expect(steps.flatMap(({ uses }) => uses ?? []).filter((uses) => !/^actions\/[a-z-]+@v\d+$/.test(uses))).toEqual([]);
  });
});
