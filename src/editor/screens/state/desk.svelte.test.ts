import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import type { DraftInfo } from '../../core/contract/drafts.ts';
import { Desk } from './desk.svelte.ts';

const DRAFT: DraftInfo = {
	...{ id: 'bus', title: 'Bus', branch: 'draft/bus', startedBy: 'Ana' },
	...{ startedAt: '2026-11-24T15:00:00Z', savedAt: '2026-11-24T15:00:00Z' },
	...{ paths: [], uncommitted: [] }
};

test('what is read in a draft is read anew for another draft, and not for each edit', () => {
	const desk = new Desk();
	const asked: (string | undefined)[] = [];
	const end = $effect.root(() => {
		$effect(() => {
			asked.push(desk.inDraft.draft);
		});
	});
	flushSync();
	desk.take(DRAFT);
	flushSync();
	desk.take({ ...DRAFT, savedAt: '2026-11-24T15:01:00Z' });
	flushSync();
	desk.take({ ...DRAFT, id: 'door' });
	flushSync();
	end();
	expect(asked).toEqual([undefined, 'bus', 'door']);
});
