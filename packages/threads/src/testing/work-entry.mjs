import { register } from 'tsx/esm/api';

register();
export const { work } = await import('./work.fixture.ts');
