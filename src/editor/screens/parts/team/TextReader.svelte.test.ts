import { expect, test } from 'vitest';
import { aDesk, asking, renderAt } from '#tests/support/editor/desk.ts';
import TextReader from './TextReader.svelte';

const ENGLISH = 'guides/front-door/en.md';
const SPANISH = 'guides/front-door/es.md';

const OF_EDITORS = 'Your role reads this text. Changing it is for editors.';
const OF_TRANSLATORS =
	'Your role reads this translation. Writing it is for translators and editors.';

test.each([
	['a reader', ENGLISH, OF_EDITORS],
	['a reader', SPANISH, OF_TRANSLATORS],
	['a translator', ENGLISH, OF_EDITORS]
] as const)('%s is told who may change %s', async (who, path, words) => {
	const { desk } = await aDesk(asking(who === 'a translator' ? ['translator'] : []));
	const { findByText, queryByText, queryByRole } = renderAt(desk, TextReader, { path });
	await findByText(words);
	expect(queryByText(/Your role/)?.textContent).toBe(words);
	expect(queryByRole('textbox')).toBeNull();
});

test.each([
	['approver', 1],
	[undefined, 0]
] as const)('of what was approved, %s saves a version', async (role, forms) => {
	const { desk } = await aDesk(asking(role ? [role] : []));
	desk.take({
		...{ id: 'bus', title: 'Bus', branch: 'draft/bus', startedBy: 'Eva', paths: [ENGLISH] },
		...{ startedAt: '2026-11-24T15:00:00Z', savedAt: '2026-11-24T15:00:00Z' },
		uncommitted: [ENGLISH]
	});
	const { findByText, queryAllByRole } = renderAt(desk, TextReader, { path: ENGLISH });
	await findByText(OF_EDITORS);
	expect(queryAllByRole('button', { name: 'Save the version' })).toHaveLength(forms);
});
