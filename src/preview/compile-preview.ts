import { compileContent, releaseContent } from '../compiler/compile/compile-edition.ts';
import type { Diagnostic } from '../compiler/base/diagnostic.ts';
import { makeHead, pointerTo } from '../compiler/publish/head.ts';
import { writeAnchorModule } from '../compiler/keys/anchor-file.ts';
import { loadSigner } from '../compiler/keys/load-signer.ts';
import { loadCorpus } from '../compiler/check/load-corpus.ts';
import { writeEdition } from '../compiler/publish/write-edition.ts';

export interface PreviewPlaces {
	readonly content: string;
	/** Where the edition goes: a folder that nothing else uses. */
	readonly out: string;
	/** Where the anchor goes that the previewed app trusts. */
	readonly anchorModule: string;
}

/**
 * Compiles content as it is into an edition for `npm run dev`, and gives what is wrong with it: a text
 * that cannot be read is missing, everything else is shown. Signed with the clone's demo keys, also
 * where the content names a publisher's own anchor: who previews has no keys.
 */
export async function compilePreview(
	{ content, out, anchorModule }: PreviewPlaces,
	now = new Date()
): Promise<readonly Diagnostic[]> {
	const { value: corpus, diagnostics } = loadCorpus({ content });
	const passphrase = (): Promise<string> =>
		Promise.reject(new Error('Demo keys have no passphrase'));
	// not the content's folder: an anchor in it would refuse these keys
	const signer = await loadSigner({ content: out, passphrase, now });
	const root = signer.root.version;
	// a browser keeps what it saw, and takes nothing older: time only rises, whatever was deleted
	const version = now.getTime();
	const release = { version, issued: now, root, isDemo: true };
	const compiled = releaseContent(compileContent(corpus), release);
	const edition = await signer.sign('edition', compiled.payload);
	const pointer = pointerTo(compiled);
	const head = JSON.stringify(makeHead(pointer, { previous: version - 1, root, now }));
	const signed = {
		files: compiled.files,
		sounds: compiled.sounds,
		edition: { payload: compiled.payload, file: edition },
		roots: signer.roots,
		head: await signer.sign('head', head)
	};
	await writeEdition(out, signed, { compress: false });
	writeAnchorModule(anchorModule, signer.anchor);
	return diagnostics;
}
