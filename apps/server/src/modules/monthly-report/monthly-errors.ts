/** Items of a report that others changed since its sender read them. */
export class MonthlyItemsChanged extends Error {
  override readonly name = 'MonthlyItemsChanged';
  readonly items: { itemId: string; number: string; title: string }[];

  constructor(items: MonthlyItemsChanged['items']) {
    const names = items.map(({ number, title }) => `${number}《${title}》`).join('、');
    super(`下列事项刚被他人修改，本次没有上报任何内容，请核对后重新签发：${names}。`);
    this.items = items;
  }
}
