import { createStore } from './store.ts';
import { readStored, writeStored } from './stored.ts';

const storedAs = 'large-type';

const large = createStore(false);

function show(isLarge: boolean): void {
  large.set(isLarge);
  document.documentElement.classList.toggle('large-type', isLarge);
}

/** Shows the type size that was chosen last on this device. */
export const startDisplay = () => show(readStored(storedAs) === 'yes');

/** Whether the large type (大字版) is on, and what turns it on and off. */
export function useLargeType() {
  const isLarge = large.use();
  const toggle = () => {
    show(!isLarge);
    writeStored(storedAs, isLarge ? 'no' : 'yes');
  };
  return { isLarge, toggle };
}
