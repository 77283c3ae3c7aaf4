import { compileContent } from '../../src/compiler/compile/compile-edition.ts';
import { formatDiagnostic } from '../../src/compiler/base/diagnostic.ts';
import { makeHead, pointerTo } from '../../src/compiler/publish/head.ts';
import { loadSigner } from '../../src/compiler/keys/load-signer.ts';
import { parseCorpus } from '../../src/compiler/read/parse-corpus.ts';
import { readPublished } from '../../src/compiler/publish/read-published.ts';
import { readUpdates } from '../../src/compiler/publish/read-updates.ts';
import { decideRelease } from '../../src/compiler/publish/release.ts';
import { writeEdition } from '../../src/compiler/publish/write-edition.ts';
import type { Sources } from '../../src/compiler/read/source-file.ts';

/**
 * What `edition:build` does, from sources in memory: compiles, signs with this clone's keys (those
 * that the built app trusts) and writes. Into the same folder again, it is the next edition. The
 * writing rules are not checked: a corpus has the size and shape of real content, not its sense.
 */
export async function publishCorpus(corpus: Sources, folder: string): Promise<void> {
	const { value, diagnostics } = parseCorpus(corpus);
	if (diagnostics.length > 0) throw new Error(diagnostics.map(formatDiagnostic).join('\n'));

	const now = new Date();
	const signer = await loadSigner({ content: 'src/content', passphrase: noPassphrase, now });
	const { isDemo, roots, anchor } = signer;
	const root = signer.root.version;
	const published = readPublished(folder);
	const wishes = { now, root, isDemo, floor: anchor.floor, published, isStillSigned: false };
	const { compiled } = decideRelease(compileContent(value), wishes);
	const { files, payload } = compiled;
	const edition = { payload, file: await signer.sign('edition', payload) };
	const updates = readUpdates(folder, compiled, edition.file);

	const previous = published?.head.content.version ?? 0;
	const head = JSON.stringify(makeHead(pointerTo(compiled, updates.from), { previous, root, now }));
	const signed = await signer.sign('head', head);
	const release = { files, edition, roots, head: signed, updates: updates.files };
	await writeEdition(folder, release, { compress: true });
}

const noPassphrase = (): Promise<string> =>
	Promise.reject(new Error('A corpus is signed with demo keys; these ask for a passphrase.'));
