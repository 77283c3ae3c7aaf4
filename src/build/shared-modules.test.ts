import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSharedModules } from './shared-modules.ts';

const FILES = {
	'src/hooks.client.ts':
		"import { read, type Row } from '#lib/storage/read.ts';\nimport { look } from '#lib/ui/look.ts';\nimport type { Only } from '#lib/storage/types.ts';",
	'src/routes/+page.svelte':
		"<script>\n\timport {\n\t\topen as openIt,\n\t\tclose\n\t} from '#lib/storage/open.ts';\n</script>",
	'src/service-worker/index.ts':
		"import { read } from '#lib/storage/read.ts';\nimport { parts } from '../lib/storage/parts.ts';\nimport { state } from '#lib/storage/state.svelte.ts';",
	'src/phone-pages/pages.ts': "import Page from '../routes/+page.svelte';",
	'src/lib/storage/read.ts':
		"import * as v from 'valibot';\nimport { inner } from './inner.ts';\nexport const read = v.string(inner);",
	'src/lib/storage/inner.ts': 'export const inner = 1;',
	'src/lib/storage/open.ts': 'export const open = 1, close = 2, unused = 3;',
	'src/lib/storage/parts.ts':
		"import * as v from 'valibot';\nexport const parts = v.object({ a: v.check() });",
	'src/lib/storage/state.svelte.ts': 'export const state = 1;',
	'src/lib/storage/types.ts': 'export const Only = 1;',
	'src/lib/ui/look.ts': "export const look = typeof document === 'undefined';"
};

let root: string;
beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'handrail-shared-'));
	for (const [path, text] of Object.entries(FILES)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
});
afterAll(() => {
	rmSync(root, { recursive: true, force: true });
});

test('what page and worker both run is shared, with the names that others ask for', () => {
	const { modules } = findSharedModules(root);
	const found = Object.fromEntries([...modules].map(([path, names]) => [path, [...names].sort()]));
	expect(found).toEqual({
		'src/lib/storage/read.ts': ['read'],
		'src/lib/storage/open.ts': ['close', 'open'],
		// of a library, what a module of one side alone reads
		valibot: ['check', 'object']
	});
});

test('an import means a shared module wherever it is written', () => {
	const { resolve } = findSharedModules(root);
	expect(resolve('./inner.ts', 'src/lib/storage/read.ts')).toBe('src/lib/storage/inner.ts');
	expect(resolve('#lib/storage/inner.ts', 'src/routes/+page.svelte')).toBe(
		'src/lib/storage/inner.ts'
	);
	expect(resolve('valibot', 'src/routes/+page.svelte')).toBe('valibot');
});

test('what one of them alone runs, or another way, is not shared', () => {
	const { resolve } = findSharedModules(root);
	for (const path of ['storage/parts', 'storage/types', 'storage/state.svelte', 'ui/look']) {
		expect(resolve(`#lib/${path}.ts`, 'src/hooks.client.ts')).toBeUndefined();
	}
});
