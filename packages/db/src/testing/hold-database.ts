// Run by launcher.test.ts as a process of its own: starts a database, says where it is, and holds it until told or killed.
import { launch } from '../launcher.ts';

const database = await launch({ home: process.argv[2]!, durability: 'data', tenancy: 'exclusive' });
process.on('SIGTERM', () => void database.close().then(() => process.exit(0)));
process.stdout.write(`${JSON.stringify({ url: database.url, dataDir: database.dataDir })}\n`);
setInterval(() => {}, 1000);
