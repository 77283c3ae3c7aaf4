import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** WebKit drops it whole, unless it names a line and nothing else. */
const DECORATION = /^\s*text-decoration:\s*[\w-]+\s+[^;]*;/gm;

test('no line under or through words is written in a way that iPhones do not read', () => {
	const files = globSync('src/{app.css,lib/**/*.css,{lib,routes}/**/*.svelte}');
	expect(files.length).toBeGreaterThan(100);
	const found = files.flatMap((file) => readFileSync(file, 'utf8').match(DECORATION) ?? []);
	expect(found).toEqual([]);
});
