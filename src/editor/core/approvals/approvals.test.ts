import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkCorpus } from '../../../compiler/check/check-corpus.ts';
import { verifyProof } from '../../../compiler/approvals/verify-proof.ts';
import { approvalHash } from '../../../compiler/read/approval-hash.ts';
import type { Approvers } from '../../../compiler/read/approvers.ts';
import { parseCorpus } from '../../../compiler/read/parse-corpus.ts';
import { goodSources, written } from '#tests/support/publisher/content-fixture.ts';
import type { PasskeyProof } from '../contract/approvals.ts';
import { approvalState, type ApprovedText } from './approval-state.ts';
import { withApproval } from './approved-text.ts';
import { withPasskey } from './with-passkey.ts';

const PATH = 'guides/bus-stop/en.md';
const sources = goodSources();
const ORIGINAL = sources.find(({ path }) => path === PATH)?.text ?? '';
const TEXT = ORIGINAL.replace(/^approvedBy: .*$/m, 'approvedBy: []');
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
const CREDENTIAL = 'cGFzc2tleQ';
const made = { host: 'localhost', on: '2026-11-30' };

const approversWith = (name: string): Approvers => {
	const file = withPasskey(undefined, { name, credential: CREDENTIAL, publicKey: spki }, made);
	if (!file.ok) throw new Error(file.code);
	return JSON.parse(file.value) as Approvers;
};
const APPROVERS = approversWith('Ana');

interface Signed {
	readonly hash?: string;
	readonly origin?: string;
	readonly host?: string;
	readonly flags?: number;
	readonly type?: string;
	readonly key?: KeyObject;
	readonly credential?: string;
}

/** What an authenticator answers, made with a real key. */
function aProof({
	hash = approvalHash(TEXT),
	origin = 'http://localhost:4180',
	host = 'localhost',
	flags = 0b101,
	type = 'webauthn.get',
	key = privateKey,
	credential = CREDENTIAL
}: Signed = {}): PasskeyProof {
	const challenge = Buffer.from(hash, 'hex').toString('base64url');
	const clientData = Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
	const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
	const data = Buffer.concat([sha256(host), Buffer.from([flags, 0, 0, 0, 1])]);
	const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), key);
	return {
		credential,
		authenticatorData: data.toString('base64url'),
		clientData: clientData.toString('base64url'),
		signature: signature.toString('base64url')
	};
}

const aText = (changes: Partial<ApprovedText> = {}): ApprovedText => ({
	path: PATH,
	text: TEXT,
	english: undefined,
	approvedBy: [],
	authors: { names: ['Carla'] },
	approvers: APPROVERS,
	textWithHash: () => undefined,
	...changes
});
const ana = { name: 'Ana', role: 'editor', on: '2026-11-30' };
const approvals = (text: string) => {
	const corpus = parseCorpus(written(sources, PATH, text)).value;
	return corpus.guides.get('bus-stop')?.get('en')?.fields.approvedBy ?? [];
};

test('an approval with a passkey is proved, in the file and by the check of the compiler', () => {
	const approved = withApproval(aText(), { ...ana, proof: aProof() });
	if (!approved.ok) throw new Error(approved.code);
	const approvedBy = approvals(approved.value);
	expect(approvalState(aText({ text: approved.value, approvedBy }))).toMatchObject({
		hash: approvalHash(TEXT),
		rows: [{ name: 'Ana', state: 'standing', proof: 'proved' }],
		missing: 1,
		lastAuthors: ['Carla']
	});
	const whole = written(sources, PATH, approved.value);
	const problems = (people: Approvers) =>
		checkCorpus(parseCorpus(written(whole, 'approvers.json', JSON.stringify(people))).value);
	expect(problems(APPROVERS)).toEqual([]);
	expect(problems(approversWith('Ben'))[0]?.problem).toContain("proof of Ana's approval");
});

