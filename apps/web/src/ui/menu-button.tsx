import { Popover } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import styles from './menu-button.module.css';

/** A choice or an act in a menu. `chosen` makes it one of a set. */
export type MenuItem = { id: string; label: ReactNode; chosen?: boolean; onChoose: () => void };
export type MenuGroup = { id: string; label?: ReactNode; items: readonly MenuItem[] };

type MenuButtonProps = {
  /** What the button says to a screen reader; its face is `children`. */
  label: string;
  groups: readonly MenuGroup[];
  className?: string | undefined;
  children: ReactNode;
  placement?: 'bottomLeft' | 'bottomRight';
};

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A button that opens a menu: arrow keys walk it, Enter chooses, Esc closes and comes back. Without the weight of the kit's menu. */
export function MenuButton({ label, groups, className, children, placement = 'bottomLeft' }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const entries = () => [...(menu.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') return close();
    const all = entries();
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    all[step(all.indexOf(document.activeElement as HTMLButtonElement), all.length)]?.focus();
  };
  const focusChosen = (isOpen = true) => {
    if (isOpen) (menu.current?.querySelector<HTMLButtonElement>('[aria-checked="true"]') ?? entries()[0])?.focus();
  };

  /** The menu comes with a short movement; whoever types faster is taken along. */
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (open) focusChosen();
    else setOpen(true);
  };

  const list = (
    <div ref={menu} role="menu" tabIndex={-1} aria-label={label} className={styles.menu} onKeyDown={walk}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
        <div key={group.id} role="group" className={styles.group}>
          {group.label && <div className={styles.groupLabel}>{group.label}</div>}
          {group.items.map((item) => (
            <button
              key={item.id}
              type="button"
              {...(item.chosen === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': item.chosen })}
              tabIndex={-1}
              className={styles.item}
              onClick={() => {
                close();
                item.onChoose();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
  return (
    <Popover
      content={list}
      trigger="click"
      placement={placement}
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      afterOpenChange={focusChosen}
      destroyOnHidden
      styles={{ container: { padding: 4 } }}
    >
      <button
        ref={button}
        type="button"
        onKeyDown={enter}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={label}
      >
        {children}
      </button>
    </Popover>
  );
}
