import { fireEvent } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { renderAt } from '#tests/support/editor/desk.ts';
import { toDocument } from '../../../core/document/to-document.ts';
import { Desk } from '../../state/desk.svelte.ts';
import { OpenText } from '../../state/open-text.svelte.ts';
import FrontFields from './FrontFields.svelte';

const PATH = 'directives/some-rule/en.md';
const RULE = `---
kind: directive
title: Some rule
audiences: [police, school-bus]
level: town
form: law
status: in_force
---
`;

/** The fields of a rule, in a tab whose server has not answered yet. */
function theFields() {
	const text = new OpenText(PATH, new Desk());
	text.document = toDocument(PATH, RULE);
	const edit = vi.fn();
	text.edit = edit;
	return { edit, ...renderAt(new Desk(), FrontFields, { text }) };
}
const select = (element: HTMLElement): HTMLSelectElement => element as HTMLSelectElement;

test('one of a closed list is chosen, in words', async () => {
	const { edit, getByLabelText } = theFields();
	const form = select(getByLabelText('What kind of rule'));
	expect(form.selectedOptions[0]?.textContent).toBe('Law');
	await fireEvent.change(form, { target: { value: 'court-ruling' } });
	expect(edit).toHaveBeenCalledWith({ type: 'set-field', path: ['form'], value: 'court-ruling' });
});

test('some of a closed list are ticked, and what the list does not have stays in the file', async () => {
	const { edit, getByRole, getByLabelText, getByText } = theFields();
	getByRole('group', { name: 'For whom' });
	const unknown = getByLabelText('“school-bus” (not in the list)') as HTMLInputElement;
	expect(unknown.checked).toBe(true);
	getByText(/The file says “school-bus”/);
	await fireEvent.click(getByLabelText('Families'));
	expect(edit).toHaveBeenLastCalledWith({
		...{ type: 'set-field', path: ['audiences'], value: ['police', 'school-bus', 'family'] }
	});
	await fireEvent.click(unknown);
	expect(edit).toHaveBeenLastCalledWith({
		...{ type: 'set-field', path: ['audiences'], value: ['police'] }
	});
});

test('a word that is none of the list is shown as what is chosen, and said to be unknown', () => {
	const { edit, getByLabelText, getByText } = theFields();
	const level = select(getByLabelText('Whose rule'));
	expect(level.value).toBe('town');
	expect(level.selectedOptions[0]?.textContent).toBe('“town” (not in the list)');
	expect(level.getAttribute('aria-describedby')).toBe(getByText(/The file says “town”/).id);
	expect(edit).not.toHaveBeenCalled();
});

test('a choice that may be left out can be taken out, and one that must be there cannot', async () => {
	const { edit, getByLabelText } = theFields();
	const wordsOf = (label: string) =>
		[...select(getByLabelText(label)).options].map(({ value }) => value);
	expect(wordsOf('What kind of rule')).not.toContain('');
	await fireEvent.change(getByLabelText('How it stands'), { target: { value: '' } });
	expect(edit).toHaveBeenCalledWith({ type: 'remove-field', path: ['status'] });
});

test('a choice that is not there yet can be added', async () => {
	const { edit, getByLabelText } = theFields();
	await fireEvent.change(getByLabelText(/^Add a field/), { target: { value: 'appeal' } });
	await fireEvent.change(getByLabelText('Appeal'), { target: { value: 'pending' } });
	expect(edit).toHaveBeenCalledWith({ type: 'set-field', path: ['appeal'], value: 'pending' });
});
