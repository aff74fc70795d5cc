// What Lighthouse says of the first visit on a phone: the median of five.
import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { Host } from './support/host';
import { expect, test } from './support/test';

const VISITS = 5;
/** From 0 to 100. */
const AT_LEAST = { accessibility: 100, 'best-practices': 100, performance: 95 };
/** Another journey on the same machine only takes from the speed: the best of these medians counts. */
const ROUNDS = 3;

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function freePort(): Promise<number> {
  return new Promise((tell) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => tell(port));
    });
  });
}

test('on a phone: accessible, by best practice, fast', { tag: '@alone' }, async ({}, info) => {
  test.setTimeout(300_000);
  const host = new Host();
  await host.start();
  const port = await freePort();
  const { launchOptions } = info.project.use;
  const browser = await chromium.launch({ ...launchOptions, args: [...launchOptions!.args!, `--remote-debugging-port=${port}`] });
  const faults = new Set<string>();
  const rounds: Record<string, number>[] = [];
  const best = (name: string) => Math.max(...rounds.map((round) => round[name]));
  const isMet = () => Object.entries(AT_LEAST).every(([name, least]) => best(name) >= least);
  while (rounds.length < ROUNDS && !(rounds.length > 0 && isMet())) {
    const scores: Record<string, number[]> = {};
    for (let visit = 0; visit < VISITS; visit += 1) {
      const outcome = await lighthouse(host.url, { port, output: 'json', logLevel: 'error', onlyCategories: Object.keys(AT_LEAST) });
      const { categories, audits } = outcome!.lhr;
      for (const [name, category] of Object.entries(categories)) {
        (scores[name] ??= []).push(Math.round(category.score! * 100));
        const weighed = category.auditRefs.filter(({ weight, id }) => weight > 0 && (audits[id].score ?? 1) < 1);
        for (const { id } of weighed) faults.add(`${name}: ${id} ${audits[id].displayValue ?? ''}`);
      }
    }
    rounds.push(Object.fromEntries(Object.entries(scores).map(([name, all]) => [name, median(all)])));
  }
  await browser.close();
  await host.end();
  console.log(`lighthouse: ${JSON.stringify(rounds)}`);
  for (const [name, least] of Object.entries(AT_LEAST)) {
    expect.soft(best(name), `${name}\n${[...faults].join('\n')}`).toBeGreaterThanOrEqual(least);
  }
});
