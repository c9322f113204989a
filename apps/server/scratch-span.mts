import { startDatabase } from '@duban/db/start-database';
import pg from 'pg';
const database = await startDatabase({ rootDir: '/tmp/exdb' });
const c = new pg.Client(database.url); await c.connect();
try {
  await c.query(`create temp table s as select * from item_span order by id limit 50000`);
  const rows = (await c.query(`select to_jsonb(s) - 'id' as r from s`)).rows.map(x => x.r);
  const cols = Object.keys(rows[0]);
  const types = Object.fromEntries((await c.query(`select attname, format_type(atttypid, atttypmod) t from pg_attribute where attrelid='item_span'::regclass and attnum>0`)).rows.map(r => [r.attname, r.t]));
  await c.query('create table t1 (like item_span including defaults)');
  const q = cols.map(x => `"${x}"`).join(',');
  const run = async (label: string, f: (b: any[]) => Promise<any>) => { await c.query('truncate t1'); const b = performance.now(); for (let i = 0; i < rows.length; i += 5000) await f(rows.slice(i, i + 5000)); console.log(label, (performance.now() - b).toFixed(0)); };
  for (const k of [1, 2]) {
  await run('jsonb', b => c.query(`insert into t1 (${q}) select ${q} from jsonb_populate_recordset(null::t1, $1::jsonb)`, [JSON.stringify(b)]));
  await run('json', b => c.query(`insert into t1 (${q}) select ${q} from json_populate_recordset(null::t1, $1::json)`, [JSON.stringify(b)]));
  await run('unnest', b => c.query(`insert into t1 (${q}) select * from unnest(${cols.map((x, i) => `$${i + 1}::${types[x]}[]`).join(',')})`, cols.map(x => b.map(r => r[x] !== null && typeof r[x] === 'object' ? JSON.stringify(r[x]) : r[x]))));
  await run('json columns', b => c.query(`insert into t1 (${q}) select ${cols.map((x,i)=>`(v->>${i})::${types[x]}`).join(',')} from jsonb_array_elements($1::jsonb) v`, [JSON.stringify(b.map(r => cols.map(x => r[x])))]));
  }
  await c.query('drop table t1');
  await c.query('create table t1 (like item_span including defaults); alter table t1 add foreign key (item_id) references item(id)');
  await run('unnest + fk', b => c.query(`insert into t1 (${q}) select * from unnest(${cols.map((x, i) => `$${i + 1}::${types[x]}[]`).join(',')})`, cols.map(x => b.map(r => r[x] !== null && typeof r[x] === 'object' ? JSON.stringify(r[x]) : r[x]))));
  await c.query('drop table t1');
} finally { await c.end(); await database.close(); }
