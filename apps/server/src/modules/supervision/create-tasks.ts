import type pg from 'pg';
import { forbidden, InputError } from '../../graphql/errors.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Viewer } from '../session/viewer.ts';
import { addTasks, type NewTask } from './add-tasks.ts';
import { canCreateTasks } from './supervision.policy.ts';
import { checkTask, type TaskInput } from './task-fields.ts';

/** Tasks opened at once. */
const mostTasks = 200;

export type NewTaskInput = TaskInput & Pick<NewTask, 'state'>;

/**
 * Opens many tasks at once, e.g. from a meeting's list: all or none, in the caller's transaction. Answers their ids in the order given.
 * InputError with a problem at each field of each task (`tasks.3.dueOn`); FORBIDDEN for all but the supervision office.
 */
export async function createTasks(tx: pg.PoolClient, viewer: Viewer, tasks: readonly NewTaskInput[], requestId: string): Promise<string[]> {
  if (!canCreateTasks(viewer)) throw forbidden();
  if (tasks.length === 0) throw new InputError([{ field: 'tasks', code: 'REQUIRED', message: '请至少填写一件督查事项。' }]);
  if (tasks.length > mostTasks)
    throw new InputError([{ field: 'tasks', code: 'TOO_MANY', message: `一次最多立项 ${mostTasks} 件，现为 ${tasks.length} 件。` }]);
  const context = await loadLedgerContext(tx);
  const checked = tasks.map((task, index) => checkTask(task, context, `tasks.${index}.`));
  const problems = checked.flatMap((each) => each.problems);
  if (problems.length > 0) throw new InputError(problems);
  const actor = { userId: viewer.userId, title: viewer.postTitle, requestId };
  const opened = await addTasks(
    tx,
    actor,
    checked.map(({ fields }, index) => ({ ...fields, state: tasks[index]!.state })),
    context,
  );
  return opened.map(({ id }) => id);
}
