import { isDeepStrictEqual } from 'node:util';
import { hasExpired } from '#lib/edition/dates.ts';
import { DAY_MS } from '#lib/edition/durations.ts';
import type { Head } from '#lib/edition/edition.ts';
import { compileContent } from '../compile/compile-edition.ts';
import { formatDiagnostic } from '../base/diagnostic.ts';
import { makeHead, pointerTo } from '../publish/head.ts';
import type { Io } from '../base/io.ts';
import { writeAnchorModule } from '../keys/anchor-file.ts';
import { loadSigner, type Signer } from '../keys/load-signer.ts';
import { loadCorpus } from '../check/load-corpus.ts';
import { readPublished, type Published } from '../publish/read-published.ts';
import { englishOf, type Corpus } from '../read/corpus.ts';
import { Refusal } from '../base/refusal.ts';
import { refuseOtherPublisher, type Builder } from '../publish/refuse-other-publisher.ts';
import { decideRelease, type ReleaseDecision } from '../publish/release.ts';
import { refuseUnfinished } from './refuse-unfinished.ts';
import { isSignedFor } from '../keys/sign-file.ts';
import { readUpdates } from '../publish/read-updates.ts';
import { writeEdition } from '../publish/write-edition.ts';

export interface BuildOptions {
	readonly content: string;
	readonly out: string;
	readonly keys?: string | undefined;
	readonly version?: number | undefined;
	readonly issued?: Date | undefined;
	readonly expiresDays?: number | undefined;
	/** A preview of unfinished content: its problems are printed and passed over. Demo keys only. */
	readonly isUnchecked: boolean;
	/** For a build that is compared with a publisher's, whose keys are not here. */
	readonly isCompared?: boolean | undefined;
	/** The publisher's address is another one than in the edition before, and no other publisher's. */
	readonly isMoved?: boolean | undefined;
	/** Where the app's trust anchor goes. */
	readonly anchorModule: string;
	readonly compress: boolean;
}

/** Compiles, signs and writes an edition. Gives the exit code: 1 if the content has problems. */
export async function build(options: BuildOptions, io: Io): Promise<number> {
	const { content, out, keys, version, issued, expiresDays } = options;
	const corpus = loadCorpus({ content });
	for (const diagnostic of corpus.diagnostics) io.printError(formatDiagnostic(diagnostic));
	if (corpus.diagnostics.length > 0 && !options.isUnchecked) return 1;

	const now = io.now();
	const { isCompared } = options;
	const signer = await loadSigner({ content, keys, passphrase: io.passphrase, now, isCompared });
	if (!signer.isDemo && options.isUnchecked) {
		throw new Refusal('--unchecked is for demo keys only.');
	}
	const published = readPublished(out);
	if (published) refuseOtherPublisher(published, builderOf(corpus.value, signer, options));
	refuseUnfinished(corpus.value, { out, isDemo: signer.isDemo }, io);
	if (!published && !signer.isDemo && version === undefined) throw new Refusal(firstOf(out));
	const { root, isDemo, roots, anchor } = signer;
	const isStillSigned = await isPublishedFor(published, signer);
	const compiled = compileContent(corpus.value);
	const wishes = { now, root: root.version, isDemo, floor: anchor.floor, published, isStillSigned };
	// what is only compared has no editions before it, and the app of that publisher may have a floor
	const first = isCompared && !published ? anchor.floor : undefined;
	const release = decideRelease(compiled, {
		...wishes,
		...{ version: version ?? first, issued, expiresDays }
	});

	const edition = await editionFile(release, published, signer);
	const updates = readUpdates(out, release.compiled, edition.file);
	const pointer = pointerTo(release.compiled, updates.from);
	const head = await headFile(pointer, published, signer, now);
	const { files, sounds } = release.compiled;
	const before = published?.head.file;
	const signed = { files, sounds, edition, roots, head, before, updates: updates.files };
	await writeEdition(out, signed, options);
	writeAnchorModule(options.anchorModule, anchor);
	report(release, out, io);
	return 0;
}

/** Starting again at 1 by mistake would give numbers that phones have seen, and refuse. */
const firstOf = (out: string): string =>
	`Nothing was published in ${out}. If this is your first edition, pass --version 1; else bring the folder there that you published.`;

const builderOf = (
	corpus: Corpus,
	{ isDemo, roots }: Signer,
	{ out, isMoved = false }: BuildOptions
): Builder => ({
	...{ out, isDemo, roots, isMoved, publisher: corpus.publisher.fields },
	articles: englishOf(corpus).map(({ kind, slug }) => `${kind}/${slug}`)
});

const isPublishedFor = async (published: Published | undefined, { root }: Signer) =>
	published !== undefined && (await isSignedFor('edition', published.edition.file, root));

/** An edition that is kept keeps its signature: signing again would give other bytes. */
async function editionFile(
	{ compiled: { payload }, isKept }: ReleaseDecision,
	published: Published | undefined,
	signer: Signer
) {
	if (isKept && published) return { payload, file: published.edition.file };
	return { payload, file: await signer.sign('edition', payload) };
}

/** A head with less than this left is signed anew by a build. `renew` always does. */
const HEAD_MARGIN_DAYS = 3;

async function headFile(
	pointer: Head['edition'],
	published: Published | undefined,
	signer: Signer,
	now: Date
) {
	const { root } = signer;
	if (published) {
		const { content, file } = published.head;
		const isFresh = !hasExpired(
			content.expires,
			new Date(now.getTime() + HEAD_MARGIN_DAYS * DAY_MS)
		);
		const isSame = isDeepStrictEqual(content.edition, pointer) && content.root === root.version;
		if (isSame && isFresh && (await isSignedFor('head', file, root))) return file;
	}
	const previous = published?.head.content.version ?? 0;
	return signer.sign(
		'head',
		JSON.stringify(makeHead(pointer, { previous, root: root.version, now }))
	);
}

function report({ compiled, isKept }: ReleaseDecision, out: string, io: Io): void {
	const { version, issued, expires, languages, publisher } = compiled.edition;
	const count = languages.find(({ lang }) => lang === 'en')?.count ?? 0;
	const state = isKept ? 'unchanged' : 'new';
	const keys = publisher.isDemo ? ', demo keys' : '';
	io.print(
		`Edition ${String(version)} (${state}${keys}): ${String(count)} articles, ` +
			`${String(languages.length)} languages, issued ${issued}, until ${expires}, in ${out}`
	);
}
