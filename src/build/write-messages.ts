import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compileMessages, SOURCES, type Texts } from './compile-messages.ts';
import { readSite } from './site/read-site.ts';
import { siteModule } from './site/site-module.ts';

const OUT = 'src/lib/messages/generated';
const SITE_OUT = 'src/lib/edition/generated';

/** A file that is not JSON is reported like other problems, and the rest is read. */
function readCatalogues(): { sources: Map<string, Texts>; problems: string[] } {
	const sources = new Map<string, Texts>();
	const problems: string[] = [];
	for (const name of readdirSync(SOURCES).filter((it) => it.endsWith('.json'))) {
		try {
			const texts = JSON.parse(readFileSync(`${SOURCES}/${name}`, 'utf8')) as Texts;
			sources.set(name.slice(0, -'.json'.length), texts);
		} catch (error) {
			problems.push(`${SOURCES}/${name}: ${(error as SyntaxError).message}`);
		}
	}
	return { sources, problems };
}

/**
 * Compiles `src/messages` and the site's own words into modules of the app, and gives what must be
 * mended in either.
 */
export function writeMessages({ print = (_line: string): void => undefined } = {}): string[] {
	const { sources, problems: unread } = readCatalogues();
	// the old modules stay: with a language missing, the app would not compile
	if (unread.length > 0) return unread;
	const read = readSite();
	if (!read.ok) return read.problems;
	const { site, file } = read;
	const { catalogues, keys, firstWords, problems } = compileMessages(sources, site, file);
	mkdirSync(SITE_OUT, { recursive: true });
	writeFileSync(`${SITE_OUT}/site.ts`, siteModule(site));
	mkdirSync(OUT, { recursive: true });
	for (const [tag, catalogue] of catalogues) {
		writeFileSync(`${OUT}/${tag}.json`, JSON.stringify(catalogue));
	}
	writeFileSync(`${OUT}/keys.ts`, keys);
	writeFileSync(`${OUT}/first-words.ts`, firstWords);

	const gaps = [...catalogues.values()].filter(({ english }) => english.length > 0);
	const counts = gaps.map(({ lang, english }) => `${lang} ${String(english.length)}`);
	if (counts.length > 0) print(`Not translated, shown in English: ${counts.join(', ')}`);
	return [...problems];
}

if (import.meta.main) {
	const problems = writeMessages({ print: (line) => console.log(line) });
	for (const problem of problems) console.error(problem);
	process.exitCode = problems.length > 0 ? 1 : 0;
}
