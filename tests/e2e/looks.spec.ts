// What each screen looks like, in every language, theme, width and size of text. The pictures in
// looks/ are a quarter of the size: they show a layout that broke, not a letter that moved.
// After a change that is meant: XUESHI_LOOKS=new cargo xtask test --only e2e looks
import { App, SCREENS, setClock } from './support/app';
import { laidOut } from './support/paper';
import { expect, test } from './support/test';

/** The share of pixels that may differ: another version of the browser smooths letters otherwise. */
const DIFFERENT_AT_MOST = 0.03;
const HEIGHT_MAX = 1600;

test.describe.configure({ mode: 'parallel' });

for (const width of [1280, 390])
  for (const theme of ['light', 'dark'] as const)
    for (const language of ['zh-CN', 'en'] as const)
      for (const size of ['standard', 'large'] as const) {
        // Large text is looked at once for each language and width.
        if (size === 'large' && theme === 'dark') continue;
        const name = [width, theme, language, size].join('-');
        test(`every screen looks as it should (${name})`, async ({ browser, baseURL }) => {
          test.setTimeout(120_000);
          const context = await browser.newContext({
            baseURL,
            viewport: { width, height: HEIGHT_MAX },
            deviceScaleFactor: 0.25,
            colorScheme: theme,
            locale: 'zh-CN',
            timezoneId: 'America/New_York',
            reducedMotion: 'reduce',
            serviceWorkers: 'block',
          });
          await setClock(context, '2026-11-21');
          const app = new App(await context.newPage());
          await app.open('data');
          await app.setLanguage(language);
          await app.id('size-select').selectOption(size);
          await app.id('demo-start').click();
          await app.id('demo-end').waitFor();
          for (const screen of SCREENS) {
            await app.open(screen);
            if (screen === 'pack') await laidOut(app);
            await app.page.mouse.move(0, 0);
            expect
              .soft(await app.page.screenshot({ animations: 'disabled', caret: 'hide' }))
              .toMatchSnapshot(`${screen || 'overview'}-${name}.png`, { maxDiffPixelRatio: DIFFERENT_AT_MOST });
          }
          await context.close();
        });
      }
