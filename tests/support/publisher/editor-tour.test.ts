import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TOUR } from './editor-tour.ts';

const FOLDER = 'docs/tour';
const MOST_BYTES = 60_000;

test('the tour shows each step once, in words too, and no picture is heavy', () => {
	const page = readFileSync('docs/editor.md', 'utf8');
	const shown = [...page.matchAll(/!\[([^\]]+)\]\(tour\/(.+)\.webp\)/g)];
	expect(shown.map(([, , name]) => name)).toEqual(TOUR.map(({ name }) => name));
	const files = readdirSync(FOLDER);
	expect(files.sort()).toEqual(TOUR.map(({ name }) => `${name}.webp`).sort());
	const heavy = files.filter((file) => statSync(`${FOLDER}/${file}`).size > MOST_BYTES);
	expect(heavy).toEqual([]);
});
