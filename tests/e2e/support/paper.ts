// What comes out of the printer: the page printed to PDF and read back with poppler's pdftotext.
import { execFileSync } from 'node:child_process';
import { type TestInfo, expect } from '@playwright/test';
import type { App } from './app';

/** A4, in points. */
export const A4 = { width: 595.3, height: 841.9 };

const POINTS_PER_MM = 72 / 25.4;
export const mm = (points: number) => points / POINTS_PER_MM;

export type Word = { text: string; left: number; top: number; right: number; bottom: number };
export type PrintedPage = { width: number; height: number; words: Word[]; /** Without any blank. */ text: string };

export function canReadPdf(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Waits until the papers of the choice are laid out. */
export async function laidOut(app: App): Promise<void> {
  await expect(app.id('pack-preview')).toHaveAttribute('data-value', 'ready', { timeout: 30_000 });
}

/** Prints the pack as a person would, and reads every page. */
export async function printed(app: App, info: TestInfo): Promise<PrintedPage[]> {
  await laidOut(app);
  return printedScreen(app, info, 'pack.pdf');
}

/** Prints the screen as it is, and reads every page. */
export async function printedScreen(app: App, info: TestInfo, name: string): Promise<PrintedPage[]> {
  const file = info.outputPath(name);
  await app.page.pdf({ path: file, preferCSSPageSize: true, printBackground: false });
  return read(file);
}

function read(file: string): PrintedPage[] {
  const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], options);
  // In the order in which the page draws it, cell by cell.
  const texts = execFileSync('pdftotext', ['-raw', file, '-'], options).split('\f');
  return boxes
    .split('<page ')
    .slice(1)
    .map((page, nth) => {
      const [, width, height] = page.match(/^width="([\d.]+)" height="([\d.]+)"/)!.map(Number);
      const found = page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g);
      const words = [...found].map(([, left, top, right, bottom, text]) => ({
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
        text: text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&'),
      }));
      return { width, height, words, text: texts[nth].replace(/\s/g, '') };
    });
}

/** The lines of the forms, or of the index, sheet by sheet, as the preview shows them. */
export function linesBySheet(app: App, testId: 'form-line' | 'index-line'): Promise<string[][]> {
  return app.id('sheet').evaluateAll(
    (sheets, testId) =>
      sheets.map((sheet) =>
        [...sheet.querySelectorAll(`[data-testid="${testId}"]`)].map((line) => line.getAttribute('data-value')!),
      ),
    testId,
  );
}
