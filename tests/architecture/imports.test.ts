import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layers } from './layers.ts';
import { rules } from './rules.ts';

interface Violation {
	readonly rule: string;
	readonly from: string;
	readonly to: string;
}

async function violations(baseDir: string): Promise<Violation[]> {
	const { output } = await cruise(
		['src'],
		{
			baseDir,
			ruleSet: { forbidden: rules },
			validate: true,
			tsPreCompilationDeps: true,
			doNotFollow: { path: 'node_modules' },
			enhancedResolveOptions: {
				conditionNames: ['svelte', 'browser', 'import', 'default'],
				extensions: ['.ts', '.js', '.svelte']
			}
		},
		{ bustTheCache: true }
	);
	const { summary } = output as ICruiseResult;
	return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

test('every import follows the table of layers', async () => {
	expect(await violations(process.cwd())).toEqual([]);
}, 60_000);

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
});
afterAll(() => {
	rmSync(project, { recursive: true, force: true });
});

/** Types only, because those count, too. */
function importsOfAll(from: string): string {
	const imports = names
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
	expect(pairs).toEqual([...forbidden, ...ofEndpoint].sort());
}, 60_000);
