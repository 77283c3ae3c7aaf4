import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import english from '../../../../../messages/en.json' with { type: 'json' };
import { ANYONE, DRILL } from './drill.ts';

const lines = [ANYONE, ...DRILL.flatMap((part) => [...part.lines])];

test('each line of the drill has a browser test', () => {
	const tests = globSync('tests/e2e/*.e2e.ts')
		.map((file) => readFileSync(file, 'utf8'))
		.join('\n');

	expect(lines.filter((line) => !tests.includes(`test('${line.test}'`))).toEqual([]);
});

test('the drill is short, and leaves out none of its texts', () => {
	const keys = Object.keys(english).filter((key) => key.startsWith('drill_'));
	const shown = ['drill_title', ...DRILL.map(({ title }) => title), ...lines.map(({ key }) => key)];
	expect(shown.sort()).toEqual(keys.sort());
	expect(lines.length).toBeLessThanOrEqual(8);
});
