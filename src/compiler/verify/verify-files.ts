import { Edition, Head } from '#lib/edition/edition.ts';
import { editionPath, HEAD_PATH, rootVersionOf } from '#lib/edition/address/published-paths.ts';
import { fail } from '#lib/edition/result.ts';
import type { Failure } from '#lib/sync/sync-outcome.ts';
import type { Anchor } from '#lib/trust/anchor.ts';
import { parseEnvelope } from '#lib/trust/signed/envelope.ts';
import { checkAnchor } from './check-anchor.ts';
import { checkBlobs } from './check-blobs.ts';
import { checkCopies } from './check-copies.ts';
import { checkSignedFiles, checkKeys, checkMembers } from './check-edition.ts';
import { checkListing } from './check-listing.ts';
import { checkSounds } from './check-sounds.ts';
import { checkUpdates, updatesTo } from './check-updates.ts';
import { installAsPhone } from './install-as-phone.ts';
import type { PublishedFiles } from './folder-files.ts';
import { parseExact } from './parse-exact.ts';
import { readLanguage, type PublishedLanguage, type Report } from './read-language.ts';
import { readRootChain } from './read-root-chain.ts';
import { REFUSAL_REASONS } from './refusal-reasons.ts';

export interface VerifyPorts {
	/** Whom the phones of this publisher believe. */
	readonly anchor: Anchor;
	readonly now: Date;
}

/** The result for a folder. If `problems` is empty, phones take it and nothing else is wrong. */
export interface VerifiedFolder {
	/** As sentences for the publisher. */
	readonly problems: readonly string[];
	/** Paths of all files that the edition leads to, the edition, and what leads phones to it. */
	readonly files: readonly string[];
	/** How many other files lie in the folder, of earlier editions or unknown. */
	readonly unnamed: number;
}

/**
 * Finds everything that is wrong with a published folder. First the phone's own sync runs over
 * it, so that nothing goes out which phones refuse; then what only a publisher can get wrong.
 */
export async function verifyFiles(
	files: PublishedFiles,
	{ anchor, now }: VerifyPorts
): Promise<VerifiedFolder> {
	const known = await checkAnchor(files, anchor);
	if (!known.ok)
		return unreadable(`This is another publisher's edition for this clone: ${known.code}`);
	const root = await readRootChain(files);
	if (!root.ok) return unreadable(root.code);
	const accepted = await installAsPhone(files, { anchor, lang: 'en', now });
	if (!accepted.ok) return unreadable(refusal(accepted.code, 'en', anchor));

	const problems: string[] = [];
	const report: Report = (problem) => problems.push(problem);
	const { edition, sha256 } = accepted.value;
	for (const { lang } of edition.languages) {
		const other = await installAsPhone(files, { anchor, lang, now });
		if (!other.ok) report(refusal(other.code, lang, anchor));
	}
	const head = readPayload(files, HEAD_PATH, Head, report);
	readPayload(files, editionPath(sha256), Edition, report);
	if (head)
		for (const it of checkSignedFiles({ root: root.value, head, edition }, anchor, now)) report(it);
	problems.push(...(await checkKeys(root.value)));

	const languages = edition.languages.flatMap((it) => readLanguage(files, it, report) ?? []);
	const updates = updatesTo(files, sha256).map(({ path }) => path);
	const paths = new Set([editionPath(sha256), ...languages.flatMap((it) => it.paths), ...updates]);
	problems.push(...checkLanguages(edition, languages));
	problems.push(...checkUpdates(files, sha256, languages));
	const signed = files.paths().filter(isHeadOrRoot);
	problems.push(...checkCopies(files, [...paths, ...signed]));
	const unnamed = countUnnamed(files, new Set([...paths, ...signed]));
	return { problems: [...new Set(problems)], files: [...paths], unnamed };
}

/** A problem after which nothing else can be read. */
const unreadable = (problem: string): VerifiedFolder => {
	return { problems: [problem], files: [], unnamed: 0 };
};

/** The signed files that are copied beside those that the edition names. */
const isHeadOrRoot = (path: string): boolean =>
	path === HEAD_PATH || rootVersionOf(path) !== undefined;

function refusal(code: Failure, lang: string, anchor: Anchor): string {
	return `Phones would refuse it (${lang}, ${code}): ${REFUSAL_REASONS[code](anchor)}`;
}

function readPayload<Schema extends typeof Head | typeof Edition>(
	files: PublishedFiles,
	path: string,
	schema: Schema,
	report: Report
) {
	const envelope = parseEnvelope(files.read(path) ?? new Uint8Array());
	const read = envelope.ok ? parseExact(schema, envelope.value.payload) : fail('is no signed file');
	if (!read.ok) report(`${path} ${read.code}`);
	return read.ok ? read.value : undefined;
}

function* checkLanguages(
	edition: Edition,
	languages: readonly PublishedLanguage[]
): Generator<string> {
	const english = languages.find(({ files }) => files.lang === 'en');
	// said above, with the file that is missing
	if (!english) return;
	yield* checkMembers(edition, english, languages);
	for (const language of languages) {
		yield* checkListing(language);
		yield* checkBlobs(language, { english, edition });
		yield* checkSounds(language);
	}
}

function countUnnamed(files: PublishedFiles, named: ReadonlySet<string>): number {
	return files.paths().filter((path) => !named.has(path.replace(/\.(br|gz)$/, ''))).length;
}
