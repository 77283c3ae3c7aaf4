import { expect, test } from 'vitest';
import { aDesk, renderAt } from '#tests/support/editor/desk.ts';
import MergeForm from './MergeForm.svelte';

test.each([
	['evidence/facts.json', 0],
	['approvers.json', 0],
	['guides/front-door/en.md', 1]
])('%s is joined here, or it is said who can', async (path, forms) => {
	const { desk } = await aDesk();
	const pieces = [{ text: '[\n' }, { yours: '1\n', theirs: '2\n', isAdded: true }, { text: ']\n' }];
	const contested = { path, revision: 1, by: 'Ben', theirs: 'a'.repeat(64), pieces };
	const onmerge = (): Promise<void> => Promise.resolve();
	const { queryAllByRole, queryByText } = renderAt(desk, MergeForm, { contested, onmerge });
	expect(queryAllByRole('button', { name: 'Take this text' })).toHaveLength(forms);
	expect(queryByText(/Ask somebody who uses Git/) === null).toBe(forms === 1);
});
