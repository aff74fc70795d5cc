// Every screen in every state, for everyone: what axe says in both themes and languages, and
// whether it fits, a desk's page and a narrow one, as a phone or a zoom of 400 % makes it.
import { violationsInBothThemes } from './support/accessibility';
import { covered, misfits } from './support/fit';
import { everyState } from './support/states';
import { expect, test } from './support/test';

test.describe.configure({ mode: 'parallel' });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const language of ['zh-CN', 'en'] as const) {
  test(`axe finds nothing on any screen in any state, and everything fits a desk (${language})`, async ({ app, page, errors }) => {
    test.setTimeout(300_000);
    await app.open('data');
    await app.setLanguage(language);
    await app.setProfile({ city: 'huaibei' });
    await everyState(app, async (state) => {
      expect.soft(await violationsInBothThemes(page), state).toEqual([]);
      expect.soft(await misfits(page), `${state}: 1280`).toEqual([]);
    });
    // The storage in trouble was meant.
    errors.length = 0;
  });
}

// 1280 pixels at 400 % are 320; a small phone has 360. The height is that of a low window at 400 %.
test.describe('narrow', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  for (const language of ['zh-CN', 'en'] as const) {
    test(`everything fits at 400 % and on a phone, in both sizes of text (${language})`, async ({ app, page, errors }) => {
      test.setTimeout(300_000);
      await app.open('data');
      await app.setLanguage(language);
      await app.setProfile({ city: 'huaibei' });
      await everyState(app, async (state) => {
        expect.soft(await covered(page), `${state}: in reach`).toEqual([]);
        for (const width of [320, 360])
          for (const size of ['standard', 'large']) {
            await page.setViewportSize({ width, height: 256 });
            await page.evaluate((size) => (document.documentElement.dataset.size = size), size);
            expect.soft(await misfits(page), `${state}: ${width}, ${size}`).toEqual([]);
          }
        await page.evaluate(() => (document.documentElement.dataset.size = 'standard'));
        await page.setViewportSize({ width: 320, height: 256 });
      });
      errors.length = 0;
    });
  }
});
