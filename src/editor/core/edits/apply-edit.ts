import { fail, ok, type Result } from '#lib/edition/result.ts';
import { placeOf } from '../../../compiler/read/parse-source.ts';
import type { TextKind } from '../contract/document.ts';
import type { Edit, Edited, EditRefusal, TextChange } from '../contract/edits.ts';
import { bodyBlocks } from '../document/body-blocks.ts';
import { markerText, piecesOf } from '../document/pieces.ts';
import { StoredText } from '../document/stored-text.ts';
import { partsOf, type SourceParts } from '../document/to-document.ts';
import { addBlock, removeBlock, setHeading } from './edit-blocks.ts';
import { removeField, setField } from './edit-fields.ts';
import { addItem, findItem, moveItem, removeItem, setItem } from './edit-items.ts';
import { followSteps } from './follow-steps.ts';
import { changesBetween, undoOf, withChanges } from './text-changes.ts';

type Changes = Result<readonly TextChange[], EditRefusal>;

/** What an edit makes of the text of a file: what it does not name stays byte for byte. */
export function applyEdit(path: string, text: string, edit: Edit): Result<Edited, EditRefusal> {
	const changes =
		edit.type === 'all' ? changesOfAll(path, text, edit) : changesOf(path, text, edit);
	if (!changes.ok) return changes;
	const made = withChanges(text, changes.value);
	return ok({ text: made, changes: changes.value, undo: undoOf(text, changes.value) });
}

function changesOfAll(
	path: string,
	text: string,
	{ edits }: Extract<Edit, { type: 'all' }>
): Changes {
	let made = text;
	for (const edit of edits) {
		const step = applyEdit(path, made, edit);
		if (!step.ok) return step;
		made = step.value.text;
	}
	return ok(changesBetween(text, made));
}

function changesOf(path: string, text: string, edit: Exclude<Edit, { type: 'all' }>): Changes {
	if (edit.type === 'replace-text') {
		const { from, to } = edit.span;
		if (from < 0 || to < from || to > text.length) return fail('out-of-range');
		return ok(text.slice(from, to) === edit.text ? [] : [{ from, to, text: edit.text }]);
	}
	const place = placeOf({ path, name: path, text });
	const stored = new StoredText(text);
	const parts = partsOf(path, stored.plain);
	if (!place || 'problem' in place || !parts) return fail('broken');
	const plain = plainChanges(parts, place.kind, edit);
	if (!plain.ok) return plain;
	return ok(
		plain.value.map((change) => ({
			from: stored.toStored(change.from),
			to: stored.toStored(change.to),
			text: stored.written(change.text)
		}))
	);
}

type PlainEdit = Exclude<Edit, { type: 'all' | 'replace-text' }>;

/** Places are of the plain text. */
function plainChanges(parts: SourceParts, kind: TextKind, edit: PlainEdit): Changes {
	const { yaml, yamlAt, body, bodyAt } = parts;
	if (edit.type === 'set-field') {
		return shifted(setField(yaml, kind, edit.path, edit.value), yamlAt);
	}
	if (edit.type === 'remove-field') return shifted(removeField(yaml, kind, edit.path), yamlAt);
	const ofBody = shifted(bodyChanges(body, kind, edit), bodyAt);
	if (!ofBody.ok || kind !== 'guide') return ofBody;
	const ofFront = shifted(followSteps(yaml, body, edit), yamlAt);
	return ofFront.ok ? ok([...ofFront.value, ...ofBody.value]) : ofFront;
}

const shifted = (changes: Changes, by: number): Changes =>
	changes.ok
		? ok(changes.value.map(({ from, to, text }) => ({ from: from + by, to: to + by, text })))
		: changes;

type BodyEdit = Exclude<PlainEdit, { type: 'set-field' | 'remove-field' }>;

function bodyChanges(body: string, kind: TextKind, edit: BodyEdit): Changes {
	switch (edit.type) {
		case 'set-item':
			return setItem(body, edit);
		case 'add-item':
			return addItem(body, edit);
		case 'remove-item':
			return removeItem(body, edit);
		case 'move-item':
			return moveItem(body, edit);
		case 'set-heading':
			return setHeading(body, edit);
		case 'add-block':
			return addBlock(body, kind, edit);
		case 'remove-block':
			return removeBlock(body, edit);
		case 'insert-marker':
			return insertMarker(body, edit);
		case 'set-marker':
			return setMarker(body, edit);
	}
}

function insertMarker(
	body: string,
	{ item: id, at, facts }: Extract<Edit, { type: 'insert-marker' }>
): Changes {
	const found = findItem(bodyBlocks(body), id);
	if (!found) return fail('no-such-item');
	const { from, to } = found.item.span;
	const place = from + at;
	if (at < 0 || place > to) return fail('out-of-range');
	// a space on either side, where words are
	const before = place > from && /\S/.test(body[place - 1] ?? '') ? ' ' : '';
	const after = place < to && /\S/.test(body[place] ?? '') ? ' ' : '';
	return ok([{ from: place, to: place, text: before + markerText(facts) + after }]);
}

function setMarker(
	body: string,
	{ item: id, marker, facts }: Extract<Edit, { type: 'set-marker' }>
): Changes {
	const found = findItem(bodyBlocks(body), id);
	if (!found) return fail('no-such-item');
	const { from, to } = found.item.span;
	const pieces = piecesOf(body.slice(from, to), from);
	const span = pieces.filter(({ kind }) => kind === 'marker')[marker]?.span;
	if (!span) return fail('out-of-range');
	if (facts !== undefined) return ok([{ ...span, text: markerText(facts) }]);
	const spaces = /[ \t]*$/.exec(body.slice(from, span.from))?.[0].length ?? 0;
	return ok([{ from: span.from - spaces, to: span.to, text: '' }]);
}
