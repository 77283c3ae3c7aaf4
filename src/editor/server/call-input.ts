import * as v from 'valibot';
import { LANGUAGE_TAGS } from '#lib/edition/language-tags.ts';
import { FACT_CONFIDENCES, Slug } from '#lib/edition/vocabulary.ts';
import type { JsonValue } from '../core/contract/document.ts';
import type { Edit } from '../core/contract/edits.ts';
import type { NewFact } from '../core/contract/new-fact.ts';
import type { NewArticle } from '../core/contract/new-article.ts';
import { Account, Base64Url, Invited, OneLine } from '../team/account.ts';

/** Longer than any article. */
const LONGEST_TEXT = 300_000;
const MOST_EDITS = 200;
const MOST_KEYS = 200;

/** Of a content file: nothing else can be named, so no path leads out of the content folder. */
const ContentPath = v.pipe(
	v.string(),
	v.maxLength(200),
	v.regex(
		/^(sources\/[a-z0-9-]+\.yaml|(guides|directives)\/[a-z0-9-]+\/[A-Za-z-]+\.md|(contacts|terms|changes)\/[a-z0-9-]+\/[A-Za-z-]+\.yaml)$/
	)
);
const DraftId = v.pipe(v.string(), v.maxLength(100), v.regex(/^[\w-]+$/));
const Text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const Name = v.pipe(v.string(), v.maxLength(100), v.regex(/^[\w.-]*$/));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const EditorInput = v.strictObject({ name: OneLine, email: OneLine, role: OneLine });

const Json: v.GenericSchema<JsonValue> = v.lazy(() =>
	v.union([
		v.pipe(v.string(), v.maxLength(LONGEST_TEXT)),
		v.number(),
		v.boolean(),
		v.null(),
		v.pipe(v.array(Json), v.maxLength(MOST_KEYS)),
		v.record(Name, Json)
	])
);
const Path = v.pipe(v.array(v.union([Name, Count])), v.maxLength(10));
const Facts = v.pipe(v.array(Name), v.maxLength(50));
const Span = v.strictObject({ from: Count, to: Count });

const EditInput: v.GenericSchema<Edit> = v.lazy(() =>
	v.variant('type', [
		v.strictObject({ type: v.literal('set-item'), item: Name, source: Text }),
		v.strictObject({
			...{ type: v.literal('add-item'), block: Name, after: Count, source: Text },
			drawing: v.exactOptional(Name)
		}),
		v.strictObject({ type: v.literal('remove-item'), item: Name }),
		v.strictObject({ type: v.literal('move-item'), item: Name, to: Count }),
		v.strictObject({ type: v.literal('set-heading'), block: Name, heading: Text }),
		v.strictObject({
			...{ type: v.literal('add-block'), block: Name, heading: Text },
			items: v.pipe(v.array(Text), v.maxLength(50))
		}),
		v.strictObject({ type: v.literal('remove-block'), block: Name }),
		v.strictObject({ type: v.literal('set-field'), path: Path, value: Json }),
		v.strictObject({ type: v.literal('remove-field'), path: Path }),
		v.strictObject({ type: v.literal('insert-marker'), item: Name, at: Count, facts: Facts }),
		v.strictObject({
			...{ type: v.literal('set-marker'), item: Name, marker: Count },
			facts: v.exactOptional(Facts)
		}),
		v.strictObject({ type: v.literal('replace-text'), span: Span, text: Text }),
		v.strictObject({
			type: v.literal('all'),
			edits: v.pipe(v.array(EditInput), v.maxLength(MOST_EDITS))
		})
	])
);

const Form: v.GenericSchema<NewArticle> = v.strictObject({
	kind: v.picklist(['guide', 'directive']),
	slug: Slug,
	fields: v.pipe(
		v.record(Name, Json),
		// who approves an article has read it: there is a call for that
		v.check((fields) => !('approvedBy' in fields || 'translation' in fields))
	),
	blocks: v.pipe(
		v.array(
			v.strictObject({ anchor: Name, heading: Text, items: v.pipe(v.array(Text), v.maxLength(50)) })
		),
		v.maxLength(20)
	),
	links: v.pipe(v.array(Name), v.maxLength(50)),
	newSources: v.pipe(v.array(v.record(Name, Json)), v.maxLength(20)),
	note: v.strictObject({
		...{ what: Text, why: Text, doNow: Text, before: Text },
		importance: v.picklist(['major', 'minor'])
	}),
	languages: v.pipe(v.array(v.picklist(LANGUAGE_TAGS)), v.maxLength(20))
});

