import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import type { EditorDiagnostic } from '../../core/contract/diagnostics.ts';
import type { DraftInfo } from '../../core/contract/drafts.ts';
import { aDesk, asking, EVERY_RIGHTS } from '#tests/support/editor/desk.ts';
import { CALL_INPUTS } from '#tests/support/editor/call-inputs.ts';
import type { Role } from '../../core/contract/team.ts';
import type { EditorCore } from '../../core/contract.ts';
import { ArticlePreview } from '../../preview/preview-article.ts';
import { CALLS_OF_ROLES, mayCall } from '../../server/calls-of-roles.ts';
import { createCalls } from '../../server/create-calls.ts';
import type { CallName } from './ask.ts';
import { Desk } from './desk.svelte.ts';
import { OpenTranslation } from './open-translation.svelte.ts';

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

/** Files of each folder that somebody writes in, and none. */
const PATHS = [
	...['', 'guides/bus-stop/en.md', 'guides/front-door/es.md', 'directives/some-rule/ur.md'],
	...['terms/warrant/ar.yaml', 'contacts/hotline/en.yaml', 'changes/2026-11-24-x/es.yaml'],
	...['sources/door-page.yaml', 'evidence/facts.json', 'guides/front-door/es/../en.md']
];
const CALL_NAMES = Object.keys(CALLS_OF_ROLES) as CallName[];

test.each(EVERY_RIGHTS)(
	'$roles, owner: $isOwner: the screen offers what the server does',
	async (rights) => {
		const calls = createCalls({
			...{ core: {} as EditorCore, preview: new ArticlePreview(() => []), editor: {} }
		});
		const who = asking(rights.roles, { isOwner: rights.isOwner });
		const desk = new Desk();
		// as it comes over the line
		desk.member = (
			JSON.parse(JSON.stringify(await calls.who({}, who))) as { member: Desk['member'] }
		).member;
		for (const call of CALL_NAMES) {
			const own = CALL_INPUTS[call] as { readonly path?: string };
			for (const path of own.path === undefined ? [''] : [own.path, ...PATHS]) {
				const does = mayCall(call, who, own.path === undefined ? own : { ...own, path });
				expect(desk.may(call, path), `${call} ${path}`).toBe(does);
			}
		}
	}
);

test('whoever works alone is offered everything', () => {
	const desk = new Desk();
	for (const call of CALL_NAMES) {
		for (const path of PATHS) expect(desk.may(call, path), `${call} ${path}`).toBe(true);
	}
});

test('a fix is offered to whoever may change the text that it is in', () => {
	const desk = new Desk();
	const edit = { type: 'replace-text', span: { from: 0, to: 0 }, text: '' } as const;
	const fixes = ['guides/front-door/en.md', 'guides/front-door/es.md'].map((path) => ({
		...({ path, code: 'link', to: path, edit } as const)
	}));
	const found = { fixes } as unknown as EditorDiagnostic;
	const offered = (roles: readonly Role[]): string[] => {
		desk.member = { id: 'eva', roles, isOwner: true, hasPasskey: true };
		return desk.fixesOf(found).map(({ path }) => path);
	};
	expect(desk.fixesOf(found)).toEqual(fixes);
	expect(offered(['editor'])).toEqual(fixes.map(({ path }) => path));
	expect(offered(['translator'])).toEqual(['guides/front-door/es.md']);
	expect(offered(['approver'])).toEqual([]);
});

test('who is refused is asked anew what they may, and what they typed is still there', async () => {
	const { desk, server } = await aDesk(asking(['translator']));
	const path = 'guides/front-door/es.md';
	const text = new OpenTranslation(path, desk);
	await text.open();
	const line = text.view?.lines.find(({ id }) => id === 'do.1')?.id ?? '';
	expect(desk.may('translate', path)).toBe(true);
	server.who = asking(['approver']);
	text.write(line, 'Otra cosa.');
	await vi.waitFor(() => {
		expect(text.state).toBe('failed');
		expect(desk.may('translate', path)).toBe(false);
	});
	expect(desk.line.isRefused).toBe(true);
	expect(desk.may('set-checked', path)).toBe(true);
	expect(text.isWaiting(line)).toBe(true);
});
