import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compileMessages, SOURCES, type Texts } from './compile-messages.ts';

const OUT = 'src/lib/messages/generated';

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

/** Compiles `src/messages` into the modules of the app, and gives what a translator must mend. */
export function writeMessages({ print = (_line: string): void => undefined } = {}): string[] {
	const { sources, problems: unread } = readCatalogues();
	// the old modules stay: with a language missing, the app would not compile
	if (unread.length > 0) return unread;
	const { catalogues, keys, firstWords, problems } = compileMessages(sources);
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
