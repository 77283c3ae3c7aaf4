/** What a function returns when failing is one of the ordinary things that can happen. */
export type Result<Value, Code extends string> =
	{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly code: Code };

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const;
export const fail = <Code extends string>(code: Code) => ({ ok: false, code }) as const;
