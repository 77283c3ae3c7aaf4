import * as v from 'valibot';
import { parseJson } from '#lib/edition/text/parse-json.ts';
import { sha256 } from '../compiler/base/text-hash.ts';
import { CODE_LIST, CodeList } from './code-list.ts';

/** The largest file of the app is a tenth of this. */
const MAX_BYTES = 4_000_000;

/** What this checkout builds. */
export interface LocalBuild {
	readonly code: CodeList;
	/** Pages to look at, by path: `en/`. Their texts may differ, what they run must not. */
	readonly pages: Readonly<Record<string, string>>;
}

/** Gets one file of the site, whole. `undefined` where it is not there. */
export type ReadSite = (path: string, maxBytes: number) => Promise<Uint8Array | undefined>;

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Scripts that stand in a page, data left out, and addresses of those that it fetches. */
function scriptsOf(html: string): string[] {
	const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>([^]*?)<\/script>/gi)]
		.filter(([, attributes = '']) => !/type="application\/(ld\+)?json"/i.test(attributes))
		.map(([, , script = '']) => `script in the page, SHA-256 ${sha256(script)}`);
	const fetched = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+)"[^>]*>/gi)]
		.filter(([tag = '']) => /<script|rel="(?:stylesheet|modulepreload|preload)"/i.test(tag))
		.map(([, address = '']) => `file ${address}`);
	const handlers = [...html.matchAll(/<[^>]+\s(on[a-z]+)=/gi)].map(
		([, name = '']) => `handler ${name}`
	);
	return [...inline, ...fetched, ...handlers];
}

/**
 * Compares what a site serves with what this checkout builds: each file by its hash, and in some pages what
 * they run. A host that serves others to some visitors is not seen, unless this is one of them.
 *
 * @returns what is wrong, a line each; nothing where the site runs this source
 */
export async function verifySite(local: LocalBuild, read: ReadSite): Promise<string[]> {
	const listed = await read(CODE_LIST, MAX_BYTES);
	if (!listed)
		return [`${CODE_LIST} is not there: this is no site of Handrail, or one of before it.`];
	const parsed = v.safeParse(CodeList, parseJson(text(listed)));
	if (!parsed.success) return [`${CODE_LIST} cannot be read as a list of files.`];
	const { version } = parsed.output;
	if (version !== local.code.version) {
		const own = local.code.version;
		return [
			`The site says that it runs version ${version}; this checkout builds ${own}. Check out the` +
				' commit that provenance.json names, build it, and compare again.'
		];
	}
	const problems: string[] = [];
	for (const [path, hash] of Object.entries(local.code.files)) {
		const bytes = await read(path, MAX_BYTES);
		if (!bytes) problems.push(`${path} is missing.`);
		else if (sha256(bytes) !== hash)
			problems.push(`${path} is another file than the source makes.`);
	}
	const strangers = Object.keys(parsed.output.files).filter((path) => !(path in local.code.files));
	problems.push(...strangers.map((path) => `${path} is listed there, and no file of this source.`));
	for (const [path, own] of Object.entries(local.pages)) {
		const bytes = await read(path, MAX_BYTES);
		if (!bytes) {
			problems.push(`The page /${path} is missing.`);
			continue;
		}
		const known = new Set(scriptsOf(own));
		const unknown = scriptsOf(text(bytes)).filter((it) => !known.has(it));
		problems.push(
			...unknown.map((it) => `The page /${path} runs what the source does not: ${it}.`)
		);
	}
	return problems;
}
