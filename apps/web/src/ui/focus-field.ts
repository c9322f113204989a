/** Puts the keyboard into a field by its id: into the chosen or first control where the id is that of a group. False when there is no such field. */
export function focusField(id: string): boolean {
  const field = document.getElementById(id);
  if (!field) return false;
  const control = field.matches('input, textarea, button')
    ? field
    : (field.querySelector<HTMLElement>('input:checked') ?? field.querySelector<HTMLElement>('input, textarea, button'));
  (control ?? field).focus();
  // Clear of what stands over the edge of the form; absent where nothing is laid out.
  field.scrollIntoView?.({ block: 'center' });
  return true;
}