test.each<[string, Signed]>([
	['the hash of another text', { hash: '00'.repeat(32) }],
	['another site', { origin: 'https://evil.example' }],
	['another host of its authenticator', { host: 'evil.example' }],
	['a person who was not verified', { flags: 0b001 }],
	['a registration', { type: 'webauthn.create' }],
	['another key', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }]
])('a proof for %s is refused', (_name, signed) => {
	const proof = aProof(signed);
	expect(verifyProof({ name: 'Ana', hash: approvalHash(TEXT), proof }, APPROVERS)).toBe('wrong');
	expect(withApproval(aText(), { ...ana, proof })).toEqual({ ok: false, code: 'wrong-proof' });
});

test('a key that is not on record, or is of somebody else, proves nothing', () => {
	const unknown = { ...ana, proof: aProof({ credential: 'b3RoZXI' }) };
	expect(withApproval(aText(), unknown)).toEqual({ ok: false, code: 'unknown-key' });
	const others = { ...ana, name: 'Ben', proof: aProof() };
	expect(withApproval(aText(), others)).toEqual({ ok: false, code: 'wrong-proof' });
});

test('without a passkey it counts, and is called unproved', () => {
	const one = withApproval(aText(), ana);
	if (!one.ok) throw new Error(one.code);
	const two = withApproval(aText({ text: one.value, approvedBy: approvals(one.value) }), {
		...ana,
		name: 'Ben'
	});
	if (!two.ok) throw new Error(two.code);
	const approvedBy = approvals(two.value);
	const state = approvalState(aText({ text: two.value, approvedBy }));
	expect(state).toMatchObject({ missing: 0 });
	expect(state.rows.map(({ proof }) => proof)).toEqual(['unproved', 'unproved']);
});

test('an edit makes it void, and what has changed since is named', () => {
	const one = withApproval(aText(), ana);
	if (!one.ok) throw new Error(one.code);
	const text = one.value.replace('Get on.', 'Step on.');
	const state = approvalState(
		aText({ text, approvedBy: approvals(one.value), textWithHash: () => one.value })
	);
	expect(state).toMatchObject({ missing: 2, rows: [{ state: 'void' }] });
	const [row] = state.rows;
	expect(row?.changedSince).toEqual([expect.objectContaining({ part: '{#do}' })]);
	// and who approves next takes the void one out
	const next = withApproval(aText({ text, approvedBy: approvals(one.value) }), ana);
	expect(next.ok && approvals(next.value)).toHaveLength(1);
});

test('who wrote it last, translated it or approved it already may not', () => {
	const refused = (changes: Partial<ApprovedText>, name = 'Ana') => {
		const result = withApproval(aText(changes), { ...ana, name });
		return result.ok ? 'ok' : result.code;
	};
	expect(refused({}, 'CARLA')).toBe('last-author');
	const translation = { sourceHash: '', method: 'draft', by: 'ana', on: '2026-11-30' } as const;
	expect(refused({ translation })).toBe('translator');
	const approvedBy = [{ ...ana, hash: approvalHash(TEXT) }];
	expect(refused({ approvedBy })).toBe('approved-already');
	expect(refused({ authors: { unknown: 'no Git' } })).toBe('ok');
});

test('a passkey is entered once, with its person, and only if it can be verified', () => {
	const key = { name: 'ana', credential: 'c2Vjb25k', publicKey: spki };
	const two = withPasskey(JSON.stringify(APPROVERS), key, made);
	expect(two.ok && (JSON.parse(two.value) as Approvers).people).toMatchObject([
		{ name: 'Ana', keys: [{ credential: CREDENTIAL }, { credential: 'c2Vjb25k' }] }
	]);
	const again = { ...key, credential: CREDENTIAL };
	expect(withPasskey(JSON.stringify(APPROVERS), again, made)).toEqual({
		ok: false,
		code: 'known-key'
	});
	const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
	const other = rsa.export({ format: 'der', type: 'spki' }).toString('base64url');
	expect(withPasskey(undefined, { ...key, publicKey: other }, made)).toEqual({
		ok: false,
		code: 'not-es256'
	});
});
