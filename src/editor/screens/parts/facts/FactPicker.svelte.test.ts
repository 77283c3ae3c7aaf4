import { expect, test } from 'vitest';
import { asking, EVERY_RIGHTS, renderAt } from '#tests/support/editor/desk.ts';
import { mayCall } from '../../../server/calls-of-roles.ts';
import { Desk } from '../../state/desk.svelte.ts';
import { en } from '../../words/en.ts';
import FactPicker from './FactPicker.svelte';

const NEW = en.fact_new;

// jsdom lays nothing out, so there is nowhere to scroll to
Element.prototype.scrollIntoView = () => undefined;

/** The picker on the screen of somebody whose server has not answered yet. */
function aPicker(rights?: (typeof EVERY_RIGHTS)[number]) {
	const desk = new Desk();
	if (rights) desk.member = { id: 'eva', ...rights, hasPasskey: true };
	const props = { chip: undefined, onchoose: () => undefined, onclose: () => undefined };
	return renderAt(desk, FactPicker, props);
}

test.each(EVERY_RIGHTS)(
	'$roles, owner: $isOwner: a new fact is offered to whom the server lets make one',
	(rights) => {
		const { queryByRole, getByRole } = aPicker(rights);
		const isOffered = queryByRole('button', { name: NEW }) !== null;
		expect(isOffered).toBe(mayCall('create-fact', asking(rights.roles), {}));
		getByRole('combobox');
	}
);

test('alone, a new fact is offered', () => {
	expect(aPicker().queryByRole('button', { name: NEW })).not.toBeNull();
});
