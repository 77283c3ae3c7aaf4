import { createHash, createPublicKey, verify } from 'node:crypto';

/*
 * A reader of editions that was written from docs/formats.md alone: it shares no line with the app, so
 * that the page is known to be enough. It says no by throwing.
 */
type Files = (path: string) => Uint8Array | undefined;
interface Ref {
	sha256: string;
	length: number;
}
interface Root {
	version: number;
	issued: string;
	expires: string;
	keys: Record<string, string>;
	roles: Record<string, { keyIds: string[]; threshold: number }>;
}
interface Head {
	version: number;
	root: number;
	issued: string;
	expires: string;
	edition: Ref & { version: number };
}
interface Edition {
	schema: number;
	minApp: number;
	version: number;
	root: number;
	expires: string;
	languages: { lang: string; listing: Ref; pack: Ref; count: number }[];
	changes: { slug: string }[];
}
export interface ReadEdition {
	readonly edition: Edition;
	readonly isCurrent: boolean;
	/** Language → id → what the blob says. */
	readonly texts: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
}

const SPKI = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE';
const TAGS = 'en es zh-Hans zh-Hant bn ht ar ru ko ur fr pl uk sq uz-Latn'.split(' ');
const [SMALL, LARGE, HEADER, DAY_MS] = [65_536, 4_194_304, 4096, 86_400_000];

function need(holds: boolean, what: string): asserts holds {
	if (!holds) throw new Error(what);
}
const hashOf = (bytes: Uint8Array | string, as: 'hex' | 'base64url' = 'hex'): string =>
	createHash('sha256').update(bytes).digest(as);
const text = (bytes: Uint8Array): string =>
	new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** JSON that has one reading. */
function parse(json: string): unknown {
	const value: unknown = JSON.parse(json);
	need(JSON.stringify(value) === json, 'JSON that can be read in two ways');
	return value;
}

function split(file: Uint8Array) {
	const end = file.subarray(0, HEADER).indexOf(0x0a);
	need(end >= 0, 'no header');
	const header = JSON.parse(text(file.subarray(0, end))) as {
		type: string;
		signatures: { keyId: string; sig: string }[];
	};
	need(header.signatures.length <= 8, 'too many signatures');
	for (const { keyId, sig } of header.signatures) {
		need(/^[\w-]{43}$/.test(keyId) && /^[\w-]{86}$/.test(sig), 'a signature in a wrong form');
	}
	return { ...header, payload: file.subarray(end + 1) };
}

/** The payload of a file that enough keys of the role, as this root has them, have signed. */
function signed(file: Uint8Array, name: 'root' | 'head' | 'edition', root: Root): Uint8Array {
	const { type, signatures, payload } = split(file);
	need(type === `handrail/${name}+json;v=1`, 'another type');
	const message = Buffer.concat([
		Buffer.from(`DSSEv1 ${type.length} ${type} ${payload.length} `),
		payload
	]);
	const role = root.roles[name];
	need(role !== undefined, 'no such role');
	const good = new Set<string>();
	for (const { keyId, sig } of signatures) {
		const spki = role.keyIds.includes(keyId) ? (root.keys[keyId] ?? '') : '';
		if (spki.length !== 122 || !spki.startsWith(SPKI)) continue;
		const der = Buffer.from(spki, 'base64url');
		if (hashOf(der, 'base64url') !== keyId) continue;
		const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
		const signature = Buffer.from(sig, 'base64url');
		if (verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature)) good.add(keyId);
	}
	need(good.size >= role.threshold, `too few signatures for ${name}`);
	return payload;
}

function asRoot(payload: Uint8Array, version: number): Root {
	const root = parse(text(payload)) as Root;
	need(root.version === version, 'a root under another number');
	for (const name of ['root', 'head', 'edition', 'approver']) {
		const role = root.roles[name];
		need(role !== undefined && role.keyIds.length <= 16, `no role ${name}, or too many keys`);
		need(role.threshold >= (name === 'root' ? 2 : 1), 'a threshold too low');
		const most = new Set(role.keyIds).size;
		need(name === 'approver' || role.threshold <= most, 'a threshold above the keys');
	}
	return root;
}

