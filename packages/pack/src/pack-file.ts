import { readFile } from 'node:fs/promises';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** Something wrong in a pack, where a person can find it. */
export interface PackProblem {
  file: string;
  line: number;
  message: string;
}

/** A pack that cannot be used; the message lists every problem, one a line, as `units.yaml:12: …`. */
export class PackInvalid extends Error {
  override readonly name = 'PackInvalid';
  readonly problems: readonly PackProblem[];

  constructor(code: string, problems: readonly PackProblem[]) {
    super([`Pack ${code} is not valid:`, ...problems.map(({ file, line, message }) => `  ${file}:${line}: ${message}`)].join('\n'));
    this.problems = problems;
  }
}

export type Path = readonly PropertyKey[];

/** A parsed file that knows on which line each of its values stands. */
export interface PackFile<T> {
  name: string;
  value: T;
  lineOf(path: Path): number;
}

/** A problem of a value that the schema lets pass. */
export function problemIn(file: PackFile<unknown>, path: Path, message: string): PackProblem {
  return { file: file.name, line: file.lineOf(path), message };
}

/** Reads and validates one YAML file; null when it failed, with its problems added to `problems`. */
export async function readPackFile<T>(
  path: string,
  name: string,
  schema: z.ZodType<T>,
  problems: PackProblem[],
): Promise<PackFile<T> | null> {
  const source = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    problems.push({ file: name, line: 1, message: error.code === 'ENOENT' ? 'the file is missing' : `cannot be read: ${error.message}` });
    return null;
  });
  if (source === null) return null;

  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    for (const { pos, message } of document.errors) problems.push({ file: name, line: lines.linePos(pos[0]).line, message });
    return null;
  }

  const lineOf = (at: Path): number => {
    for (let depth = at.length; depth >= 0; depth -= 1) {
      const node = depth === 0 ? document.contents : document.getIn(at.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };

  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { name, value: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const at = key === undefined ? issue.path : [...issue.path, key];
    problems.push({
      file: name,
      line: lineOf(at),
      message: issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message,
    });
  }
  return null;
}
