// The test of every journey: an app on a set day, in a browser that stands far from China. After
// each one, nothing may have gone wrong unseen and nothing may have been asked of another origin.
import { test as base, expect } from '@playwright/test';
import { App, setClock } from './app';

type Options = {
  /** A day in China, or a moment. */
  today: string;
};

type Fixtures = {
  app: App;
  /** What pages reported as errors; a journey that means to cause some empties it. */
  errors: string[];
  /** Every address asked for. */
  requests: string[];
};

export const test = base.extend<Options & Fixtures>({
  today: ['2026-11-21', { option: true }],

  errors: async ({ context }, use) => {
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(String(error.error())));
    context.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await use(errors);
    expect(errors, 'errors of the page').toEqual([]);
  },

  requests: async ({ context, baseURL }, use) => {
    const requests: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    await use(requests);
    const own = (url: string) => url.startsWith(baseURL!) || url.startsWith('blob:') || url.startsWith('data:');
    expect(requests.filter((url) => !own(url)), 'requests to another place').toEqual([]);
  },

  app: async ({ page, context, today, errors, requests }, use) => {
    void errors, requests;
    await setClock(context, today);
    await use(new App(page));
  },
});

export { expect };
