import { beforeEach, expect, test, vi } from 'vitest';
import { Ageing } from '../../charts/ageing.tsx';
import { cellsOf, press, render } from '../../test/render.tsx';
import { Panel } from './panel.tsx';

const chart = <Ageing label="已办天数" points={[{ id: '3', label: '3 日内', value: 38 }]} unit="件" rowTitle="天数" />;
const button = (container: Element, name: string) =>
  [...container.querySelectorAll('button')].find((one) => one.getAttribute('aria-label') === name);

beforeEach(() => window.history.replaceState(null, '', '/complaints?light=RED'));

test('says what it counts, in what, as of when', async () => {
  const container = await render(
    <Panel id="ageing" title="在办投诉已办天数" unit="件" asOf="2014-09-30">
      {chart}
    </Panel>,
  );
  const section = container.querySelector('section');
  expect(document.getElementById(section?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('在办投诉已办天数（件）');
  expect(section?.textContent).toContain('截至 2014-09-30');
});

test('turns to its table and back', async () => {
  const container = await render(
    <Panel id="ageing" title="已办天数">
      {chart}
    </Panel>,
  );
  await press(button(container, '表格'));
  expect(cellsOf(container)).toEqual([
    ['天数', '件'],
    ['3 日内', '38'],
  ]);
  await press(button(container, '表格'));
  expect(container.querySelector('figure')).not.toBeNull();
});

test('opens as a table when its link says so, and copies such a link', async () => {
  window.history.replaceState(null, '', '/complaints?light=RED#ageing:table');
  Element.prototype.scrollIntoView = vi.fn();
  let copied = '';
  document.execCommand = vi.fn(() => {
    copied = document.querySelector('textarea')?.value ?? '';
    return true;
  });
  const container = await render(
    <Panel id="ageing" title="已办天数">
      {chart}
    </Panel>,
  );
  expect(container.querySelector('table')).not.toBeNull();
  await press(button(container, '复制链接'));
  expect(copied).toBe('http://localhost:3000/complaints?light=RED#ageing:table');
});

test('keeps its failure to itself', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const Broken = () => {
    throw new Error('no data');
  };
  const container = await render(
    <>
      <Panel id="broken" title="坏的">
        <Broken />
      </Panel>
      <Panel id="ageing" title="好的">
        {chart}
      </Panel>
    </>,
  );
  quiet.mockRestore();
  expect(container.querySelector('#broken [role="alert"]')?.textContent).toContain('出了点问题');
  expect(container.querySelector('#ageing figure')).not.toBeNull();
});
