import { UNFILLED_HASH } from '../read/source-parts.ts';
import { isMarkedCurrent, type Translatable } from '../text/translation-state.ts';
import type { Corpus, Languages } from '../read/corpus.ts';
import { problemAt, type Diagnostic } from '../base/diagnostic.ts';
import { contactPart } from './text-parts.ts';
import type { ContentChanges, TextChange } from './compare-content.ts';

/**
 * Reports translations that are behind the English. That is allowed, and labelled on screen: it is a
 * notice for whoever changed the English. `changes` is absent where there is no published edition to
 * compare with.
 */
export function* checkOutdatedTranslations(
	corpus: Corpus,
	changes: ContentChanges | undefined
): Generator<Diagnostic> {
	for (const { id, text } of translationsIn(corpus)) {
		const find = (lang: string) =>
			changes?.texts.find((it) => it.id === id && it.lang === lang && it.state === 'changed');
		const moved = partsOf(find('en'));
		const version = `edition ${String(changes?.baseline.edition.version ?? 0)}`;
		if (!isMarkedCurrent(text)) yield behind(id, text, moved, version);
		else if (text.fields.translation?.sourceHash !== UNFILLED_HASH) {
			const left = moved.filter((part) => !partsOf(find(text.lang)).includes(part));
			if (left.length > 0) yield unmoved(text, left, version);
		}
	}
}

interface Translated {
	readonly id: string;
	readonly text: Translatable;
}

function translationsIn(corpus: Corpus): Translated[] {
	const families = {
		guide: corpus.guides,
		directive: corpus.directives,
		contact: corpus.contacts,
		term: corpus.terms,
		change: corpus.changes
	};
	return Object.entries(families).flatMap(([kind, family]) =>
		[...family].flatMap(([slug, texts]: [string, Languages<Translatable>]) => {
			const translations = [...texts.values()].filter((it) => it.fields.translation);
			return texts.has('en') ? translations.map((text) => ({ id: `${kind}/${slug}`, text })) : [];
		})
	);
}

/** Fields that are the same in all languages are checked as such: only words can be behind. */
const SAME_IN_ALL: ReadonlySet<string> = new Set([
	...['status', 'orderDate', 'appeal', 'issuedOn', 'inForceFrom', 'endedOn', 'replacedBy'],
	...['phone', 'display', 'hours', 'cost', 'url', 'email', 'date', 'importance', 'articles']
]);

const partsOf = (change: TextChange | undefined): string[] =>
	(change?.parts ?? [])
		.map(({ part }) => part)
		// a contact has a translation of its own
		.filter((part) => !SAME_IN_ALL.has(part) && !part.startsWith(contactPart('')));

function behind(
	id: string,
	text: Translatable,
	moved: readonly string[],
	version: string
): Diagnostic {
	const what =
		moved.length > 0 ? `: the English changed since ${version} (${moved.join(', ')})` : '';
	const remedy = `Translate it, and run \`npm run edition:hash -- --write ${text.name}#${text.behind[0] ?? ''}\` for each line; or leave it: phones say that it is older.`;
	const lines = linesBehind(id, text);
	return problemAt(
		text,
		text.lineOf(['translation']),
		`the translation is behind${lines}${what}`,
		remedy
	);
}

/** The lines by their names, where the translation knows of each what it is of. */
function linesBehind(id: string, { behind, fields }: Translatable): string {
	if (fields.translation?.sourceParts === undefined) return '';
	const named = behind.slice(0, MOST_LINES).map((line) => `${id}#${line}`);
	const more = behind.length - named.length;
	return ` in ${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

const MOST_LINES = 8;

function unmoved(text: Translatable, left: readonly string[], version: string): Diagnostic {
	const problem = `the English changed since ${version} (${left.join(', ')}), and this text did not, though its sourceHash is that of the new English`;
	const remedy = 'Look whether the new English means something else: then translate it.';
	return problemAt(text, text.lineOf(['translation', 'sourceHash']), problem, remedy);
}