const Words = v.pipe(v.string(), v.trim(), v.maxLength(2000));
const FactForm: v.GenericSchema<NewFact> = v.strictObject({
	...{ topic: OneLine, statement: Words, quote: Words, note: Words },
	confidence: v.picklist(FACT_CONFIDENCES),
	source: v.union([
		Slug,
		v.strictObject({
			...{ slug: Slug, title: Words, publisher: Words, url: Words, type: Name, copy: Name },
			...{ grade: Name, docDate: Name, retrievedOn: Name }
		})
	])
});

const ProofInput = v.strictObject({
	...{ credential: Base64Url, authenticatorData: Base64Url, clientData: Base64Url },
	signature: Base64Url
});
const Token = v.pipe(v.string(), v.maxLength(100));

/** What may be sent without a session. */
export const entrances = {
	nothing: v.strictObject({}),
	proof: v.strictObject({ proof: ProofInput }),
	token: v.strictObject({ token: Token }),
	join: v.strictObject({
		token: Token,
		made: v.strictObject({
			...{ credential: Base64Url, publicKey: Base64Url },
			...{ authenticatorData: Base64Url, clientData: Base64Url }
		}),
		self: v.exactOptional(v.pick(Invited, ['name', 'email', 'title']))
	}),
	signOut: v.strictObject({ everywhere: v.boolean() })
};

/** What each call takes. Whatever else is sent is refused. */
export const inputs = {
	nothing: v.strictObject({}),
	inDraft: v.strictObject({ draft: v.exactOptional(DraftId) }),
	file: v.strictObject({ path: ContentPath, draft: v.exactOptional(DraftId) }),
	text: v.strictObject({ path: ContentPath, text: Text, draft: v.exactOptional(DraftId) }),
	query: v.strictObject({
		query: v.pipe(v.string(), v.maxLength(200)),
		draft: v.exactOptional(DraftId)
	}),
	start: v.strictObject({ title: OneLine, by: EditorInput }),
	draft: v.strictObject({ draft: DraftId }),
	keep: v.strictObject({
		...{ draft: DraftId, path: ContentPath, revision: Count, edit: EditInput },
		...{ by: OneLine, seen: v.exactOptional(Text) }
	}),
	step: v.strictObject({ draft: DraftId, path: ContentPath, revision: Count, by: OneLine }),
	settle: v.strictObject({
		...{ draft: DraftId, path: ContentPath, revision: Count, by: OneLine },
		theirs: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
		choices: v.pipe(v.array(v.picklist(['yours', 'theirs', 'both'])), v.maxLength(10_000))
	}),
	commit: v.strictObject({ draft: DraftId, message: v.pipe(Text, v.nonEmpty()), by: EditorInput }),
	article: v.strictObject({ draft: DraftId, form: Form, by: EditorInput }),
	fact: v.strictObject({ draft: DraftId, form: FactForm, by: EditorInput }),
	translate: v.strictObject({
		...{ draft: DraftId, path: ContentPath, line: Name, was: Text, words: Text, by: OneLine }
	}),
	checked: v.strictObject({ draft: DraftId, path: ContentPath, by: EditorInput }),
	approve: v.strictObject({
		...{ draft: DraftId, path: ContentPath, revision: Count, name: OneLine, role: OneLine },
		proof: v.exactOptional(ProofInput)
	}),
	passkey: v.strictObject({
		draft: DraftId,
		// in a team it is the one of the account
		key: v.exactOptional(
			v.strictObject({ name: OneLine, credential: Base64Url, publicKey: Base64Url })
		),
		by: EditorInput
	}),
	invite: Invited,
	person: v.pick(Account, ['id']),
	change: v.pick(Account, ['id', 'roles', 'isOwner'])
};
