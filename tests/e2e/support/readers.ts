// Programs that know nothing of ours read what the page hands out; `cargo xtask test` installs them.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { type TestInfo, expect, test } from '@playwright/test';
import type { App } from './app';

const PYTHON = path.join(process.env.XUESHI_READERS ?? '../../target/xtask/readers', 'bin/python');

function runs(program: string, option: string): boolean {
  try {
    execFileSync(program, [option], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Skips the journeys that need a program which is not here; on a build server they fail. */
export function needs(program: 'python' | 'soffice' | 'zbarimg'): void {
  const there = runs(program === 'python' ? PYTHON : program, '--version');
  test.skip(!there && !process.env.CI, `${program} is not here to read the file`);
}

/** What a Python script prints as JSON; the script finds its arguments in `argv`. */
export function python<T>(script: string, ...args: string[]): T {
  const prelude = 'import json\nfrom sys import argv\n';
  return JSON.parse(execFileSync(PYTHON, ['-c', prelude + script, ...args], { encoding: 'utf8' }));
}

/** Presses an export's button, and keeps the file under the name that it was given. */
export async function exported(app: App, id: string, info: TestInfo): Promise<{ name: string; file: string; bytes: Buffer }> {
  const download = app.page.waitForEvent('download');
  await app.id(id).click();
  const name = (await download).suggestedFilename();
  const file = info.outputPath(name);
  await (await download).saveAs(file);
  await expect(app.id('export-saved')).toHaveAttribute('data-value', name);
  return { name, file, bytes: await fs.readFile(file) };
}
