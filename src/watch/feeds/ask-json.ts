import type { Answer } from '../ask/answer.ts';
import { FeedError, type AskJson } from './law-document.ts';

/** Asks for JSON. Whatever else comes is a `FeedError` that does not say the address. */
export const askJson =
	(ask: (url: string) => Promise<Answer>): AskJson =>
	async (url) => {
		const answer = await ask(url);
		if (answer.kind !== 'answered') {
			throw new FeedError(`does not answer (${answer.kind === 'failed' ? answer.why : '304'})`);
		}
		const { status, body } = answer.response;
		if (status !== 200) throw new FeedError(`answers with status ${String(status)}`);
		try {
			return JSON.parse(new TextDecoder().decode(body)) as unknown;
		} catch {
			// a page of an outage, most likely
			throw new FeedError('does not answer in JSON');
		}
	};
