import { ok, type Result } from '#lib/edition/result.ts';
import type { JsonValue } from '../contract/document.ts';
import type { Edit, EditRefusal, TextChange } from '../contract/edits.ts';
import { bodyBlocks } from '../document/body-blocks.ts';
import { frontNodes } from '../document/front-nodes.ts';
import { setField } from './edit-fields.ts';
import { findItem, movedTo } from './edit-items.ts';

/** The block whose items a guide's drawings and overview count. */
const STEPS = 'do';

/** Steps by their old numbers, from 0; `undefined` stands for the new one. */
type Order = readonly (number | undefined)[];

/**
 * What an edit of steps means for the fields of a guide that count them: a drawing moves with its step,
 * and so does a number of the overview. Places are of the YAML.
 */
export function followSteps(
	yaml: string,
	body: string,
	edit: Edit
): Result<readonly TextChange[], EditRefusal> {
	const order = orderAfter(edit, body);
	if (!order) return ok([]);
	const fields = new Map(frontNodes(yaml).map(({ name, value }) => [name, value]));
	const changes: TextChange[] = [];
	for (const [name, value] of [
		['drawings', drawingsIn(order, fields.get('drawings'), edit)],
		['overview', overviewIn(order, fields.get('overview'))]
	] as const) {
		if (value === undefined) continue;
		const changed = setField(yaml, 'guide', [name], value);
		if (!changed.ok) return changed;
		changes.push(...changed.value);
	}
	return ok(changes);
}

function orderAfter(edit: Edit, body: string): Order | undefined {
	const blocks = bodyBlocks(body);
	const steps = blocks.find(({ id }) => id === STEPS)?.items.map((_, index) => index);
	if (!steps) return undefined;
	if (edit.type === 'add-item') {
		return edit.block === STEPS ? [...steps].toSpliced(edit.after, 0, NEW) : undefined;
	}
	if (edit.type !== 'remove-item' && edit.type !== 'move-item') return undefined;
	const found = findItem(blocks, edit.item);
	if (found?.block.id !== STEPS) return undefined;
	if (edit.type === 'remove-item') return steps.toSpliced(found.index, 1);
	return movedTo(steps, found.index, edit.to - 1);
}

/** No step has this number. */
const NEW = -1;

function drawingsIn(
	order: Order,
	drawings: JsonValue | undefined,
	edit: Edit
): JsonValue | undefined {
	if (!Array.isArray(drawings) || drawings.length === 0) return undefined;
	const old = drawings as readonly JsonValue[];
	const own = edit.type === 'add-item' && edit.drawing !== undefined ? [edit.drawing] : [];
	return order.flatMap((step) => (step === NEW ? own : (old[step ?? NEW] ?? [])));
}

interface Row {
	readonly steps?: JsonValue;
	readonly [name: string]: JsonValue | undefined;
}

function overviewIn(order: Order, overview: JsonValue | undefined): JsonValue | undefined {
	if (!Array.isArray(overview)) return undefined;
	const rows = (overview as readonly Row[]).map((row) => {
		if (!Array.isArray(row.steps)) return row;
		const steps = (row.steps as number[]).flatMap((step) => {
			const now = order.indexOf(step - 1);
			return now < 0 ? [] : [now + 1];
		});
		return { ...row, steps: steps.sort((a, b) => a - b) };
	});
	return rows.filter(({ steps }) => !Array.isArray(steps) || steps.length > 0) as JsonValue[];
}
