import type { ImportState } from '@duban/db/generated/prisma/enums';

const why: Record<ImportState, string> = {
  CHECKING: '文件还在检查，请等检查完成后再操作。',
  MAPPING: '表头与台账对不上，请先说明各列对应台账的哪一列。',
  CHECKED: '可以导入。',
  APPLYING: '正在导入，请稍候。',
  APPLIED: '这个文件已经导入。',
  FAILED: '这次导入已经结束，没有写入数据。请重新上传。',
};

/** The run isn't at the point where it can be mapped, applied or discarded. */
export class ImportNotReady extends Error {
  override readonly name = 'ImportNotReady';
  readonly state: ImportState;

  constructor(state: ImportState) {
    super(why[state]);
    this.state = state;
  }
}

/** Rows were refused: all go in or none. */
export class ImportHasRefusals extends Error {
  override readonly name = 'ImportHasRefusals';
  readonly refusedRows: number;

  constructor(refusedRows: number) {
    super(`有 ${refusedRows} 行不能导入。要么全部导入、要么都不导入：请下载问题清单，改好后重新上传。`);
    this.refusedRows = refusedRows;
  }
}
