import * as v from 'valibot';
import { asSaidBy } from './as-said-by.ts';
import type { Asking } from './door.ts';

/** A call parses what it was sent; the screen knows by its type what to send. */
export interface Call<In, Out> {
	(input: unknown, asking?: Asking): Promise<Out>;
	readonly takes?: In;
}

/** In a team, whoever is signed in takes the place of whoever the input names. */
export function call<Schema extends v.GenericSchema, Out>(
	schema: Schema,
	act: (input: v.InferOutput<Schema>, asking?: Asking) => Out | Promise<Out>
): Call<v.InferInput<Schema>, Out> {
	return async (input, asking) => act(asSaidBy(v.parse(schema, input), asking?.editor), asking);
}
