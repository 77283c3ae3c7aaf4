import * as v from 'valibot';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { ArticleText, BodyText, Corpus, SmallText } from './corpus.ts';
import { Approvers } from './approvers.ts';
import { compareText, problemAt, type Diagnostic, type Parsed } from '../base/diagnostic.ts';
import {
	SearchFront,
	type ArticleFront,
	type ChangeFront,
	type ContactFront,
	type DirectiveFront,
	type GuideFront,
	type SourceFront,
	type TermFront
} from './front-matter.ts';
import { Claim, Fact, Publisher } from './json-files.ts';
import { Site } from '../../build/site/site-file.ts';
import { LanguageFront } from './language-front.ts';
import { checkCharacters, normalizeText } from './normalize-text.ts';
import type { English, Front } from './parse-front.ts';
import { isArticleKind, placeOf, type ParsedSource, type Place } from './parse-source.ts';
import type { Block } from './parse-body.ts';
import { NO_APPROVERS, NOBODY, NOWHERE } from './stand-ins.ts';
import { parseYaml, type Located, type YamlResult } from './yaml/parse-yaml.ts';
import { ParsedBefore } from './parsed-before.ts';
import { parseRecordings, RecordingFront } from './parse-recordings.ts';
import type { SourceFile, Sources } from './source-file.ts';
import { bodyWith } from './split-source.ts';
import { articleHash, fieldsHash } from '../base/text-hash.ts';
import { compareWithOriginal, partsOf } from './compare-with-original.ts';

/**
 * Reads a whole content folder. What is broken is left out, and reported. `before`: what the last
 * reading of the same content has kept.
 */
export function parseCorpus(sources: Sources, before = new ParsedBefore()): Parsed<Corpus> {
	const diagnostics: Diagnostic[] = [];
	const corpus = new CorpusBuilder();

	const placed = sources.flatMap((file) => {
		const place = placeOf(file);
		if (place && 'problem' in place) diagnostics.push(place);
		return place && !('problem' in place) ? [{ file, place }] : [];
	});
	// a translation is read with its English
	const english = new Map<string, English>();
	for (const { file, place } of [...placed].sort(englishFirst)) {
		const id = `${place.kind}/${place.slug}`;
		const source = before.source(file, place, english.get(id));
		if (place.lang === 'en') {
			english.set(id, {
				text: file.text,
				front: source.front,
				body: source.body,
				parts: partsOf(source)
			});
		}
		diagnostics.push(...source.diagnostics);
		corpus.add(source, place.lang === 'en' ? undefined : english.get(id));
	}

	/** A file that is not there is read as `absent`: evidence can be missing, a publisher cannot. */
	const read = <Schema extends v.GenericSchema>(path: string, schema: Schema, absent: string) => {
		const file = sources.find((it) => it.path === path) ?? { path, name: path, text: absent };
		const result = before.file(file, () => parseFile(file, schema));
		if (result.ok) return result.located;
		diagnostics.push(...result.diagnostics);
		return undefined;
	};
	const publisher = read('publisher.json', Publisher, '{}') ?? NOBODY;
	const site = read('site.json', Site, '{}') ?? NOWHERE;
	const approvers = read('approvers.json', Approvers, '{"people": []}') ?? NO_APPROVERS;
	const facts = read('evidence/facts.json', v.array(Fact), '[]');
	const claims = read('evidence/claims.json', v.array(Claim), '[]');
	diagnostics.push(...repeatedIds(facts), ...repeatedIds(claims));
	const readEach = <Schema extends v.GenericSchema>(folder: string, schema: Schema) => {
		const files = new Map<string, Located<v.InferOutput<Schema>>>();
		for (const { path } of sources) {
			const [, place, lang] = /^([a-z]+)\/([\w-]+)\.yaml$/.exec(path) ?? [];
			const file = place === folder && lang ? read(path, schema, '{}') : undefined;
			if (lang && file) files.set(lang, file);
		}
		return files;
	};
	const search = readEach('search', SearchFront);
	const languages = readEach('languages', LanguageFront);
	const { recordings, ...said } = parseRecordings(sources, (file) =>
		before.file(file, () => parseFile(file, RecordingFront))
	);
	diagnostics.push(...said.diagnostics);
	const isRead = { hasFacts: facts !== undefined, hasClaims: claims !== undefined };
	const evidence = { facts: byId(facts), claims: byId(claims), ...isRead };
	return {
		value: {
			...corpus.finish(),
			...{ publisher, site, approvers, search, languages, recordings },
			...evidence
		},
		diagnostics
	};
}

type Placed = { readonly place: Pick<Place, 'lang'> };

const englishFirst = ({ place: a }: Placed, { place: b }: Placed): number =>
	Number(b.lang === 'en') - Number(a.lang === 'en');

type Identified = { readonly id: string };

/** An id is used once, even when its fact is withdrawn: markers would mean two things. */
function repeatedIds(list: Located<Identified[]> | undefined): Diagnostic[] {
	const ids = list?.fields.map(({ id }) => id) ?? [];
	return ids.flatMap((id, index) => {
		if (!list || ids.indexOf(id) === index) return [];
		const problem = `the id "${id}" stands here twice`;
		return [problemAt(list, list.lineOf([index]), problem, 'Give the second one a new id.')];
	});
}

function parseFile<Schema extends v.GenericSchema>(
	file: SourceFile,
	schema: Schema
): YamlResult<v.InferOutput<Schema>> {
	const text = normalizeText(file.text);
	const hidden = checkCharacters(file, text);
	const result = parseYaml(schema, { name: file.name, text });
	if (hidden.length === 0) return result;
	return { ok: false, diagnostics: [...hidden, ...(result.ok ? [] : result.diagnostics)] };
}

