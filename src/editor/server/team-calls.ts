import { createRateLimiter } from '#lib/server/rate-limits/rate-limiter.ts';
import type { Calls } from './answer-editor.ts';
import { mayCall } from './calls-of-roles.ts';
import type { EditorCalls } from './create-calls.ts';
import { CallRefused, type Asking } from './door.ts';
import type { Team } from '../team/team.ts';

/** Much more than somebody types. */
const CALLS_A_MINUTE = 3000;
/** Refusals of one person that the log tells: it would have no end for who asks again and again. */
const REFUSALS_A_MINUTE = 10;

type CallName = keyof EditorCalls;
type Said<Name extends CallName> = NonNullable<EditorCalls[Name]['takes']>;
type Answer<Name extends CallName> = Awaited<ReturnType<EditorCalls[Name]>>;

/** What the log says of a call and its answer; nothing, where nothing was done. */
type Words<Name extends CallName> = (said: Said<Name>, answer: Answer<Name>) => string | false;

const isKept = (result: Answer<'approve' | 'register-passkey'>): boolean =>
	result.ok && result.value.state === 'kept';

/** Calls that others should know of; edits are named by versions. */
const WORDS: { readonly [Name in CallName]?: Words<Name> } = {
	'start-draft': ({ title }) => `began the draft "${title}"`,
	'drop-draft': ({ draft }) => `dropped the draft ${draft}`,
	create: ({ draft }, { paths }) => paths.length > 0 && `made an article in ${draft}`,
	commit: ({ draft }, { state }) => state === 'committed' && `saved a version of ${draft}`,
	push: ({ draft }, { state }) => state === 'pushed' && `sent ${draft} to the others`,
	approve: ({ path, draft }, result) => isKept(result) && `approved ${path} in ${draft}`,
	'set-checked': ({ path, draft }, { state }) => state === 'kept' && `checked ${path} in ${draft}`,
	'register-passkey': ({ draft }, result) =>
		isKept(result) && `entered a passkey for approvals in ${draft}`
};

/** The same calls, each for whoever may make it, and told to the log. */
export function teamCalls(calls: EditorCalls, team: Team, now: () => Date): Calls {
	const limit = createRateLimiter({ perMinute: CALLS_A_MINUTE }, () => now().getTime());
	const refusals = createRateLimiter({ perMinute: REFUSALS_A_MINUTE }, () => now().getTime());
	const guarded = Object.entries(calls).map(([key, call]) => {
		const name = key as CallName;
		return [
			name,
			async (input: unknown, asking?: Asking): Promise<unknown> => {
				if (!asking) throw new CallRefused('no-session');
				if (limit.take(asking.id) > 0) throw new CallRefused('too-many');
				if (!mayCall(name, asking, input)) {
					if (refusals.take(asking.id) === 0) {
						await team.log.append(asking.editor, `was refused "${name}": not for their role`);
					}
					throw new CallRefused('wrong-role');
				}
				const answer: unknown = await call(input, asking);
				// of the call of this name, which has parsed the input
				const words = WORDS[name] as
					((said: unknown, answer: unknown) => string | false) | undefined;
				const what = words?.(input, answer);
				if (what) await team.log.append(asking.editor, what);
				return answer;
			}
		] as const;
	});
	return Object.fromEntries(guarded);
}
