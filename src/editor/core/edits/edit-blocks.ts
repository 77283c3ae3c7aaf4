import { fail, ok, type Result } from '#lib/edition/result.ts';
import { BLOCK_MODELS } from '../../../compiler/text/block-model.ts';
import type { TextKind } from '../contract/document.ts';
import type { Edit, EditRefusal, TextChange } from '../contract/edits.ts';
import { bodyBlocks } from '../document/body-blocks.ts';

/** Places are of the body. */
type Changes = Result<readonly TextChange[], EditRefusal>;
type Of<Type extends Edit['type']> = Extract<Edit, { type: Type }>;

/** The words of a heading; its anchor stays. */
export function setHeading(body: string, { block: id, heading }: Of<'set-heading'>): Changes {
	const block = bodyBlocks(body).find((it) => it.id === id);
	if (!block) return fail('no-such-block');
	const text = heading.replaceAll(/\s+/g, ' ').trim();
	return ok(text === block.heading ? [] : [{ ...block.headingSpan, text }]);
}

/** In the place that the model of its kind gives it. */
export function addBlock(body: string, kind: TextKind, edit: Of<'add-block'>): Changes {
	const blocks = bodyBlocks(body);
	if (blocks.some(({ anchor }) => anchor === edit.block)) return fail('has-such-block');
	if (kind !== 'guide' && kind !== 'directive') return fail('no-such-block');
	const models = BLOCK_MODELS[kind];
	const place = models.findIndex(({ anchor }) => anchor === edit.block);
	if (place < 0) return fail('no-such-block');
	const later = new Set(models.slice(place + 1).map(({ anchor }) => anchor));
	const text = blockText(edit, models[place]?.list);
	const next = blocks.find(({ anchor }) => later.has(anchor));
	if (next) {
		const at = next.headingLine.from;
		return ok([{ from: at, to: at, text: `${text}\n\n` }]);
	}
	const end = body.trimEnd().length;
	const gap = end === 0 ? '' : '\n\n';
	// the file ends as it did
	return ok([{ from: end, to: end, text: gap + text + (end === body.length ? '\n' : '') }]);
}

/** A block as it stands in a file, from its heading to its last item. */
export function blockText(
	{ block, heading, items }: Pick<Of<'add-block'>, 'block' | 'heading' | 'items'>,
	list: 'ordered' | 'bullets' | undefined
): string {
	const lines = items.map((it, index) => {
		const words = it.replaceAll(/\s+/g, ' ').trim();
		if (list === 'ordered') return `${String(index + 1)}. ${words}`;
		return list === 'bullets' ? `- ${words}` : words;
	});
	return [`## ${heading} {#${block}}`, lines.join(list ? '\n' : '\n\n')]
		.filter((part) => part !== '')
		.join('\n');
}

/** Takes out a heading and what follows it up to the next. */
export function removeBlock(body: string, { block: id }: Of<'remove-block'>): Changes {
	const blocks = bodyBlocks(body);
	const index = blocks.findIndex((it) => it.id === id);
	const block = blocks[index];
	if (!block) return fail('no-such-block');
	const next = blocks[index + 1];
	const from = block.headingLine.from;
	if (next) return ok([{ from, to: next.headingLine.from, text: '' }]);
	const before = body.slice(0, from).trimEnd().length;
	const end = body.trimEnd().length;
	return ok([{ from: before, to: end, text: '' }]);
}
