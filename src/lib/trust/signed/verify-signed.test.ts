import { expect, test } from 'vitest';
import { aRoot, keys, signedFile } from '#tests/support/publisher/publisher-keys.ts';
import { parseEnvelope, type Role } from './envelope.ts';
import { trustedRole, type Root, type RootRole } from './root.ts';
import { verifySigned } from './verify-signed.ts';

async function verify(
	role: Role & RootRole,
	file: Parameters<typeof parseEnvelope>[0],
	root: Root
) {
	const envelope = parseEnvelope(file);
	if (!envelope.ok) throw new Error(envelope.code);
	return verifySigned(role, envelope.value, await trustedRole(root, role));
}

test('counts a key that signs twice once', async () => {
	const [a, b, c] = await keys(3);
	if (!a || !b || !c) throw new Error('three keys');
	const root = aRoot({ root: [a, b], head: [c], edition: [c] });
	const twice = await verify('root', await signedFile('root', {}, [a, a]), root);
	expect(twice).toMatchObject({ code: 'below-threshold' });
	const both = await verify('root', await signedFile('root', {}, [a, b]), root);
	expect(both).toMatchObject({ ok: true, value: { signers: [a.keyId, b.keyId] } });
});

test('does not take a signature for one role as one for another', async () => {
	const [key] = await keys(1);
	if (!key) throw new Error('one key');
	const root = aRoot({ root: [key, ...(await keys(1))], head: [key], edition: [key] });
	const file = await signedFile('head', {}, [key]);
	expect(await verify('head', file, root)).toMatchObject({ ok: true });
	expect(await verify('edition', file, root)).toMatchObject({ code: 'below-threshold' });
});

test('leaves out a key whose id is not that of its bytes', async () => {
	const [honest, stranger, ...others] = await keys(4);
	if (!honest || !stranger) throw new Error('four keys');
	const root = aRoot({ root: others, head: [honest], edition: [honest] });
	const forged = { ...root, keys: { ...root.keys, [honest.keyId]: stranger.spki } };
	const file = await signedFile('head', {}, [{ ...stranger, keyId: honest.keyId }]);
	expect(await verify('head', file, forged)).toMatchObject({ code: 'below-threshold' });
});