function byId<Item extends Identified>(
	list: Located<Item[]> | undefined
): Map<string, Located<Item>> {
	const items = new Map<string, Located<Item>>();
	for (const [index, fields] of (list?.fields ?? []).entries()) {
		if (!list || items.has(fields.id)) continue;
		const lineOf = (path: readonly PropertyKey[]) => list.lineOf([index, ...path]);
		items.set(fields.id, { name: list.name, fields, lineOf });
	}
	return items;
}

type Mutable<Text> = Map<string, Map<LanguageTag, Text>>;

/** Sorts parsed sources into families. */
class CorpusBuilder {
	readonly guides: Mutable<ArticleText<GuideFront>> = new Map();
	readonly directives: Mutable<ArticleText<DirectiveFront>> = new Map();
	readonly contacts: Mutable<SmallText<ContactFront>> = new Map();
	readonly terms: Mutable<SmallText<TermFront>> = new Map();
	readonly changes: Mutable<SmallText<ChangeFront>> = new Map();
	readonly sources = new Map<string, Located<SourceFront>>();
	readonly bodies: BodyText[] = [];
	readonly known = new Set<string>();

	add(source: ParsedSource, english: English | undefined): void {
		const { kind, slug, lang, name, blocks, front } = source;
		if (lang === 'en') this.known.add(`${kind}/${slug}`);
		if (isArticleKind(kind) && blocks) this.bodies.push({ name, kind, slug, lang, blocks });
		if (!front) return;

		const { fields, lineOf } = front;
		switch (fields.kind) {
			case 'guide':
				return put(this.guides, toArticle(source, { name, fields, lineOf }, english));
			case 'directive':
				return put(this.directives, toArticle(source, { name, fields, lineOf }, english));
			case 'contact': {
				const hashes = smallHashes(source, fields, english);
				return put(this.contacts, { slug, lang, name, fields, lineOf, ...hashes });
			}
			case 'term': {
				const hashes = smallHashes(source, fields, english);
				return put(this.terms, { slug, lang, name, fields, lineOf, ...hashes });
			}
			case 'change': {
				const { approvalHash } = source;
				const hashes = { ...smallHashes(source, fields, english), approvalHash };
				return put(this.changes, { slug, lang, name, fields, lineOf, ...hashes });
			}
			case 'source':
				this.sources.set(slug, { name, fields, lineOf });
		}
	}

	/** Sorted, so that nothing depends on the order in which a disk lists its files. */
	finish(): Omit<
		Corpus,
		| 'publisher'
		| 'site'
		| 'approvers'
		| 'facts'
		| 'claims'
		| 'search'
		| 'languages'
		| 'recordings'
		| 'hasFacts'
		| 'hasClaims'
	> {
		const { bodies, known } = this;
		const sorted = <Text>(family: ReadonlyMap<string, Text>) =>
			new Map([...family].sort(([a], [b]) => compareText(a, b)));
		return {
			guides: sorted(this.guides),
			directives: sorted(this.directives),
			contacts: sorted(this.contacts),
			terms: sorted(this.terms),
			changes: sorted(this.changes),
			sources: sorted(this.sources),
			bodies,
			known
		};
	}
}

function toArticle<Front extends ArticleFront>(
	source: ParsedSource,
	front: Located<Front>,
	english: English | undefined
): ArticleText<Front> {
	const { slug, lang, blocks = [], body, approvalHash, untranslated = [] } = source;
	const { kind } = front.fields;
	const textHash = articleHash(front.fields, body);
	const originalHashes = hashesOfOriginal(kind, blocks, english);
	const compared = compareWithOriginal(source, originalHashes, english);
	const hashes = { textHash, originalHashes, ...compared, approvalHash };
	return { ...front, kind, slug, lang, blocks, untranslated, ...hashes };
}

/** A directive may leave blocks to the English: they are no part of what was translated. */
function hashesOfOriginal(
	kind: ArticleFront['kind'],
	blocks: readonly Block[],
	english: English | undefined
): string[] {
	const fields = english?.front?.fields;
	if (!english || !fields || (fields.kind !== 'guide' && fields.kind !== 'directive')) return [];
	const whole = articleHash(fields, english.body);
	if (kind === 'guide') return [whole];
	const anchors = new Set(blocks.map(({ anchor }) => anchor));
	return [articleHash(fields, bodyWith(anchors, english.body)), whole];
}

function smallHashes(source: ParsedSource, fields: SmallFront, english: English | undefined) {
	const original = english?.front?.fields;
	const originalHashes = original && isSmall(original) ? [fieldsHash(wordsOf(original))] : [];
	const compared = compareWithOriginal(source, originalHashes, english);
	return { textHash: fieldsHash(wordsOf(fields)), originalHashes, ...compared };
}

type SmallFront = ContactFront | TermFront | ChangeFront;

const isSmall = (fields: Front): fields is SmallFront =>
	fields.kind === 'contact' || fields.kind === 'term' || fields.kind === 'change';

function wordsOf(fields: SmallFront): string[] {
	if (fields.kind === 'contact') return [fields.name, fields.does];
	if (fields.kind === 'term') return [fields.term, fields.plain];
	return [fields.what, fields.why, fields.doNow, fields.before];
}

function put<Text extends { slug: string; lang: LanguageTag }>(
	family: Mutable<Text>,
	text: Text
): void {
	const languages = family.get(text.slug) ?? new Map<LanguageTag, Text>();
	family.set(text.slug, languages.set(text.lang, text));
}
