import { expect, test } from 'vitest';
import { readSite } from './read-site.ts';
import { siteModule } from './site-module.ts';

/** What the module of a site says for one constant. */
function constantOf(name: string, own: { shortName: string; sheet: string }): unknown {
	const read = readSite('src/content');
	if (!read.ok) throw new Error(read.problems.join('\n'));
	const { site } = read;
	const neutralNames = { ...site.neutralNames, sheet: own.sheet };
	const made = siteModule({ ...site, shortName: own.shortName, neutralNames }, false);
	return JSON.parse(new RegExp(`export const ${name} = (.*) as const;`).exec(made)?.[1] ?? '');
}

test('files are named by plain letters of the short name, whatever its script', () => {
	const files = (shortName: string, sheet: string): unknown =>
		constantOf('FILE_NAMES', { shortName, sheet });
	expect(files('Banister', 'Notes')).toEqual({ own: 'banister', sheet: 'notes', book: 'guide' });
	expect(files('Guía / Rampe d’été', 'Мои заметки')).toEqual({
		...{ own: 'guia-rampe-d-ete', sheet: 'guide', book: 'guide' }
	});
});
