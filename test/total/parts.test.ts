import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parts-'));
});

const options = () => ({ env: { ...process.env, TMPDIR: folder, FOLDER: folder } });
const script = (lines: string): string[] => ['-c', `set -uo pipefail; source .ci/parts; ${lines}`];

/** What a run of these parts prints, without how long they took. */
const run = (lines: string): string =>
  spawnSync('bash', script(lines), { ...options(), encoding: 'utf8' }).stdout.replaceAll(/(ok|FAILED), .*/g, '$1');

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('the parts of a gate', () => {
  it('run beside each other, and what each says is printed whole when it ends', () => {
    const output = run(`
      mkfifo "$FOLDER/end"
      begin 0 'a long one' sh -c 'echo begins; read -r _ < "$FOLDER/end"; echo ends'
      beside 'first' echo one
      beside 'second' echo two
      echo > "$FOLDER/end"
      finish_all`);
    expect(output.trim().split('\n\n')).toEqual([
      '== first\none\n-- ok',
      '== second\ntwo\n-- ok',
      '== a long one\nbegins\nends\n-- ok',
    ]);
  });

  it('give way to what runs already, and not where they run alone', () => {
    // As this test itself does in the gate.
    const own = getPriority();
    expect(run('alone first nice; beside second nice').trim().split('\n\n')).toEqual([
      `== first\n${own}\n-- ok`,
      `== second\n${Math.min(19, own + 19)}\n-- ok`,
    ]);
  });

  it('fail the run each, wherever they run', () => {
    const output = run(`
      begin 0 'a long one' false
      beside 'a short one' sh -c 'exit 3'
      beside 'a good one' true
      finish_all
      echo "$failed failed"`);
    expect(output.match(/^-- .*/gm)?.toSorted()).toEqual(['-- FAILED', '-- FAILED', '-- ok']);
    expect(output).toContain('2 failed');
  });

  it('tell at the end once more what failed: what speaks of it, and its last lines', () => {
    const output = run(`
      beside 'a good one' echo 'no error'
      beside 'a bad one' sh -c 'echo first; echo Error: no network; seq 30; exit 1'
      echo THE END; failures`);
    const end = output.slice(output.indexOf('THE END'));
    expect(end).toMatch(/== a bad one: FAILED\nError: no network\n1\n2\n11\n/);
    expect(end).toMatch(/\n30\n$/);
    expect(end).not.toMatch(/first|a good one/);
  });

  it('tell at the end why a proof failed, which stands below its name', () => {
    const output = run(`
      beside 'proofs' sh -c 'echo ok one; echo failed two; echo it said three; echo not four; echo ok five; seq 30; exit 1'
      echo THE END; failures`);
    expect(output.slice(output.indexOf('THE END'))).toMatch(/FAILED\nfailed two\nit said three\nnot four\n11\n/);
  });

  it('end when the run is interrupted, with all that they started', async () => {
    const part = `sh -c 'sleep 60 & echo $! > "$FOLDER/started"; wait'`;
    const lines = `mkfifo "$FOLDER/started"; begin 0 long ${part}; cat "$FOLDER/started"; finish_all`;
    const child = spawn('bash', script(lines), { ...options(), stdio: ['ignore', 'pipe', 'ignore'] });
    const [started] = await once(child.stdout, 'data');
    expect(isThere(Number(started))).toBe(true);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(130);
    await expect.poll(() => isThere(Number(started)), { timeout: 10_000 }).toBe(false);
  });
});