function walkRoots(files: Files, anchor: string): Root {
	const first = split(Buffer.from(anchor)).payload;
	let root = asRoot(first, (JSON.parse(text(first)) as Root).version);
	for (;;) {
		const version = root.version + 1;
		const file = files(`trust/${version}.root.json`);
		if (!file) return root;
		need(file.length <= SMALL, 'a root too large');
		const next = asRoot(signed(file, 'root', root), version);
		signed(file, 'root', next);
		root = next;
	}
}

/** From the anchor to every text, at an instant. */
export function readEdition(
	files: Files,
	anchor: { root: string; floor: number },
	now: number
): ReadEdition {
	const root = walkRoots(files, anchor.root);
	need(Date.parse(root.expires) > now, 'the newest root has expired');
	const head = parse(text(signed(whole(files, 'head.json', SMALL), 'head', root))) as Head;
	const life = Date.parse(head.expires) - Date.parse(head.issued);
	need(life > 0 && life <= 14 * DAY_MS, 'a head that lives too long');
	need(head.root <= root.version, 'a root that is not reached');
	need(head.edition.version >= anchor.floor, 'below the floor');

	const { sha256, length, version } = head.edition;
	const payload = signed(whole(files, `edition/${sha256}.json`, HEADER + length), 'edition', root);
	need(payload.length === length && hashOf(payload) === sha256, 'not the edition of the head');
	const edition = parse(text(payload)) as Edition;
	need(edition.schema <= 1 && edition.minApp <= 1, 'for a newer app');
	need(edition.version === version && edition.root <= root.version, 'head and edition differ');

	const known = edition.languages.filter(({ lang }) => TAGS.includes(lang));
	const texts = new Map(known.map((it) => [it.lang, readLanguage(files, it)]));
	const ends = [root.expires, head.expires, edition.expires].map((it) => Date.parse(it));
	return { edition, texts, isCurrent: ends.every((it) => it > now) };
}

function whole(files: Files, path: string, most: number): Uint8Array {
	const file = files(path);
	need(file !== undefined, `${path} is missing`);
	need(file.length <= most, `${path} is too large`);
	return file;
}

function named(files: Files, folder: string, { sha256, length }: Ref): string {
	need(length <= LARGE, 'too large');
	const file = whole(files, `${folder}/${sha256}.json`, length);
	need(file.length === length && hashOf(file) === sha256, 'another file than is named');
	return text(file);
}

function readLanguage(files: Files, { lang, listing }: Edition['languages'][number]) {
	const index = parse(named(files, 'listing', listing)) as {
		schema: number;
		lang: string;
		shards: Ref[];
	};
	need(index.schema <= 1 && index.lang === lang, 'a listing of something else');
	const texts = new Map<string, unknown>();
	for (const shard of index.shards) {
		const { entries } = parse(named(files, 'listing', shard)) as {
			entries: (Ref & { id: string })[];
		};
		for (const entry of entries) {
			need(!texts.has(entry.id), `${entry.id} twice`);
			texts.set(entry.id, JSON.parse(named(files, 'blob', entry)));
		}
	}
	return texts;
}

/** The same texts out of the pack alone, each line by its own hash: what a phone does on a first visit. */
export function readPack(files: Files, { edition }: ReadEdition, lang: string): string[] {
	const pack = edition.languages.find((it) => it.lang === lang)?.pack;
	need(pack !== undefined, 'no such language');
	const bytes = whole(files, `pack/${pack.sha256}.txt`, pack.length);
	need(hashOf(bytes) === pack.sha256, 'another pack');
	return text(bytes)
		.split('\n')
		.map((line) => hashOf(line));
}
