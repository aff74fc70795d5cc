// Storage denied by the browser's own setting, as someone has it who lets no site keep anything.
import fs from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { App } from './support/app';
import { expect, test } from './support/test';

test('where the browser lets no site keep anything, the app runs, says so, and gives a copy', async ({ baseURL }, info) => {
  const profile = info.outputPath('profile');
  await fs.mkdir(path.join(profile, 'Default'), { recursive: true });
  // 2: block. The setting for cookies governs all that sites keep.
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  await fs.writeFile(path.join(profile, 'Default', 'Preferences'), JSON.stringify(settings));
  const context = await chromium.launchPersistentContext(profile, { ...info.project.use.launchOptions, baseURL });
  const app = new App(await context.newPage());
  await app.open('records');
  expect(await app.page.evaluate(() => {
    try {
      return String(window.localStorage);
    } catch (why) {
      return (why as DOMException).name;
    }
  })).toBe('SecurityError');
  await app.expectState('blocked');
  await app.add({ title: '只在本页', subject: 'professional', hours: '6', end: '2026-03-05' });
  await expect(app.row('只在本页')).toBeVisible();
  await app.expectState('blocked');
  await app.go('data');
  await app.id('backup-text-open').click();
  const { entries } = JSON.parse(await app.id('backup-text').inputValue());
  expect(entries.map((entry: { title: string }) => entry.title)).toEqual(['只在本页']);
  await context.close();
});
