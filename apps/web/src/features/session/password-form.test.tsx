import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { press, render } from '../../test/render.tsx';
import { PasswordForm } from './password-form.tsx';
import type { PasswordProblem } from './use-change-password.ts';

function field(form: Element, label: string): HTMLInputElement {
  const found = [...form.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  return form.querySelector<HTMLInputElement>(`[id="${found?.htmlFor}"]`) as HTMLInputElement;
}

async function type(input: HTMLInputElement, text: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** The texts that a field is described by: its help, its problem. */
const describedBy = (input: HTMLInputElement) =>
  (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);

async function open(problems: readonly PasswordProblem[] = []) {
  const onSubmit = vi.fn();
  const form = await render(<PasswordForm account="leader" busy={false} problems={problems} failure={undefined} onSubmit={onSubmit} />);
  return { form, onSubmit, submit: () => press(form.querySelector('button[type="submit"]')) };
}

test('says the rules in plain words under the new password', async () => {
  const { form } = await open();
  expect(describedBy(field(form, '新密码'))[0]).toContain('至少 10 位，含大写、小写、数字、符号中的三种');
});

test('sends nothing until all is filled in and the new password is the same twice', async () => {
  const { form, onSubmit, submit } = await open();
  await submit();
  expect(describedBy(field(form, '当前密码'))).toEqual(['请填写当前密码']);
  expect(describedBy(field(form, '新密码'))[1]).toBe('请填写新密码');
  expect(describedBy(field(form, '确认新密码'))).toEqual(['请再填写一次新密码']);
  await type(field(form, '当前密码'), 'Old-password-1');
  await type(field(form, '新密码'), 'New-password-1');
  await type(field(form, '确认新密码'), 'New-password-2');
  await submit();
  expect(describedBy(field(form, '确认新密码'))).toEqual(['两次填写的新密码不一致']);
  expect(field(form, '确认新密码').getAttribute('aria-invalid')).toBe('true');
  expect(onSubmit).not.toHaveBeenCalled();
  await type(field(form, '确认新密码'), 'New-password-1');
  await submit();
  expect(onSubmit.mock.calls).toEqual([['Old-password-1', 'New-password-1']]);
});

test('shows what the server refused at its field, in our words where the code is known', async () => {
  const { form } = await open([
    { field: 'current', code: 'WRONG_PASSWORD', message: '当前密码不正确。' },
    { field: 'next', code: 'SOMETHING_NEW', message: '密码太像电话号码。' },
  ]);
  expect(describedBy(field(form, '当前密码'))).toEqual(['当前密码不正确']);
  expect(describedBy(field(form, '新密码'))[1]).toBe('密码太像电话号码。');
  expect(describedBy(field(form, '确认新密码'))).toEqual(['']);
});
