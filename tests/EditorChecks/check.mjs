// docs/decisions/packages-and-tests.md
// Opens the shipped specs and broken ones as an editor does, and looks at what is marked, offered and said.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Editor } from './client.mjs';

const specs = join(import.meta.dirname, '../../specs');
const shipped = readdirSync(specs, { recursive: true }).filter(name => name.endsWith('.yaml')).map(name => join(specs, name));
const bound = setTimeout(() => { console.error('The language server does not answer.'); process.exit(1); }, 120_000);
const editor = await Editor.start();

const lineOf = (text, part) => text.slice(0, text.indexOf(part)).split('\n').length - 1;

assert.ok(shipped.length > 20);
for (const path of shipped) {
  assert.deepEqual(await editor.open(path, readFileSync(path, 'utf8')), [], path);
}

// A new spec of `dotnet new apm-spec --schema`, which has the schemas beside it.
const begun = readFileSync(join(specs, '../src/Apm.Templates/content/apm-spec/my_method.apm.yaml'), 'utf8');
assert.deepEqual(await editor.open(join(specs, 'my_method.apm.yaml'), begun), []);

// The method of one's own in the README, whole and while it is being written.
const own = '# yaml-language-server: $schema=schema/apm.schema.json\n' + readFileSync(join(specs, '../README.md'), 'utf8').match(/```yaml\n(apm: [^`]*)```/)[1];
assert.deepEqual(await editor.open(join(specs, 'harbour_pay.apm.yaml'), own), []);
const half_own = own.replace(/^currencies: .*$/m, 'curr');
await editor.open(join(specs, 'harbour_half.apm.yaml'), half_own);
assert.ok((await editor.completions(join(specs, 'harbour_half.apm.yaml'), lineOf(half_own, '\ncurr') + 1, 4)).includes('currencies'));

const folder = join(specs, 'worldpay/2023-06-01');
const alipay = readFileSync(join(folder, 'alipay_hk.apm.yaml'), 'utf8');

// What is wrong is marked where it stands.
for (const [from, to, said] of [
  ['currencies: [EUR', 'curencies: [EUR', /curencies/],
  ['status: coming-soon', 'status: soon', /coming-soon/],
  ['type: url, schemes: any, required: true', 'type: url, schemes: any, requird: true', /requird/],
  ['capabilities: [sale', 'capabilities: sale #', /array/],
]) {
  assert.ok(alipay.includes(from), from);
  const text = alipay.replace(from, to);
  const marks = await editor.open(join(folder, `broken_${said.source.replace(/\W/g, '')}.apm.yaml`), text);
  const mark = marks.find(each => each.range.start.line === lineOf(text, to));
  assert.match(mark?.message ?? `nothing at '${to}': ${JSON.stringify(marks)}`, said);
}

// What may come next is offered, and what is there is explained.
const half = alipay.replace(/^countries: .*$/m, 'cou').replace('status: coming-soon', 'status: ');
const path = join(folder, 'half.apm.yaml');
await editor.open(path, half);
assert.ok((await editor.completions(path, lineOf(half, '\ncou') + 1, 3)).includes('countries'));
const offered = await editor.completions(path, lineOf(half, 'status: '), 8);
assert.ok(offered.includes('available') && offered.includes('discontinued'), offered.join());
assert.match(await editor.hover(path, lineOf(half, 'limits:'), 2), /currency/i);

editor.close();
clearTimeout(bound);
console.log(`${shipped.length} shipped specs without a mark; mistakes are marked, words offered and explained.`);
