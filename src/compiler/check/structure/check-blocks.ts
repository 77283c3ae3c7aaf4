import { BLOCK_MODELS, NEEDS_IF_WRONG, type BlockModel } from '../../text/block-model.ts';
import { englishOf, type BodyText, type Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { inLine, type Fix } from '../../base/fix.ts';
import { didYouMean, nearestFix } from '../../base/nearest.ts';
import { unitsOf, type Block } from '../../read/parse-body.ts';

/** Each article has the blocks of its kind, in order, with as many items as a reader can take in. */
export function* checkBlocks(corpus: Corpus): Generator<Diagnostic> {
	for (const body of corpus.bodies) {
		yield* checkAnchors(body);
		for (const block of body.blocks) {
			const model = BLOCK_MODELS[body.kind].find(({ anchor }) => anchor === block.anchor);
			if (model) yield* checkContent(body, block, model);
			yield* checkMarkers(body, block);
		}
	}
	for (const article of englishOf(corpus)) {
		const { fields, blocks, lineOf } = article;
		if (fields.kind !== 'guide' || !NEEDS_IF_WRONG.has(fields.scenario)) continue;
		if (blocks.some(({ anchor }) => anchor === 'if-wrong')) continue;
		const problem = `a guide for ${fields.scenario} needs the block {#if-wrong}`;
		const remedy =
			'Say what to do if officers go on anyway, such as: ## If they come in anyway {#if-wrong}';
		yield problemAt(article, lineOf(['scenario']), problem, remedy);
	}
}

function* checkAnchors(body: BodyText): Generator<Diagnostic> {
	const anchors = BLOCK_MODELS[body.kind].map(({ anchor }) => anchor);
	const order = `The blocks of a ${body.kind} are, in order: ${anchors.map((it) => `{#${it}}`).join(' ')}.`;
	let last = -1;
	for (const { anchor, line } of body.blocks) {
		if (anchor === '') continue; // reported where the heading was read
		const position = anchors.indexOf(anchor);
		if (position < 0) {
			const remedy = didYouMean(anchor, anchors) + order;
			const fixes = nearestFix(anchor, anchors, (best) => inLine(`{#${anchor}}`, `{#${best}}`));
			yield problemAt(body, line, `a ${body.kind} has no block {#${anchor}}`, remedy, fixes);
		} else if (position === last) {
			yield problemAt(body, line, `the block {#${anchor}} stands here twice`, 'Make it one block.');
		} else if (position < last) {
			yield problemAt(
				body,
				line,
				`the block {#${anchor}} is out of order`,
				order,
				inOrder(body, anchors)
			);
		}
		last = Math.max(last, position);
	}
	const present = body.blocks.map(({ anchor }) => anchor);
	// a heading without its anchor is reported; it may be any of them
	if (present.includes('')) return;
	const missing = BLOCK_MODELS[body.kind].filter(
		(it) => it.isRequired && !present.includes(it.anchor)
	);
	for (const { anchor } of missing) {
		yield problemAt(body, 1, `the block {#${anchor}} is missing`, order);
	}
}

/** Its blocks in the order of the model; nothing where one of them is none, or stands twice. */
function inOrder({ blocks }: BodyText, anchors: readonly string[]): Fix[] {
	const own = blocks.map(({ anchor }) => anchor);
	if (new Set(own).size < own.length || own.some((it) => !anchors.includes(it))) return [];
	const order = anchors.filter((it) => own.includes(it));
	return [{ code: 'reorder', to: order.join(', '), change: { in: 'blocks', order } }];
}

const LISTS = { ordered: 'a numbered list', bullets: 'a bullet list' } as const;

function* checkContent(body: BodyText, block: Block, model: BlockModel): Generator<Diagnostic> {
	const { anchor, line, parts } = block;
	const units = unitsOf(block);
	if (parts.length === 0) {
		yield problemAt(
			body,
			line,
			`the block {#${anchor}} is empty`,
			'Write it, or delete the heading.'
		);
		return;
	}
	for (const part of model.list ? parts.filter(({ kind }) => kind !== model.list) : []) {
		const what = model.list ? LISTS[model.list] : '';
		const remedy =
			model.list === 'ordered' ? 'Begin each line with "1.", "2.".' : 'Begin each line with "-".';
		yield problemAt(body, part.line, `{#${anchor}} must be ${what}`, remedy);
	}
	const [least, most] = model.items ?? [0, Infinity];
	if (units.length < least || units.length > most) {
		const problem = `{#${anchor}} has ${String(units.length)} items`;
		const remedy = `Write ${String(least)} to ${String(most)}: more cannot be taken in at a door.`;
		yield problemAt(body, line, problem, remedy);
	}
}

/** What rests on no fact may be how to do something: in a guide alone. */
const PRACTICE: Fix = {
	code: 'mark-practice',
	to: '{practice}',
	change: { in: 'markers', markers: ['{practice}'] }
};

/** Each paragraph and item ends with a marker of the facts it rests on. */
function* checkMarkers(body: BodyText, block: Block): Generator<Diagnostic> {
	for (const { line, markers, tail, hasStrays } of unitsOf(block)) {
		if (hasStrays) continue;
		if (markers.length === 0) {
			const remedy = 'Add the facts it rests on, such as {3.15}, or {practice} for plain care.';
			yield problemAt(
				body,
				line,
				'no fact marker',
				remedy,
				body.kind === 'guide' ? [PRACTICE] : []
			);
		} else if (/[\p{L}\p{N}]/u.test(tail)) {
			const remedy = 'Put a marker after the last sentence, too.';
			yield problemAt(body, line, 'words after the last fact marker rest on nothing', remedy);
		}
	}
}
