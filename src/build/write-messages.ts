import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compileMessages, SOURCES, type Texts } from './compile-messages.ts';
import {
	checkNotes,
	olderMessages,
	showOlder,
	withSources,
	type MessageNotes,
	type MessageSources,
	type OlderMessage
} from './message-sources.ts';
import { readFlags, refuseFlags } from './flags/read-flags.ts';
import { readSite } from './site/read-site.ts';
import { ICON } from './site/site-files.ts';
import { siteFolder, takeSite } from './site/site-folder.ts';
import { siteModule } from './site/site-module.ts';

const OUT = 'src/lib/messages/generated';
const USAGE = 'npm run messages -- [--write [KEY…] [--lang TAG]] [--site DIR]';
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

/** Beside the catalogues, and in a folder of their own: translators' tools take each file here for a language. */
const HASHES = `${SOURCES}/about/hashes.json`;
const NOTES = `${SOURCES}/about/notes.json`;

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Says which strings have another English than that of which they are a translation. */
function reportOlder(print: (line: string) => void): void {
	const older = olderMessages(readCatalogues().sources, readJson(HASHES) as MessageSources);
	const [fresh, changed] = [older.filter(({ isNew }) => isNew), older.filter((it) => !it.isNew)];
	for (const line of showOlder(changed)) print(`The English changed: ${line}`);
	if (changed.length > 0)
		print('Translate these, then: npm run messages -- --write KEY… [--lang TAG]');
	if (fresh.length > 0) {
		const count = new Set(fresh.map(({ key }) => key)).size;
		print(
			`Strings of which nothing says what they were translated from: ${String(count)}. Run: npm run messages -- --write`
		);
	}
}

/** Notes what was translated from the English of today: what is new, and the strings that are named. */
function writeHashes(keys: readonly string[], lang: string | undefined): void {
	const isOfToday = (message: OlderMessage): boolean =>
		message.isNew || (keys.includes(message.key) && (lang ?? message.lang) === message.lang);
	const sources = withSources(
		readCatalogues().sources,
		readJson(HASHES) as MessageSources,
		isOfToday
	);
	writeFileSync(HASHES, `${JSON.stringify(sources, null, '\t')}\n`);
}

/** A key or a language that is misspelt would note nothing, and look as if it had. */
function refuseUnknown(
	keys: readonly string[],
	{ write, lang }: { readonly write?: boolean | undefined; readonly lang?: string | undefined }
): void {
	const [first] = keys;
	if (first !== undefined && !write) refuseFlags(`"${first}" is one word too many.`, USAGE);
	const { sources } = readCatalogues();
	const unknown = keys.find((key) => !Object.hasOwn(sources.get('en') ?? {}, key));
	if (unknown !== undefined) refuseFlags(`There is no text "${unknown}" in en.json.`, USAGE);
	if (lang !== undefined && !sources.has(lang)) {
		refuseFlags(`--lang is "${lang}": there is no ${SOURCES}/${lang}.json.`, USAGE);
	}
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
	writeFileSync(`${SITE_OUT}/site.ts`, siteModule(site, existsSync(`${siteFolder()}/${ICON}`)));
	mkdirSync(OUT, { recursive: true });
	for (const [tag, catalogue] of catalogues) {
		writeFileSync(`${OUT}/${tag}.json`, JSON.stringify(catalogue));
	}
	writeFileSync(`${OUT}/keys.ts`, keys);
	writeFileSync(`${OUT}/first-words.ts`, firstWords);

	const gaps = [...catalogues.values()].filter(({ english }) => english.length > 0);
	const counts = gaps.map(({ lang, english }) => `${lang} ${String(english.length)}`);
	if (counts.length > 0) print(`Not translated, shown in English: ${counts.join(', ')}`);
	reportOlder(print);
	return [...problems, ...checkNotes(sources, readJson(NOTES) as MessageNotes, NOTES)];
}

if (import.meta.main) {
	const { values, positionals } = readFlags(
		takeSite(process.argv.slice(2)),
		{ write: { type: 'boolean' }, lang: { type: 'string' } },
		{ usage: USAGE, takesWords: true }
	);
	refuseUnknown(positionals, values);
	if (values.write) writeHashes(positionals, values.lang);
	const problems = writeMessages({ print: (line) => console.log(line) });
	for (const problem of problems) console.error(problem);
	process.exitCode = problems.length > 0 ? 1 : 0;
}
