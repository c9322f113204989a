/** Text that a spreadsheet program might take for a formula. */
const risky = /^'*[=+\-@\t\r]/;
const defused = /^'+[=+\-@\t\r]/;

/** Sets an apostrophe before text that begins like a formula, so that no program runs it. */
export function defuseText(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/** Takes away the apostrophe that `defuseText` set. */
export function restoreText(text: string): string {
  return defused.test(text) ? text.slice(1) : text;
}
