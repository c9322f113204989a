// Run by migrate.test.ts as a process of its own, to be killed in the middle.
import { migrate } from '../migrate.ts';

await migrate(process.argv[2]!, { directory: process.argv[3]! });
