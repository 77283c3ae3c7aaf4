import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cruiseSource } from './cruise-source.ts';
import { layers } from './layers.ts';
import { entryFiles, folderOf, rooms } from './rooms.ts';
import { rules } from './rules.ts';

interface Violation {
	readonly rule: string;
	readonly from: string;
	readonly to: string;
}

async function violations(baseDir: string): Promise<Violation[]> {
	const { summary } = await cruiseSource(baseDir, rules);
	return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

test('every import follows the table of layers', async () => {
	expect(await violations(process.cwd())).toEqual([]);
}, 60_000);

test.each(Object.entries(rooms))('every file of %s is in a room of its table', (layer, table) => {
	const entries = readdirSync(layer, { withFileTypes: true });
	const files = entries.filter((it) => it.isFile() && it.name !== 'README.md');
	const folders = entries
		.filter((it) => it.isDirectory() && it.name !== 'generated')
		.map(({ name }) => name);
	const isRoom = '.' in table;
	if (!isRoom) expect(files.map(({ name }) => name)).toEqual(entryFiles[layer] ?? []);
	expect([...folders, ...(isRoom ? ['.'] : [])].sort()).toEqual(Object.keys(table).sort());
});

/** A guard that passes silently is worse than none: here every layer imports every other. */
const names = Object.keys(layers);
const ENDPOINT = 'src/routes/api/it';
let project: string;
beforeAll(() => {
	project = mkdtempSync(join(tmpdir(), 'handrail-layers-'));
	const write = (path: string, text: string): void => {
		mkdirSync(dirname(join(project, path)), { recursive: true });
		writeFileSync(join(project, path), text);
	};
	write('package.json', JSON.stringify({ type: 'module', imports: { '#lib/*': './src/lib/*' } }));
	for (const from of names) {
		write(`${from}/it.ts`, 'export const it = 1;\n');
		write(`${from}/all.ts`, importsOfAll(from));
	}
	write(`${ENDPOINT}/+server.ts`, importsOfAll(ENDPOINT));
	for (const [layer, table] of Object.entries(rooms)) {
		const folders = Object.keys(table).map((room) => folderOf(layer, room));
		for (const from of folders) {
			write(`${from}/it.ts`, 'export const it = 1;\n');
			// a room may have rooms itself: two files, each about one table
			write(`${from}/${from === layer ? 'inside' : 'beside'}.ts`, importsOfAll(from, folders));
		}
	}
});
afterAll(() => {
	rmSync(project, { recursive: true, force: true });
});

/** Types only, because those count, too. */
function importsOfAll(from: string, all: readonly string[] = names): string {
	const imports = all
		.filter((to) => to !== from)
		.map((to, n) => {
			const lib = /^src\/lib\/(.*)$/.exec(to)?.[1];
			const path = lib ? `#lib/${lib}/it.ts` : `${'../'.repeat(from.split('/').length)}${to}/it.ts`;
			return `import type { it as it${n} } from '${path}';\nexport type T${n} = typeof it${n};\n`;
		});
	return imports.join('');
}

test('the rules report exactly the imports that the table forbids', async () => {
	const found = await violations(project);
	const pairs = found.map(({ from, to }) => `${dirname(from)} → ${dirname(to)}`).sort();

	const forbidden = names.flatMap((from) =>
		names.filter((to) => to !== from && !layers[from]?.includes(to)).map((to) => `${from} → ${to}`)
	);
	const ofEndpoint = names
		.filter((to) => to !== 'src/routes' && to !== 'src/lib/server')
		.filter((to) => !layers['src/routes']?.includes(to))
		.map((to) => `${ENDPOINT} → ${to}`);
	const ofRooms = Object.entries(rooms).flatMap(([layer, table]) =>
		Object.entries(table).flatMap(([from, allowed]) =>
			Object.keys(table)
				.filter((to) => to !== from && !allowed.includes(to))
				.map((to) => `${folderOf(layer, from)} → ${folderOf(layer, to)}`)
		)
	);
	expect(pairs).toEqual([...forbidden, ...ofEndpoint, ...ofRooms].sort());
}, 60_000);
