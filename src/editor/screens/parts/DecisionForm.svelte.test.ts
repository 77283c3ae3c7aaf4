import { expect, test } from 'vitest';
import { aDesk, asking, renderAt } from '#tests/support/editor/desk.ts';
import { aPasskey } from '#tests/support/editor/passkey.ts';
import DecisionForm from './DecisionForm.svelte';

const PATH = 'guides/bus-stop/en.md';
const PROVED = { name: 'Approve with a passkey' };

/** The page of a text that Eva of a team, or somebody alone, may approve. */
async function aDecision(passkeys: 'none' | 'own' | 'entered' | 'alone') {
	const { credential, publicKey } = aPasskey().make({ challenge: '', origin: 'http://localhost' });
	const key = { name: 'Eva', credential, publicKey };
	const own = passkeys === 'none' ? [] : [key];
	const who = passkeys === 'alone' ? undefined : asking(['approver'], { passkeys: own });
	const { desk, core } = await aDesk(who);
	if (passkeys === 'entered') {
		const draft = await desk.ensureDraft('Bus');
		const editor = { name: 'Eva', email: 'eva@example.org', role: 'editor' };
		expect((await core.registerPasskey(draft.id, key, editor)).ok).toBe(true);
	}
	const page = renderAt(desk, DecisionForm, { path: PATH });
	await page.findByRole('button', { name: 'Approve without proof' });
	return page;
}

test.each([
	['none', 'You have no passkey here. Ask whoever keeps'],
	['own', 'Your passkey is not entered for approvals yet.'],
	['alone', 'Your approval can be proved by a passkey.']
] as const)(
	'without a passkey on record (%s) none is asked for, and it is said how to get one',
	async (has, words) => {
		const { queryByRole, getByText } = await aDecision(has);
		expect(queryByRole('button', PROVED)).toBeNull();
		getByText((text) => text.startsWith(words));
	}
);

test('with a passkey on record it proves the approval', async () => {
	const { queryByRole, queryByText } = await aDecision('entered');
	expect(queryByRole('button', PROVED)).not.toBeNull();
	expect(queryByText(/passkey here|not entered|can be proved/)).toBeNull();
});
