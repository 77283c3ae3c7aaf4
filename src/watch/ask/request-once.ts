import { readUpTo } from '../../compiler/base/read-up-to.ts';
import type { Failure, HttpResponse } from './answer.ts';

export interface Limits {
	readonly deadlineMs: number;
	/** Of the body, decompressed: a small answer may unfold to gigabytes. */
	readonly maxBytes: number;
}

type Outcome =
	| { readonly ok: true; readonly response: HttpResponse }
	| { readonly ok: false; readonly why: Failure; readonly detail: string };

/** One GET without redirects, within its limits. Whatever goes wrong on the way is a value. */
export async function requestOnce(
	url: string,
	headers: Readonly<Record<string, string>>,
	{ deadlineMs, maxBytes }: Limits
): Promise<Outcome> {
	const signal = AbortSignal.timeout(deadlineMs);
	try {
		const response = await fetch(url, { headers, signal, redirect: 'manual' });
		const body = await readUpTo(response, maxBytes);
		if (body === undefined) {
			return { ok: false, why: 'too-large', detail: `more than ${String(maxBytes)} bytes` };
		}
		const { status, statusText } = response;
		return {
			ok: true,
			response: { url, status, statusText, headers: [...response.headers], body }
		};
	} catch (error) {
		// refused, cut, not understood, or too late: the host has not answered in any of these
		if (signal.aborted) return { ok: false, why: 'deadline', detail: `${String(deadlineMs)} ms` };
		return { ok: false, why: 'unreachable', detail: causeOf(error) };
	}
}

function causeOf(error: unknown): string {
	const { cause, message } = error as Error;
	if (!(cause instanceof Error)) return message;
	return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
