// axe-core, run in the page. It asks no other origin for anything.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Result = { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] };
type Axe = { run(where: Document, options: object): Promise<Result> };

/** Where to look: everything, or for colours alone. */
async function run(page: Page, options: object): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const result = await page.evaluate((options) => (window as unknown as { axe: Axe }).axe.run(document, options), options);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.replace(/\s+/g, ' ').slice(0, 300)}`),
  );
}

/** What axe finds wrong, a line for each rule and element. */
export function violations(page: Page): Promise<string[]> {
  return run(page, {});
}

/** What axe finds wrong in either theme. A theme changes nothing but colours: in the second one only they are looked at. */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await run(page, { runOnly: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light.map((line) => `light: ${line}`), ...dark.map((line) => `dark: ${line}`)];
}
