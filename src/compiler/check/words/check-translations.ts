import {
	articlesOf,
	textsOf,
	type ArticleText,
	type Corpus,
	type Languages
} from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { takeOut, type Fix } from '../../base/fix.ts';
import type { Translation } from '../../read/front-matter.ts';
import { unitsOf, type Block, type Unit } from '../../read/parse-body.ts';
import { UNFILLED_HASH } from '../../read/source-parts.ts';
import { partsBehind, type Translatable } from '../../text/translation-state.ts';

/** A translation says the same as the English, as long as it claims to. */
export function* checkTranslations(corpus: Corpus): Generator<Diagnostic> {
	const { guides, directives, contacts, terms, changes } = corpus;
	const small = [...textsOf(contacts), ...textsOf(terms), ...textsOf(changes)];
	for (const text of [...articlesOf(corpus), ...small]) yield* checkTranslationField(text);
	for (const texts of [...guides.values(), ...directives.values()]) yield* checkBodies(texts);
}

function* checkTranslationField(text: Translatable): Generator<Diagnostic> {
	const { translation } = text.fields;
	const line = text.lineOf(['translation']);
	if (text.lang === 'en') {
		const remedy = 'Delete the field: English is the source text.';
		const fixes = [takeOut(['translation'], 'translation')];
		if (translation)
			yield problemAt(text, line, 'translation stands in the English text', remedy, fixes);
		return;
	}
	if (!translation) return;
	if (translation.sourceHash === UNFILLED_HASH) {
		const remedy = 'Run: npm run edition:hash -- --write';
		const fill: Fix = { code: 'fill-hash', to: 'sourceHash', change: { in: 'hashes' } };
		yield problemAt(text, line, 'sourceHash is not filled in yet', remedy, [fill]);
	}
	yield* checkSecondPerson(text, translation);
}

/** A check of a translation counts if somebody other than the translator made it, and later. */
function* checkSecondPerson(
	text: Translatable,
	{ by, on, checkedBy, checkedOn }: Translation
): Generator<Diagnostic> {
	const line = text.lineOf(['translation']);
	if (checkedBy === undefined) return;
	if (checkedBy === by) {
		const remedy = 'A second fluent person checks it, or it stays a draft: delete checkedBy.';
		yield problemAt(text, line, `${by} translated it and checked it`, remedy);
	}
	if (checkedOn === undefined) {
		const remedy = 'Add checkedOn: the day of the check.';
		yield problemAt(text, line, 'checkedBy has no checkedOn', remedy);
	} else if (checkedOn < on) {
		const remedy = 'Check the text that stands here, and write the day of that.';
		yield problemAt(text, line, `checkedOn ${checkedOn} is before the translation, ${on}`, remedy);
	}
}

function* checkBodies(texts: Languages<ArticleText>): Generator<Diagnostic> {
	const english = texts.get('en');
	for (const text of texts.values()) {
		if (!english || text === english) continue;
		// a heading that is none is reported where it was read, and may be any block
		if ([...english.blocks, ...text.blocks].some(({ anchor }) => anchor === '')) continue;
		const behind = partsBehind(text);
		yield* checkMissing(text, english, behind);
		for (const block of text.blocks) {
			if (behind.has(block.anchor)) continue;
			const original = english.blocks.find(({ anchor }) => anchor === block.anchor);
			if (!original) {
				const problem = `the block {#${block.anchor}} is not in the English`;
				yield problemAt(text, block.line, problem, 'Delete it, or write the English first.');
				continue;
			}
			yield* checkUnits(text, block.line, unitsOf(block), unitsOf(original));
		}
	}
}

/** A directive may leave its last blocks to the English, which stand below one label then. */
function* checkMissing(
	text: ArticleText,
	english: ArticleText,
	behind: ReadonlySet<string>
): Generator<Diagnostic> {
	const has = ({ anchor }: Block): boolean => text.blocks.some((it) => it.anchor === anchor);
	const last = text.kind === 'directive' ? english.blocks.findLastIndex(has) : Infinity;
	for (const [index, block] of english.blocks.entries()) {
		if (has(block) || index > last || behind.has(block.anchor)) continue;
		const problem = `the block {#${block.anchor}} of the English is missing`;
		const remedy =
			text.kind === 'directive'
				? 'Translate it, or leave out all blocks below it, too: they are shown in English.'
				: 'Translate it, or delete it in the English.';
		const stub: Fix = {
			code: 'add',
			to: block.heading,
			change: { in: 'stub', anchor: block.anchor }
		};
		yield problemAt(text, 1, problem, remedy, [stub]);
	}
}

function* checkUnits(
	text: ArticleText,
	line: number,
	units: readonly Unit[],
	originals: readonly Unit[]
): Generator<Diagnostic> {
	if (units.length !== originals.length) {
		const counts = `${String(units.length)} items or paragraphs, the English ${String(originals.length)}`;
		yield problemAt(text, line, `this block has ${counts}`, 'Write as many, in the same order.');
		return;
	}
	for (const [index, unit] of units.entries()) {
		const all = markersOf(originals[index]);
		const markers = all.join(' ');
		if (markersOf(unit).join(' ') === markers) continue;
		const remedy = markers
			? `Write the markers of the English: ${markers}`
			: 'The English has none: write what it rests on there first, and then the same here.';
		const fix: Fix = { code: 'replace', to: markers, change: { in: 'markers', markers: all } };
		const problem = 'the fact markers are not those of the English';
		yield problemAt(text, unit.line, problem, remedy, markers ? [fix] : []);
	}
}

const markersOf = (unit: Unit | undefined): string[] =>
	(unit?.markers ?? []).map(
		({ facts, isPractice }) => `{${isPractice ? 'practice' : facts.join(', ')}}`
	);
