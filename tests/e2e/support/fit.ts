// Whether everything on the page fits it: nothing wider, nothing cut off, everything in reach.
import type { Page } from '@playwright/test';

/** The least side of what is pressed, in CSS pixels (WCAG 2.2, 2.5.8). */
const TARGET_MIN = 24;

/** What is wider than the page or than its box, cut off, broken within a word, or too small to press. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate((TARGET_MIN) => {
    const found = new Set<string>();
    const name = (element: Element) => {
      const id = element.getAttribute('data-testid') ?? element.className;
      return `${element.tagName.toLowerCase()}.${id} ${(element.textContent ?? '').trim().slice(0, 30)}`;
    };
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.add(`the page scrolls sideways: ${scrollWidth} over ${clientWidth}`);
    const root = document.querySelector('dialog[open]') ?? document.body;
    const range = document.createRange();
    for (const element of root.querySelectorAll('*')) {
      // The papers keep the size of paper, in a box of their own; drawings have a twin in words, and
      // bars their amounts above them.
      if (element.closest('.sheets, svg, option, .seg, .visually-hidden, .skip')) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const box = element.getBoundingClientRect();
      if (box.width < 1 || box.height < 1) continue;
      if (box.right > clientWidth + 1 || box.left < -1) found.add(`beyond the edge (${Math.round(box.left)} to ${Math.round(box.right)}): ${name(element)}`);
      const clips = getComputedStyle(element).overflowX !== 'visible' && !element.matches('input, select, textarea, progress');
      if (clips && element.scrollWidth > element.clientWidth + 1) found.add(`cut off (${element.scrollWidth} in ${element.clientWidth}): ${name(element)}`);
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || element.matches('textarea')) continue;
        // A clause's id is one word.
        const words = element.matches('.chip:not(.chip-name)') ? /.+/g : /[A-Za-z]{2,}/g;
        for (const word of node.textContent!.matchAll(words)) {
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top)));
          if (lines.size > 1) found.add(`“${word[0]}” is broken: ${name(element)}`);
        }
      }
      const inSentence = element.matches('p a, li a, button.link');
      if (element.matches('button, a, select, summary, input, textarea') && !inSentence) {
        const target = element.closest('label.check, label.row') ?? element;
        const { width, height } = target.getBoundingClientRect();
        if (Math.min(width, height) < TARGET_MIN - 0.5) found.add(`${Math.round(width)} × ${Math.round(height)} to press: ${name(element)}`);
      }
    }
    return [...found];
  }, TARGET_MIN);
}

/** What has the focus and lies under something that stays in place, or out of sight. */
export function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.querySelector('dialog[open]') ?? document.querySelector('main')!;
    const before = document.activeElement;
    for (const element of root.querySelectorAll<HTMLElement>('button, a, select, summary, input, textarea')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(':disabled')) continue;
      element.focus();
      const box = element.getBoundingClientRect();
      const target = element.closest('label') ?? element;
      // A field for a long text may be higher than the window: then a part of it is seen.
      const parts = box.height > 60 ? [0.2, 0.5, 0.8] : [0.5];
      const hits = parts.map((part) => document.elementFromPoint(box.left + box.width / 2, box.top + box.height * part));
      if (!hits.some((hit) => hit && (target.contains(hit) || hit.contains(element)))) {
        const over = hits[0] ? `under ${hits[0].className || hits[0].tagName}` : 'out of sight';
        found.push(`${element.dataset.testid ?? element.textContent!.trim().slice(0, 30)} lies ${over}`);
      }
    }
    if (before instanceof HTMLElement) before.focus();
    return found;
  });
}
