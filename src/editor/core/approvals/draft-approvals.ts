import { fail, type Result } from '#lib/edition/result.ts';
import {
	lastAuthors,
	textWithHash,
	type LastAuthors
} from '../../../compiler/approvals/last-authors.ts';
import { approvables } from '../../../compiler/check/validity/check-approvals.ts';
import type {
	ApprovalRefusal,
	ApprovalState,
	ApproveRequest,
	PasskeyRegistration
} from '../contract/approvals.ts';
import type { KeepResult } from '../contract/drafts.ts';
import type { DraftContent } from '../content/draft-content.ts';
import { hashOf, isSameText } from '../document/is-same-text.ts';
import type { DraftFolder } from '../drafts/draft-folder.ts';
import { approvalState, type ApprovedText } from './approval-state.ts';
import { withApproval } from './approved-text.ts';
import { withPasskey } from './with-passkey.ts';

const APPROVERS = 'approvers.json';

/** Approvals of texts as a draft has them. */
export class DraftApprovals {
	readonly #content: DraftContent;
	readonly #drafts: DraftFolder;
	/** The host that passkeys are made for. */
	readonly #host: string;

	constructor(content: DraftContent, drafts: DraftFolder, host: string) {
		this.#content = content;
		this.#drafts = drafts;
		this.#host = host;
	}

	state(path: string, draft: string | undefined): ApprovalState | undefined {
		const text = this.#find(path, draft);
		if (!text) return undefined;
		const provers = text.approvers.people
			.filter(({ keys }) => keys.some(({ host }) => host === this.#host))
			.map(({ name }) => name);
		return { ...approvalState(text), provers };
	}

	approve(
		{ draft, path, revision, name, role, proof }: ApproveRequest,
		hasProblems: boolean
	): Result<KeepResult, ApprovalRefusal> {
		const text = this.#find(path, draft);
		if (!text || hasProblems) return fail('has-problems');
		const on = this.#content.today(this.#content.lastCorpus(draft));
		const approved = withApproval(text, { name, role, on, proof });
		if (!approved.ok) return approved;
		const span = { from: 0, to: text.text.length };
		const edit = { type: 'replace-text', span, text: approved.value } as const;
		const value = this.#drafts.keep({ draft, path, revision, edit, by: name });
		return { ok: true, value };
	}

	register(
		draft: string,
		key: PasskeyRegistration,
		by: string
	): Result<KeepResult, 'not-es256' | 'known-key'> {
		const on = this.#content.today(this.#content.lastCorpus(draft));
		const text = this.#content.text(APPROVERS, draft);
		const made = withPasskey(text, key, { host: this.#host, on });
		if (!made.ok) return made;
		return { ok: true, value: this.#drafts.put(draft, APPROVERS, made.value, by) };
	}

	/** `undefined` for what is not approved, or cannot be read. */
	#find(path: string, draft: string | undefined): ApprovedText | undefined {
		const corpus = this.#content.corpus(draft);
		const found = approvables(corpus).find(
			({ name }) => this.#content.folder.pathOf(name) === path
		);
		const text = this.#content.text(path, draft);
		if (!found || text === undefined) return undefined;
		const { approvedBy, translation } = found.fields;
		const english = this.#content.english(path, draft)?.text;
		return {
			path,
			text,
			english,
			approvedBy,
			translation,
			authors: this.#authors(found.name, path, text, draft),
			approvers: corpus.approvers.fields,
			textWithHash: (hash) => this.#older(found.name, path, hash, draft)
		};
	}

	/** Whoever edited it in the draft; else who made its last commit. */
	#authors(name: string, path: string, text: string, draft: string | undefined): LastAuthors {
		const kept = draft === undefined ? undefined : this.#drafts.text(draft, path);
		if (kept && kept.base !== text && !isSameText(kept.base, text)) return { names: kept.writers };
		return lastAuthors(name);
	}

	#older(name: string, path: string, hash: string, draft: string | undefined): string | undefined {
		const kept = draft === undefined ? undefined : this.#drafts.text(draft, path);
		const own = [kept?.committed, kept?.base].find((it) => hashOf(it) === hash);
		return own ?? textWithHash(name, hash);
	}
}
