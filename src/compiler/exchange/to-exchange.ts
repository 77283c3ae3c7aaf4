import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Corpus, Languages } from '../read/corpus.ts';
import type { Translation } from '../read/front-matter.ts';
import { placeOf } from '../read/parse-source.ts';
import { isTranslated, type TranslatedKind } from '../read/translated-front.ts';
import { showParts, type SourceParts } from '../read/source-parts.ts';
import type { Sources } from '../read/source-file.ts';
import type { ExchangeFile, ExchangeText, ExchangeUnit } from './exchange-file.ts';
import { toPieces } from './placeholders.ts';
import { mostCharacters } from './most-characters.ts';
import { segmentsOf } from './segments.ts';

/** A text that has translations, as it stands in its files. */
export interface TextFiles {
	/** `guide/car-stop` */
	readonly name: string;
	readonly kind: TranslatedKind;
	readonly english: string;
	/** `textHash` of the English. */
	readonly hash: string;
	/** Of its lines. */
	readonly parts: SourceParts;
	/** The translation; absent where there is none. */
	readonly own:
		| {
				readonly text: string;
				readonly translation: Translation | undefined;
				/** Lines that are not of the English of today: `do.3`. */
				readonly behind: readonly string[];
		  }
		| undefined;
	/** Where the translation is, or would be. */
	readonly path: string;
}

const FAMILIES = {
	guide: 'guides',
	directive: 'directives',
	contact: 'contacts',
	term: 'terms',
	change: 'changes'
} as const;

interface Hashed {
	readonly textHash: string;
	readonly behind: readonly string[];
	readonly parts: SourceParts;
	readonly fields: { readonly translation?: Translation | undefined };
}

/** All texts with their translations into one language, in the order of their files. */
export function textFiles(sources: Sources, corpus: Corpus, lang: LanguageTag): TextFiles[] {
	const texts = new Map(sources.map((file) => [file.name, file.text]));
	return sources.flatMap((file) => {
		const place = placeOf(file);
		if (!place || !('kind' in place) || place.lang !== 'en' || !isTranslated(place.kind)) return [];
		const { kind, slug } = place;
		const family: Languages<Hashed> | undefined = corpus[FAMILIES[kind]].get(slug);
		const english = family?.get('en');
		// a text that cannot be read is reported by the check
		if (!english) return [];
		const path = file.name.replace(/en(\.\w+)$/, `${lang}$1`);
		const own = texts.get(path);
		const translated = family?.get(lang);
		const { fields, behind = [] } = translated ?? {};
		return [
			{
				...{ name: `${kind}/${slug}`, kind, english: file.text, hash: english.textHash, path },
				parts: english.parts,
				own: own === undefined ? undefined : { text: own, translation: fields?.translation, behind }
			}
		];
	});
}

/** What goes out to a translator. */
export function toExchange(files: readonly TextFiles[], lang: LanguageTag): ExchangeFile {
	return { lang, texts: files.map(toText) };
}

function toText({ name, kind, english, hash, parts, own }: TextFiles): ExchangeText {
	const words = new Map(segmentsOf(kind, own?.text ?? '').map((it) => [it.id, it.words]));
	const isChecked = own?.translation?.checkedBy !== undefined;
	const behind = new Set(own?.behind);
	const units = segmentsOf(kind, english).map((segment): ExchangeUnit => {
		const target = words.get(segment.id);
		const isBehind = target !== undefined && behind.has(segment.id);
		const limit = segment.block === undefined ? mostCharacters(kind, segment.id) : undefined;
		const notes = [
			...(isBehind ? ['The English changed since this was translated.'] : []),
			...(limit === undefined ? [] : [`At most ${limit} characters.`])
		];
		return {
			name: `${name}#${segment.id}`,
			source: toPieces(segment.words),
			target: target === undefined ? undefined : toPieces(target),
			isChecked: isChecked && !isBehind,
			isBehind,
			...(notes.length > 0 && { note: notes.join(' ') })
		};
	});
	return { name, sourceHash: hash, sourceParts: showParts(parts), units };
}
