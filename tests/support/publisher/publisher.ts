import type { Article, ChangeNote, Contact, Term } from '#lib/edition/article.ts';
import type { Coverage } from '#lib/edition/coverage.ts';
import type { Recordings } from '#lib/edition/recordings.ts';
import { SCHEMA, type Edition, type FileRef, type Head } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Anchor } from '#lib/trust/anchor.ts';
import { toBytes, toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import type { Root } from '#lib/trust/signed/root.ts';
import {
	compileListing,
	hashedFile,
	toRef,
	type HashedFile,
	type Member
} from '../../../src/compiler/compile/compile-listing.ts';
import { makeUpdates, type NextEdition } from '../../../src/compiler/publish/make-updates.ts';
import type { PublishedEdition } from '../../../src/compiler/publish/read-editions.ts';
import { aContact, aGuide } from './fixture-articles.ts';
import { aRoot, keys, signedFile, type RoleKeys, type TestKey } from './publisher-keys.ts';

/** The content of one language of an edition. */
export interface LanguageContent {
	readonly articles?: readonly Article[];
	readonly contacts?: readonly Contact[];
	readonly terms?: readonly Term[];
	readonly changes?: readonly ChangeNote[];
	readonly coverage?: Coverage;
	readonly recordings?: Recordings;
}

export interface Publication {
	readonly languages?: Partial<Record<LanguageTag, LanguageContent>>;
	/** Other fields of the edition or the head that differ from the defaults. */
	readonly edition?: Partial<Edition>;
	readonly head?: Partial<Head>;
	/** Signers, if not the role's own keys. */
	readonly signers?: Partial<RoleKeys>;
	/** Whether an update file is published that leads phones here from earlier editions. */
	readonly hasUpdates?: boolean;
}

export interface Published {
	readonly edition: Edition;
	readonly head: Head;
	/** Hash and length of the edition's payload. `path` is where its file is served. */
	readonly ref: FileRef;
	readonly path: string;
	/** The blob's hash by language and id, such as `en guide/school-bus`. */
	readonly blobs: ReadonlyMap<string, string>;
}

/** Today, for tests that do not set another day. */
export const TODAY = '2026-11-24T12:00:00.000Z';
export const today = (): Date => new Date(TODAY);

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Publishes tiny editions into memory, with its own keys, as the compiler does to disk. `files` is what the
 * host serves, bytes by path. A test overwrites in it what a bad host would.
 */
export class Publisher {
	readonly files = new Map<string, Bytes>();
	readonly keys: RoleKeys[] = [];
	readonly roots: Root[] = [];
	readonly #now: () => Date;
	/** The files of the last publication. */
	#head = 0;
	readonly #editions: PublishedEdition[] = [];

	constructor(now = today) {
		this.#now = now;
	}

	/** The instant `days` after the time of issue, which is half a day before now. */
	day(days: number): string {
		return new Date(this.#now().getTime() - DAY_MS / 2 + days * DAY_MS).toISOString();
	}

	/** The root that is in force. */
	get root(): Root {
		const root = this.roots.at(-1);
		if (!root) throw new Error('Make a publisher with aPublisher()');
		return root;
	}

	get held(): RoleKeys {
		const held = this.keys.at(-1);
		if (!held) throw new Error('Make a publisher with aPublisher()');
		return held;
	}

	/** The anchor that a build of the app would contain. */
	anchor({ floor = 1, version = 1 } = {}): Anchor {
		const file = this.files.get(`trust/${version}.root.json`) ?? new Uint8Array();
		return { root: toText(file), floor, isDemo: true };
	}

	/** Publishes the next root, signed by two keys of the old root and two of the new one. */
	async rotate(
		next: Partial<RoleKeys> = {},
		overrides: Partial<Pick<Root, 'version' | 'expires'>> & { signers?: readonly TestKey[] } = {}
	): Promise<Root> {
		const before = this.keys.at(-1);
		const held = { ...(before ?? { root: [], head: [], edition: [] }), ...next };
		const { signers, ...said } = overrides;
		const dates = { issued: this.day(-23), expires: this.day(342) };
		const root = aRoot(held, { version: (this.roots.at(-1)?.version ?? 0) + 1, ...dates, ...said });
		const both = new Set([...(before?.root ?? []), ...held.root]);
		const file = await signedFile('root', root, signers ?? [...both]);
		this.files.set(`trust/${root.version}.root.json`, file);
		this.roots.push(root);
		this.keys.push(held);
		return root;
	}

	/** Publishes an edition and its head. By default it has one guide in English. */
	async publish({
		languages = { en: { articles: [aGuide()] } },
		edition: overrides = {},
		head = {},
		signers = {},
		hasUpdates = false
	}: Publication = {}): Promise<Published> {
		const blobs = new Map<string, string>();
		const files = Object.entries(languages).map(([tag, content]) => {
			const lang = tag as LanguageTag;
			const members = membersOf(content);
			for (const { id, blob } of members) blobs.set(`${lang} ${id}`, blob.sha256);
			const { listing, shards, pack } = compileListing(lang, members);
			for (const file of [listing, ...shards]) this.#write('listing', 'json', file);
			for (const { blob } of members) this.#write('blob', 'json', blob);
			this.#write('pack', 'txt', pack);
			const count = content.articles?.length ?? 0;
			return { lang, listing: toRef(listing), pack: toRef(pack), count };
		});
		const edition: Edition = {
			schema: SCHEMA,
			minApp: 1,
			version: this.#head + 1,
			root: this.root.version,
			issued: this.day(0),
			expires: this.day(90),
			publisher: { name: 'A test', address: 'http://localhost', licence: 'MIT', isDemo: true },
			languages: files,
			changes: [],
			withdrawn: [],
			mirrors: [],
			...overrides
		};
		const signed = await signedFile('edition', edition, signers.edition ?? this.held.edition);
		const { sha256, length } = hashedFile(edition);
		const path = `edition/${sha256}.json`;
		this.files.set(path, signed);
		const next = { edition, sha256 };
		const updatesFrom = hasUpdates ? this.#leadTo({ ...next, file: toText(signed) }) : undefined;
		this.#editions.push(next);
		const ref = { sha256, length };
		const published = await this.publishHead(
			{
				edition: {
					version: edition.version,
					...ref,
					...(updatesFrom !== undefined && { updatesFrom })
				},
				...head
			},
			signers.head
		);
		return { edition, head: published, ref, path, blobs };
	}

	/** Publishes a head for an edition that was published before. */
	async publishHead(
		head: Pick<Head, 'edition'> & Partial<Head>,
		signers: readonly TestKey[] = this.held.head
	): Promise<Head> {
		const whole: Head = {
			version: this.#head + 1,
			root: this.root.version,
			issued: this.day(0),
			expires: this.day(7),
			...head
		};
		this.files.set('head.json', await signedFile('head', whole, signers));
		this.#head = whole.version;
		return whole;
	}

	#leadTo(next: NextEdition): number | undefined {
		const { from, files } = makeUpdates(this.#editions, next, (path) => {
			const file = this.files.get(path);
			return file && toText(file);
		});
		for (const [path, text] of files) this.files.set(path, toBytes(text));
		return from;
	}

	#write(folder: string, extension: string, { sha256, text }: HashedFile): void {
		this.files.set(`${folder}/${sha256}.${extension}`, toBytes(text));
	}
}

/** A publisher with root 1 in force: three root keys, of which two must sign. */
export async function aPublisher(): Promise<Publisher> {
	const publisher = new Publisher();
	const [root, head, edition] = await Promise.all([keys(3), keys(1), keys(1)]);
	await publisher.rotate({ root, head, edition });
	return publisher;
}

function membersOf({
	articles = [],
	contacts = [aContact()],
	terms = [],
	changes = [],
	coverage,
	recordings
}: LanguageContent): Member[] {
	return [
		...articles.map((it) => ({ id: `${it.kind}/${it.slug}`, blob: hashedFile(it) })),
		{ id: 'contacts', blob: hashedFile(contacts) },
		{ id: 'terms', blob: hashedFile(terms) },
		...changes.map((it) => ({ id: `change/${it.slug}`, blob: hashedFile(it) })),
		...(coverage ? [{ id: 'coverage', blob: hashedFile(coverage) }] : []),
		...(recordings ? [{ id: 'audio', blob: hashedFile(recordings) }] : [])
	];
}
