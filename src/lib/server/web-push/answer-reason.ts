import * as v from 'valibot';

const Code = v.pipe(v.string(), v.regex(/^[A-Za-z_]{1,40}$/));
const Reason = v.union([
	v.pipe(
		v.object({ reason: Code }),
		v.transform(({ reason }) => reason)
	),
	v.pipe(
		v.object({ errno: v.pipe(v.number(), v.integer()) }),
		v.transform(({ errno }) => `errno-${errno}`)
	),
	v.pipe(
		v.object({ error: v.object({ status: Code }) }),
		v.transform(({ error }) => error.status)
	)
]);

/**
 * The reason in the body of an answer, if it is a short code: Apple's
 * `{"reason":"VapidPkHashMismatch"}`, Mozilla's `{"errno":109}`, Google's `{"error":{"status":…}}`.
 * Nothing else of a body is logged: it may repeat the endpoint.
 */
export function answerReason(body: string): string | undefined {
	try {
		const result = v.safeParse(Reason, JSON.parse(body));
		return result.success ? result.output : undefined;
	} catch {
		// HTML or plain text, which has no code
		return undefined;
	}
}
