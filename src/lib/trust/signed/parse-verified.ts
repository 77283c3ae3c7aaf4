import * as v from 'valibot';
import { parsePlainJson } from '#lib/edition/text/parse-plain-json.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { toText } from './bytes.ts';
import type { VerifiedBytes } from './verify-signed.ts';

declare const parsed: unique symbol;

/** A value that was read from verified bytes, and from nothing else. */
export type Verified<T> = T & { readonly [parsed]: true };

/** The one place where signed bytes become objects. It accepts nothing that was not verified. */
export function parseVerified<Schema extends v.GenericSchema>(
	schema: Schema,
	bytes: VerifiedBytes
): Result<Verified<v.InferOutput<Schema>>, 'malformed'> {
	try {
		return ok(v.parse(schema, parsePlainJson(toText(bytes))) as Verified<v.InferOutput<Schema>>);
	} catch {
		// signed but unreadable: made by a newer compiler, or by mistake; the old edition stays
		return fail('malformed');
	}
}
