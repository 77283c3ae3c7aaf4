import { fireEvent } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { renderAt } from '#tests/support/editor/desk.ts';
import type { Role } from '../../../core/contract/team.ts';
import type { TranslatedLine, TranslationView } from '../../../core/contract/translations.ts';
import { Desk } from '../../state/desk.svelte.ts';
import { OpenTranslation } from '../../state/open-translation.svelte.ts';
import TranslationRow from './TranslationRow.svelte';

const LINE: TranslatedLine = {
	...{ id: 'do.1', english: 'Stop. {1.02}', target: 'Pare. {1.02}', state: 'same' }
};

/** The line on the screen of somebody whose server has not answered yet. */
function aRow(line = LINE, roles?: readonly Role[]) {
	const desk = new Desk();
	if (roles) desk.member = { id: 'ana', roles, isOwner: false, hasPasskey: true };
	const text = new OpenTranslation('guides/bus-stop/es.md', desk);
	const write = vi.fn();
	text.write = write;
	const props = { text, line, name: 'Do 1', diagnostics: [], onfocus: () => undefined };
	return { text, write, ...renderAt(desk, TranslationRow, props) };
}

test('what the server puts into a line is measured and marked as it stands then', async () => {
	const { text, write, getByRole, queryByText, getByText } = aRow();
	const field = getByRole('textbox');
	field.textContent = 'Pare ahora mismo.';
	await fireEvent.input(field);
	expect(write).toHaveBeenCalledWith('do.1', 'Pare ahora mismo.');
	getByText('The marks of facts are not those of the English.');
	getByText('3 words');
	text.version += 1;
	await vi.waitFor(() => expect(field.textContent).toContain('1.02'));
	expect(queryByText('The marks of facts are not those of the English.')).toBeNull();
	getByText('1 word');
});

test.each([
	['approver', 0],
	['translator', 1]
] as const)('the line of a translation as whoever is %s may use it', (role, fields) => {
	// marks are lost, and the English has changed: a writer has a button for both
	const line = { ...LINE, target: 'Pare.', state: 'behind' } as const;
	const { queryAllByRole, getByText } = aRow(line, [role]);
	expect(queryAllByRole('textbox')).toHaveLength(fields);
	expect(queryAllByRole('button')).toHaveLength(2 * fields);
	getByText('Pare.');
});

test.each(['ar', 'ur'])('a line of %s that may only be read runs from right to left', (lang) => {
	const line = { ...LINE, target: '\u0642\u0641. {1.02}' };
	const { text, getByText } = aRow(line, ['approver']);
	text.view = { lang } as TranslationView;
	flushSync();
	const words = getByText('\u0642\u0641.');
	expect(words.lang).toBe(lang);
	expect(words.dir).toBe('auto');
});
