import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Component } from 'svelte';
import { render, type RenderResult } from '@testing-library/svelte';
import { onTestFinished, vi } from 'vitest';
import { ContentFolder } from '../../../src/editor/core/content/content-folder.ts';
import type { Role } from '../../../src/editor/core/contract/team.ts';
import { createEditorCore } from '../../../src/editor/core/create-editor-core.ts';
import { ArticlePreview } from '../../../src/editor/preview/preview-article.ts';
import { Desk, setDesk } from '../../../src/editor/screens/state/desk.svelte.ts';
import { mayCall } from '../../../src/editor/server/calls-of-roles.ts';
import { createCalls, type EditorCalls } from '../../../src/editor/server/create-calls.ts';
import type { Asking } from '../../../src/editor/server/door.ts';
import { copyGoodContent } from '../publisher/content-fixture.ts';

export const EVA = { name: 'Eva', email: 'eva@example.org', role: 'editor' };

/** Eva of a team, with these rights. */
export const asking = (roles: readonly Role[], more: Partial<Asking> = {}): Asking => ({
	...{ id: 'eva', editor: EVA, roles, isOwner: false, passkeys: [] },
	...more
});

/** What somebody of a team may be: no role, one or several of them, with the list of people or without. */
export const EVERY_RIGHTS: readonly Pick<Asking, 'roles' | 'isOwner'>[] = [false, true].flatMap(
	(isOwner) =>
		[0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
			roles: (['editor', 'approver', 'translator'] as const).filter((_, at) => bits & (1 << at)),
			isOwner
		}))
);

/**
 * The desk of a tab whose server is a real core, asked as a browser asks it: for `who`, if somebody of a
 * team sits there; else for somebody alone.
 */
export async function aDesk(who?: Asking) {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-desk-'));
	const content = join(folder, 'content');
	copyGoodContent(content);
	// the thread of the whole check is started by nobody here
	const quietMs = 3_600_000;
	const core = await createEditorCore({ content, state: join(folder, 'state'), quietMs });
	const preview = new ArticlePreview(() => new ContentFolder(content).sources());
	const calls: Readonly<Record<string, (input: unknown, who?: Asking) => Promise<unknown>>> =
		createCalls({ core, preview, editor: {} });
	/** Another one, if an owner changes what they may. */
	const server = { who };
	vi.stubGlobal('fetch', async (url: string, { body }: { readonly body: string }) => {
		const name = url.replace('/api/', '');
		const input: unknown = JSON.parse(body);
		const isAllowed = !server.who || mayCall(name as keyof EditorCalls, server.who, input);
		if (!isAllowed) return Response.json({ problem: 'wrong-role' }, { status: 403 });
		return Response.json((await calls[name]?.(input, server.who)) ?? null);
	});
	vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} });
	onTestFinished(async () => {
		vi.unstubAllGlobals();
		await core.close();
		rmSync(folder, { recursive: true, force: true });
	});
	const desk = new Desk();
	if (who) await desk.open();
	else desk.introduce(EVA);
	return { desk, core, server };
}

/** A part of the screen, at this desk. */
export function renderAt<Props extends Record<string, unknown>>(
	desk: Desk,
	part: Component<Props, object, string>,
	props: Props
): RenderResult<Component<Props, object, string>> {
	const atDesk: typeof part = (...args) => {
		setDesk(desk);
		return part(...args);
	};
	// a context of the root, into which the desk is put
	return render(atDesk, { props, context: new Map() } as never);
}
