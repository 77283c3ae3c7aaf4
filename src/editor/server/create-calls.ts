import { fail } from '#lib/edition/result.ts';
import type { SourceDocument } from '../core/contract/document.ts';
import type { Editor, KeepResult } from '../core/contract/drafts.ts';
import type { EditorCore } from '../core/contract.ts';
import type { ArticlePreview, PreviewedArticle } from '../preview/preview-article.ts';
import type { Team } from '../team/team.ts';
import { call } from './call.ts';
import { inputs } from './call-input.ts';
import type { Asking } from './door.ts';
import { createPeopleCalls } from './people-calls.ts';

/** What the screen shows of a text that was changed just now. */
export interface Seen {
	readonly document: SourceDocument;
	/** Absent while the text cannot be shown. */
	readonly preview?: PreviewedArticle;
}

/** Who asks. */
interface Who {
	readonly editor: Partial<Editor>;
	/** Absent: somebody works alone, and says themselves who they are. */
	readonly member?: ReturnType<typeof memberOf>;
}

interface Under {
	readonly core: EditorCore;
	readonly preview: ArticlePreview;
	/** Who edits, as far as this computer's settings say. */
	readonly editor: Partial<Editor>;
	/** Absent: somebody works here alone. */
	readonly team?: Team | undefined;
}

/** All that the screen asks for, by name. */
// the table below says each call's input and answer: a type beside it would say it twice
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types
export function createCalls({ core, preview, editor, team }: Under) {
	const see = async (path: string, text: string, draft?: string): Promise<Seen | undefined> => {
		const document = await core.parseText(path, text, draft);
		if (!document) return undefined;
		const shown = preview.compile(path, text, await core.draftTexts(draft));
		return { document, ...(shown && { preview: shown }) };
	};
	/** What was kept, and what it looks like now. */
	const withSight = async (
		kept: KeepResult,
		path: string,
		draft: string
	): Promise<{ readonly kept: KeepResult; readonly seen?: Seen }> => {
		const seen = kept.state === 'kept' ? await see(path, kept.file.text, draft) : undefined;
		return { kept, ...(seen && { seen }) };
	};

	return {
		who: call(inputs.nothing, (_, asking): Who =>
			asking ? { editor: asking.editor, member: memberOf(asking) } : { editor }
		),
		texts: call(inputs.inDraft, ({ draft }) => core.listTexts(draft)),
		open: call(inputs.file, async ({ path, draft }) => {
			const file = draft === undefined ? undefined : await core.openFile(draft, path);
			const text = file?.text ?? (await core.readDocument(path, draft))?.text;
			const seen = text === undefined ? undefined : await see(path, text, draft);
			return { ...(file && { file }), ...(seen && { seen }) };
		}),
		keep: call(inputs.keep, async (request) =>
			withSight(await core.keep(request), request.path, request.draft)
		),
		undo: call(inputs.step, async ({ draft, path, revision, by }) =>
			withSight(await core.undo(draft, path, revision, by), path, draft)
		),
		redo: call(inputs.step, async ({ draft, path, revision, by }) =>
			withSight(await core.redo(draft, path, revision, by), path, draft)
		),
		check: call(inputs.text, ({ path, text, draft }) => core.checkFile(path, text, draft)),
		'check-all': call(inputs.inDraft, ({ draft }) => core.checkCorpus(Date.now(), draft)),
		facts: call(inputs.query, ({ query, draft }) => core.facts(query, draft)),
		drafts: call(inputs.nothing, () => core.listDrafts()),
		'start-draft': call(inputs.start, ({ title, by }) => core.startDraft(title, by)),
		'drop-draft': call(inputs.draft, ({ draft }) => core.dropDraft(draft)),
		commit: call(inputs.commit, async ({ draft, message, by }) => {
			const result = await core.commit(draft, message, by);
			preview.forget();
			return result;
		}),
		contested: call(inputs.draft, ({ draft }) => core.contested(draft)),
		settle: call(inputs.settle, (request) => core.settle(request)),
		'plan-push': call(inputs.draft, ({ draft }) => core.planPush(draft)),
		push: call(inputs.draft, ({ draft }) => core.push(draft)),
		create: call(inputs.article, async ({ draft, form, by }) => {
			const result = await core.createArticle(draft, form, by);
			preview.forget();
			return result;
		}),
		'fact-choices': call(inputs.inDraft, ({ draft }) => core.factChoices(draft)),
		'create-fact': call(inputs.fact, ({ draft, form, by }) => core.createFact(draft, form, by)),
		behind: call(inputs.inDraft, ({ draft }) => core.behind(draft)),
		translation: call(
			inputs.file,
			async ({ path, draft }) => (await core.translation(path, draft)) ?? null
		),
		translate: call(inputs.translate, (request) => core.translate(request)),
		'set-checked': call(inputs.checked, ({ draft, path, by }) => core.setChecked(draft, path, by)),
		approvals: call(
			inputs.file,
			async ({ path, draft }) => (await core.approvals(path, draft)) ?? null
		),
		approve: call(inputs.approve, (request) => core.approve(request)),
		'register-passkey': call(inputs.passkey, async ({ draft, key, by }, asking) => {
			const own = asking?.passkeys ?? (key ? [key] : []);
			let entered: Awaited<ReturnType<EditorCore['registerPasskey']>> = fail('not-es256');
			for (const it of own) {
				const result = await core.registerPasskey(draft, it, by);
				// one of several that is new is what was asked for
				if (!entered.ok) entered = result;
			}
			return entered;
		}),
		dashboard: call(inputs.inDraft, ({ draft }) => core.dashboard(draft)),
		'make-edition': call(inputs.inDraft, ({ draft }) => core.makeEdition(draft)),
		...createPeopleCalls(team)
	};
}

/** What the screen shows somebody of themselves, and what it leaves out for their role. */
const memberOf = ({ id, roles, isOwner, passkeys }: Asking) => ({
	...{ id, roles, isOwner },
	hasPasskey: passkeys.length > 0
});

export type EditorCalls = ReturnType<typeof createCalls>;
