// Writes docs/example-edition anew, after a change of the formats: `npx node tests/formats/make-example.ts`
import { createECDH, createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64Url, toText } from '#lib/trust/signed/bytes.ts';
import { parsePublicKey } from '#lib/trust/signed/root.ts';
import { parsed } from '#tests/support/publisher/content-fixture.ts';
import { compileContent, releaseContent } from '../../src/compiler/compile/compile-edition.ts';
import { makeHead, pointerTo } from '../../src/compiler/publish/head.ts';
import type { SigningKey } from '../../src/compiler/keys/key-files.ts';
import { makeRoot, publicKey, signRoot, type Holders } from '../../src/compiler/keys/roots.ts';
import { signFile } from '../../src/compiler/keys/sign-file.ts';
import { writeEdition } from '../../src/compiler/publish/write-edition.ts';

const FOLDER = 'docs/example-edition';
const NOW = new Date('2026-11-26T09:00:00.000Z');

/**
 * Anyone can make these keys: the private one is the SHA-256 of a sentence. So the example can be made
 * anew by everybody, and proves nothing.
 */
async function exampleKey(name: string): Promise<SigningKey> {
	const ecdh = createECDH('prime256v1');
	const secret = createHash('sha256').update(`Handrail example key: ${name}`).digest();
	ecdh.setPrivateKey(secret);
	const point = ecdh.getPublicKey();
	const text = (bytes: Uint8Array): string => toBase64Url(new Uint8Array(bytes));
	const jwk = {
		...{ kty: 'EC', crv: 'P-256', d: text(secret) },
		...{ x: text(point.subarray(1, 33)), y: text(point.subarray(33)) }
	};
	const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
	const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
	const spki = text(der);
	const key = await parsePublicKey(spki);
	if (!key) throw new Error(`${name} is no key that phones take`);
	return { keyId: key.keyId, spki, privateKey };
}

const named = (...names: string[]): Promise<SigningKey[]> => Promise.all(names.map(exampleKey));
const root = await named('root 1', 'root 2', 'root 3');
const [oldHead, head] = [await named('head 1'), await named('head 2')];
const [edition, approver] = [await named('edition 1'), await named('approver 1', 'approver 2')];

const holders = (headKeys: readonly SigningKey[]): Holders => ({
	root: { keys: root.map(publicKey), threshold: 2 },
	head: { keys: headKeys.map(publicKey), threshold: 1 },
	edition: { keys: edition.map(publicKey), threshold: 1 },
	approver: { keys: approver.map(publicKey), threshold: 2 }
});
const roots = [oldHead, head].map((keys, at) =>
	signRoot(makeRoot(at + 1, holders(keys), NOW), root.slice(0, 2))
);

const content = compileContent(parsed());
const released = releaseContent(content, { version: 1, issued: NOW, root: 2, isDemo: true });
const dates = { previous: 0, root: 2, now: NOW };
const signedHead = JSON.stringify(makeHead(pointerTo(released), dates));
const anchor = { root: toText(roots[0]?.file ?? new Uint8Array()), floor: 1, isDemo: true };

rmSync(join(FOLDER, 'published'), { recursive: true, force: true });
await writeEdition(
	join(FOLDER, 'published'),
	{
		files: released.files,
		edition: { payload: released.payload, file: signFile('edition', released.payload, edition) },
		roots,
		head: signFile('head', signedHead, head)
	},
	{ compress: false }
);
writeFileSync(join(FOLDER, 'anchor.json'), JSON.stringify(anchor));
