import type { Edition, Head, LanguageFiles } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Anchor } from '#lib/trust/anchor.ts';
import { toBytes, toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { formatEnvelope, signedMessage, type Role } from '#lib/trust/signed/envelope.ts';
import { ECDSA } from '#lib/trust/signed/root.ts';
import { parsed } from '#tests/support/publisher/content-fixture.ts';
import { aRoot, keys, type TestKey } from '#tests/support/publisher/publisher-keys.ts';
import { compileContent, releaseContent } from '../../src/compiler/compile/compile-edition.ts';
import { compileListing, toRef } from '../../src/compiler/compile/compile-listing.ts';
import { createMemberCompiler } from '../../src/compiler/compile/compile-members.ts';
import { sha256 } from '../../src/compiler/base/text-hash.ts';
import type { Change } from './change-json.ts';

/** The instant at which forgeries are tried, and when everything was issued. */
export const NOW = new Date('2026-11-26T12:00:00.000Z');
export const ISSUED = '2026-11-26T09:00:00.000Z';

const DAY_MS = 86_400_000;
/** So many days after everything was issued. */
export const day = (days: number): string =>
	new Date(Date.parse(ISSUED) + days * DAY_MS).toISOString();

const made = async () => {
	const [root, head, oldHead, edition, approver, stranger] = await Promise.all(
		[3, 1, 1, 1, 2, 3].map(keys)
	);
	return { root, head, oldHead, edition, approver, stranger } as Record<Holder, TestKey[]>;
};
type Holder = 'root' | 'head' | 'oldHead' | 'edition' | 'approver' | 'stranger';
/** All keys are in the forger's hands: what matters is which of them signs what. */
export const held = await made();

const corpus = parsed();
const content = compileContent(corpus);
const membersOf = createMemberCompiler(corpus);

/** What is altered, each at its place in the making: everything after it is hashed and signed anew. */
export interface Forgery {
	/** Text of a member by id, of one language. Add, drop or change. */
	readonly members?: (lang: LanguageTag, texts: Map<string, string>) => void;
	/** The list of entries of each shard. */
	readonly shards?: (lang: LanguageTag, shards: unknown[][]) => void;
	readonly shardText?: (text: string) => string;
	readonly listing?: (lang: LanguageTag) => Change | undefined;
	readonly listingText?: (text: string) => string;
	readonly pack?: (lines: string[]) => string[];
	readonly edition?: Change;
	readonly editionText?: (text: string) => string;
	readonly head?: Change;
	readonly headText?: (text: string) => string;
	readonly root?: Change;
	readonly rootText?: (text: string) => string;
	/** Who signs, where it is not those who should. */
	readonly signers?: Partial<Record<'root' | 'head' | 'edition', readonly TestKey[]>>;
	/** The type in the signature, where it is not the file's. */
	readonly signedAs?: Partial<Record<'root' | 'head' | 'edition', Role>>;
	/** At last: the files as they lie there. */
	readonly files?: (files: Map<string, Bytes>, paths: Paths) => void;
	/** The app that the phones have, where it is not one with root 1. */
	readonly anchor?: Partial<Anchor>;
}

/** Where the parts of the forged edition lie. */
export interface Paths {
	readonly edition: string;
	readonly listing: string;
	readonly shard: string;
	readonly pack: string;
	readonly blob: string;
}

export interface Forged {
	readonly files: Map<string, Bytes>;
	readonly anchor: Anchor;
}

const { root: rootKeys } = held;
const root1 = aRoot({ ...held, head: held.oldHead }, { version: 1 });
const root2 = aRoot(held, { version: 2 });
const root1File = await sign('root', JSON.stringify(root1), rootKeys);

const { stranger } = held;
const strangers = aRoot({ root: stranger, head: stranger, edition: stranger });
/** The root 1 of somebody else, as an anchor has it. */
export const STRANGERS_ROOT = toText(await sign('root', JSON.stringify(strangers), stranger));

/** A freshly compiled edition under root 2, which took the old head key out, with what was altered. */
export async function forge(forgery: Forgery = {}): Promise<Forged> {
	const files = new Map<string, Bytes>();
	const languages = content.languages.map(({ lang, count }) =>
		forgeLanguage(files, lang, count, forgery)
	);
	const release = { version: 3, issued: new Date(ISSUED), root: 2, isDemo: true };
	const { edition } = releaseContent({ ...content, languages }, release);
	const editionText = altered(edition, forgery.edition, forgery.editionText);
	const editionPath = `edition/${sha256(editionText)}.json`;
	files.set(editionPath, await signAs('edition', editionText, forgery));

	const pointer = { sha256: sha256(editionText), length: toBytes(editionText).length };
	const head: Head = {
		...{ version: 7, root: 2, issued: ISSUED, expires: '2026-12-03T09:00:00.000Z' },
		edition: { version: (JSON.parse(editionText) as Edition).version, ...pointer }
	};
	files.set(
		'head.json',
		await signAs('head', altered(head, forgery.head, forgery.headText), forgery)
	);
	files.set('trust/1.root.json', root1File);
	const rootText = altered(root2, forgery.root, forgery.rootText);
	files.set('trust/2.root.json', await signAs('root', rootText, forgery));

	const [english] = languages;
	if (!english) throw new Error('The fixture has no language');
	const { listing, pack } = english;
	const path = (start: string) => [...files.keys()].find((it) => it.startsWith(start)) ?? '';
	const listingPath = `listing/${listing.sha256}.json`;
	forgery.files?.(files, {
		edition: editionPath,
		listing: listingPath,
		shard: [...files.keys()].find((it) => it.startsWith('listing/') && it !== listingPath) ?? '',
		pack: `pack/${pack.sha256}.txt`,
		blob: path('blob/')
	});
	const anchor = { root: toText(root1File), floor: 1, isDemo: true, ...forgery.anchor };
	return { files, anchor };
}

function forgeLanguage(
	files: Map<string, Bytes>,
	lang: LanguageTag,
	count: number,
	forgery: Forgery
): LanguageFiles {
	const keep = (folder: string, extension: string, text: string) => {
		const bytes = toBytes(text);
		const ref = { sha256: sha256(text), length: bytes.length };
		files.set(`${folder}/${ref.sha256}.${extension}`, bytes);
		return ref;
	};
	const texts = new Map(membersOf(lang).map(({ id, blob }) => [id, blob.text]));
	forgery.members?.(lang, texts);
	const members = [...texts].map(([id, text]) => ({
		id,
		blob: { ...keep('blob', 'json', text), text }
	}));
	const compiled = compileListing(lang, members);
	const shards = compiled.shards.map(
		({ text }) => (JSON.parse(text) as { entries: unknown[] }).entries
	);
	forgery.shards?.(lang, shards);
	const shardTexts = shards.map((entries) => {
		const text = JSON.stringify({ entries });
		return forgery.shardText?.(text) ?? text;
	});
	const refs = shardTexts.map((text) => keep('listing', 'json', text));
	const index = { schema: 1, lang, shards: refs.map(toRef) };
	const listing = keep(
		'listing',
		'json',
		altered(index, forgery.listing?.(lang), forgery.listingText)
	);
	const listed = shards.flat() as { sha256: string }[];
	const blobs = listed.map((it) => toText(files.get(`blob/${it.sha256}.json`) ?? toBytes('?')));
	const lines = [...shardTexts, ...blobs];
	const pack = keep('pack', 'txt', (forgery.pack?.(lines) ?? lines).join('\n'));
	return { lang, listing, pack, count };
}

function altered(
	json: unknown,
	change: Change | undefined,
	changeText: ((text: string) => string) | undefined
): string {
	const text = JSON.stringify(change ? change(json) : json);
	const after = changeText ? changeText(text) : text;
	if ((change || changeText) && after === JSON.stringify(json))
		throw new Error('Nothing was altered');
	return after;
}

const signAs = (role: 'root' | 'head' | 'edition', text: string, { signers, signedAs }: Forgery) =>
	sign(role, text, signers?.[role] ?? held[role], signedAs?.[role]);

/** `as`: what the signature is over, where the header says otherwise. */
async function sign(
	role: Role,
	text: string,
	signers: readonly TestKey[],
	as = role
): Promise<Bytes> {
	const payload = toBytes(text);
	const signatures = signers.map(async ({ keyId, privateKey }) => {
		const made = await crypto.subtle.sign(ECDSA, privateKey, signedMessage(as, payload));
		return { keyId, signature: new Uint8Array(made) };
	});
	return formatEnvelope(role, { payload, signatures: await Promise.all(signatures) });
}
