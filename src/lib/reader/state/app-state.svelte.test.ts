import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import type { Phone } from '#lib/phone/phone.ts';
import { AppState } from './app-state.svelte.ts';

test('an effect that calls an action does not run again for what the action reads and changes', () => {
	let runs = 0;
	const actions: Partial<Phone> = {
		noteNotices: ({ areLost }) => {
			app.hasLostNotices = areLost;
			// the hooks do this whenever they show the stored state: read a field, and replace it by an equal one
			app.changedIds = new Set(app.changedIds);
		}
	};
	const app = new AppState(actions as Phone);
	const stop = $effect.root(() => {
		$effect(() => {
			runs += 1;
			app.phone.noteNotices({ areLost: true });
		});
	});
	flushSync();
	stop();
	expect(runs).toBe(1);
	expect(app.hasLostNotices).toBe(true);
});
