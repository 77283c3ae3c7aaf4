import type { Call } from '../../server/call.ts';
import type { EditorCalls } from '../../server/create-calls.ts';

export type CallName = keyof EditorCalls;
export type Input<Name extends CallName> =
	EditorCalls[Name] extends Call<infer In, unknown> ? In : never;
export type Answer<Name extends CallName> = Awaited<ReturnType<EditorCalls[Name]>>;

/** Why the server did not do it: `no-session`, or words for the editor. */
export class Refused extends Error {
	readonly status: number;
	/** The code of what the server did not do. */
	readonly problem: string;

	constructor(status: number, problem: string) {
		super(problem);
		this.status = status;
		this.problem = problem;
	}
}

/** Asks what is not answered by a call of an editor: who may come in, and how. */
export async function post(path: string, input: unknown): Promise<unknown> {
	const response = await fetch(`/api/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(input)
	});
	const answer: unknown = await response.json();
	if (response.ok) return answer;
	const { problem } = answer as { readonly problem?: unknown };
	throw new Refused(response.status, typeof problem === 'string' ? problem : 'failed');
}

/** Asks the server of this screen, which is of the same build: its answers have the types of its calls. */
export const ask = async <Name extends CallName>(
	name: Name,
	input: Input<Name>
): Promise<Answer<Name>> => (await post(name, input)) as Answer<Name>;

/** Uses up the token that the address came with. */
export async function openSession(token: string): Promise<boolean> {
	try {
		await post('session', { token });
		return true;
	} catch (error) {
		if (error instanceof Refused) return false;
		throw error;
	}
}
