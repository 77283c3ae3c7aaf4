import * as v from 'valibot';
import { FeedError } from './law-document.ts';

/** What a register answered, if it still has the form that we know. */
export function parseAnswer<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown
): v.InferOutput<Schema> {
	const result = v.safeParse(schema, value);
	if (result.success) return result.output;
	throw new FeedError(`does not answer as it did: ${v.summarize(result.issues)}`);
}
