import { expect, test } from 'vitest';
import { pageHref } from './link-capture.ts';

function linkOf(html: string): Element | null {
  const container = document.createElement('div');
  container.innerHTML = html;
  return container.querySelector('b');
}

test.each([
  ['<a href="/style?category=3"><b></b></a>', '/style?category=3'],
  ['<svg><a href="/style"><b></b></a></svg>', undefined],
  ['<a href="#main"><b></b></a>', undefined],
  ['<a href="https://example.org/"><b></b></a>', undefined],
  ['<a href="//example.org/"><b></b></a>', undefined],
  ['<a href="/files/a.xlsx"><b></b></a>', undefined],
  ['<a href="/style" download><b></b></a>', undefined],
  ['<a href="/style" target="_blank"><b></b></a>', undefined],
  ['<b></b>', undefined],
])('%s', (html, href) => {
  if (html.startsWith('<svg>')) {
    const container = document.createElement('div');
    container.innerHTML = '<svg><a href="/style"><g></g></a></svg>';
    expect(pageHref(container.querySelector('g'))).toBe('/style');
  } else expect(pageHref(linkOf(html))).toBe(href);
});
